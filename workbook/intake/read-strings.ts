import type { XmlScanner } from '../xml/xml-scan.ts';

/**
 * The shared strings of a workbook in their order, mixed fonts joined.
 * @param limit the most that are taken
 * @throws {IntakeError}
 */
export function readSharedStrings(scanner: XmlScanner, limit: number): string[] {
  const strings: string[] = [];
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name !== 'si') continue;
    if (strings.length >= limit) scanner.fail('too-large', `文字超过 ${limit} 条`);
    strings.push(readStringItem(scanner));
  }
  return strings;
}

/** The text of the `si` or `is` just opened: its own, or that of its runs; phonetic guides are no text. */
export function readStringItem(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = '';
  while (scanner.nextChild(depth)) {
    if (scanner.name === 't') text += scanner.readTextContent();
    else if (scanner.name === 'r') text += readRun(scanner);
  }
  return unescapeText(text);
}

function readRun(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = '';
  while (scanner.nextChild(depth)) {
    if (scanner.name === 't') text += scanner.readTextContent();
  }
  return text;
}

/** Characters that XML cannot hold are written `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
