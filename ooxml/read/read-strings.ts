import { readStrike } from './read-styles.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** The shared strings of a workbook in their order, mixed fonts joined. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** Numbers of those in which something is struck out, whatever the cell's own font is. */
  readonly struck: ReadonlySet<number>;
}

export const NO_STRINGS: SharedStrings = { texts: [], struck: new Set() };

/**
 * @param limit the most that are taken
 * @throws {IntakeError}
 */
export function readSharedStrings(scanner: XmlScanner, limit: number): SharedStrings {
  const texts: string[] = [];
  const struck = new Set<number>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name !== 'si') continue;
    if (texts.length >= limit) scanner.fail('too-large', `文字超过 ${limit} 条`);
    const item = readStringItem(scanner);
    if (item.struck) struck.add(texts.length);
    texts.push(item.text);
  }
  return { texts, struck };
}

interface StringItem {
  readonly text: string;
  readonly struck: boolean;
}

/** The text of the `si` or `is` just opened: its own, or that of its runs; phonetic guides are no text. */
export function readStringItem(scanner: XmlScanner): StringItem {
  const depth = scanner.depth;
  let text = '';
  let struck = false;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 't') text += scanner.readTextContent();
    else if (scanner.name === 'r') {
      const run = readRun(scanner);
      text += run.text;
      struck ||= run.struck && run.text.trim() !== '';
    }
  }
  return { text: unescapeText(text), struck };
}

function readRun(scanner: XmlScanner): StringItem {
  const depth = scanner.depth;
  let text = '';
  let struck = false;
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
