import { readStrike } from './read-styles.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** What of a text is struck out, by the fonts of its runs; blank runs are nobody's matter. */
export interface TextRuns {
  /** Some run is. */
  readonly struck: boolean;
  /** Some run is not. */
  readonly plain: boolean;
  /** Some run has no font of its own, but the cell's. */
  readonly ofCell: boolean;
}

/** The shared strings of a workbook in their order, mixed fonts joined. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** By their numbers, those with fonts of their own. */
  readonly runs: ReadonlyMap<number, TextRuns>;
}

export const NO_STRINGS: SharedStrings = { texts: [], runs: new Map() };

/**
 * @param limit the most that are taken
 * @throws {IntakeError}
 */
export function readSharedStrings(scanner: XmlScanner, limit: number): SharedStrings {
  const texts: string[] = [];
  const runs = new Map<number, TextRuns>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name !== 'si') continue;
    if (texts.length >= limit) scanner.fail('too-large', `文字超过 ${limit} 条`);
    const item = readStringItem(scanner);
    if (item.runs) runs.set(texts.length, item.runs);
    texts.push(item.text);
  }
  return { texts, runs };
}

export interface StringItem {
  readonly text: string;
  /** Null where no run has a font of its own. */
  readonly runs: TextRuns | null;
}

/** The text of the `si` or `is` just opened: its own, or that of its runs; phonetic guides are no text. */
export function readStringItem(scanner: XmlScanner): StringItem {
  const depth = scanner.depth;
  let text = '';
  const seen = new Set<boolean | null>();
  while (scanner.nextChild(depth)) {
    if (scanner.name === 't') text += scanner.readTextContent();
    else if (scanner.name === 'r') {
      const run = readRun(scanner);
      text += run.text;
      if (run.text.trim() !== '') seen.add(run.struck);
    }
  }
  const runs = { struck: seen.has(true), plain: seen.has(false), ofCell: seen.has(null) };
  return { text: unescapeText(text), runs: runs.struck || runs.plain ? runs : null };
}

/** Of one run; null is struck out where its cell is. */
function readRun(scanner: XmlScanner): { readonly text: string; readonly struck: boolean | null } {
  const depth = scanner.depth;
  let text = '';
  let struck: boolean | null = null;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 't') text += scanner.readTextContent();
    else if (scanner.name === 'rPr') struck = readStrike(scanner);
  }
  return { text, struck };
}

/** Characters that XML cannot hold are written `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
