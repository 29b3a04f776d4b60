/**
 * Cells that hold a number, a date or a boolean and no text. A marker stands for each until the workbook is written, so that every door is given
 * the same cells in the same way.
 */
import { makeZip } from './hostile-zip.ts';
import { unpackTexts } from './unpack.ts';

const MARKER = /^⟦(number|date|boolean) ([^⟧]*)⟧$/;
const SHARED = /<c r="([A-Z]+\d+)"(?: s="(\d+)")? t="s"><v>(\d+)<\/v><\/c>/g;
const INLINE = /<c r="([A-Z]+\d+)"(?: s="(\d+)")? t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is><\/c>/g;
/** As spreadsheets keep a day, in the format of their short dates. */
const DATE_FORMAT = 14;

export const typed = {
  number: (value: number) => `⟦number ${value}⟧`,
  /** @param serial days since 1899-12-30 */
  date: (serial: number) => `⟦date ${serial}⟧`,
  boolean: (value: boolean) => `⟦boolean ${value ? 1 : 0}⟧`,
};

/** The workbook with every marker made the cell that it stands for. */
export function typeCells(bytes: Uint8Array): Uint8Array {
  const parts = unpackTexts(bytes);
  const shared = Array.from((parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs), ([, si = '']) =>
    si.replace(/<[^>]*>/g, ''),
  );
  const styles = new DateStyles(parts.get('xl/styles.xml') ?? '');
  const type = (cell: string, address: string, style: string | undefined, text: string): string => {
    const [, kind, value] = MARKER.exec(text) ?? [];
    if (kind === undefined) return cell;
    const own = kind === 'date' ? String(styles.dated(Number(style ?? 0))) : style;
    return `<c r="${address}"${own === undefined ? '' : ` s="${own}"`}${kind === 'boolean' ? ' t="b"' : ''}><v>${value ?? ''}</v></c>`;
  };
  const typedParts = [...parts].map(([name, xml]) => {
    if (!name.startsWith('xl/worksheets/sheet')) return { name, data: xml };
    const data = xml
      .replace(SHARED, (cell: string, address: string, style: string | undefined, at: string) =>
        type(cell, address, style, shared[Number(at)] ?? ''),
      )
      .replace(INLINE, (cell: string, address: string, style: string | undefined, text: string) =>
        type(cell, address, style, text),
      );
    return { name, data };
  });
  return makeZip(
    typedParts.map(({ name, data }) => ({ name, data: name === 'xl/styles.xml' ? styles.finish() : data })),
  );
}

/** The formats of a workbook, and the same ones as dates. */
class DateStyles {
  readonly #formats: string[];
  readonly #dated = new Map<number, number>();

  constructor(private readonly xml: string) {
    const [own = ''] = /<cellXfs.*?<\/cellXfs>/s.exec(xml) ?? [];
    this.#formats = own.match(/<xf\b[^>]*\/>|<xf\b[^>]*[^/]>.*?<\/xf>/gs) ?? [];
  }

  dated(style: number): number {
    const known = this.#dated.get(style);
    if (known !== undefined) return known;
    const format = this.#formats[style] ?? '<xf numFmtId="0"/>';
    const at =
      this.#formats.push(format.replace(/numFmtId="\d+"/, `numFmtId="${DATE_FORMAT}" applyNumberFormat="1"`)) - 1;
    this.#dated.set(style, at);
    return at;
  }

  finish(): string {
    const formats = this.#formats.map((format) => format.replace(/( applyNumberFormat="1")(.*)\1/, '$1$2'));
    return this.xml.replace(
      /<cellXfs.*?<\/cellXfs>/s,
      `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    );
  }
}
