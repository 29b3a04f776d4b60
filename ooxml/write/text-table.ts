/** The texts that cells share. */
import { escapeXml } from '../xml/xml-text.ts';

/** So many texts are kept; the table must not grow with the workbook. */
const MOST_TEXTS = 20_000;

/** A text stands once in a workbook, however many cells show it, as far as the table has room; later ones stand in their cells. */
export class TextTable {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  /** The number of a text; undefined where it has to stand in its cell. */
  numberOf(text: string): number | undefined {
    const known = this.numbers.get(text);
    const number = known ?? (this.numbers.size < MOST_TEXTS ? this.numbers.size : undefined);
    if (number === undefined) return undefined;
    if (known === undefined) this.numbers.set(text, number);
    this.uses += 1;
    return number;
  }

  *toXml(): Generator<string> {
    const counts = `count="${this.uses}" uniqueCount="${this.numbers.size}"`;
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    for (const text of this.numbers.keys()) yield `<si>${toTextXml(text)}</si>`;
    yield '</sst>';
  }
}

/** The text as it stands in a table or a cell. */
export function toTextXml(text: string): string {
  const kept = /^\s|\s$|[\n\r]/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${kept}>${escapeXml(text)}</t>`;
}
