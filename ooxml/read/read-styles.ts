import type { XmlScanner } from '../xml/xml-scan.ts';

/** What matters here of a cell format. */
export interface CellStyle {
  /** Numbers in this format are shown as dates or times. */
  readonly isDate: boolean;
  /** Cells in this format are locked once the sheet is protected. */
  readonly locked: boolean;
  /** For a format of zeros only, such as `00000`: how many digits are shown at least; else 0. */
  readonly minDigits: number;
  /** The text is struck out. */
  readonly struck: boolean;
}

/** The format of a cell that names none, in a workbook without styles. */
export const PLAIN_STYLE: CellStyle = { isDate: false, locked: true, minDigits: 0, struck: false };

/** Built-in formats that show dates; 27-36 and 50-58 are those of the Chinese, Japanese and Korean editions. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

interface Format {
  readonly numberFormat: number;
  readonly font: number;
  readonly styleIndex: number;
  readonly locked: boolean | undefined;
}

/**
 * The cell formats of a workbook by their index (`s` of a cell).
 * @param limit the most that are taken
 * @throws {IntakeError}
 */
export function readStyles(scanner: XmlScanner, limit: number): CellStyle[] {
  const codes = new Map<number, string>();
  const struckFonts = new Set<number>();
  let parents: Format[] = [];
  let formats: Format[] = [];
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name === 'numFmts') readNumberFormats(scanner, codes, limit);
    else if (scanner.name === 'fonts') readFonts(scanner, struckFonts, limit);
    else if (scanner.name === 'cellStyleXfs') parents = readFormats(scanner, limit);
    else if (scanner.name === 'cellXfs') formats = readFormats(scanner, limit);
  }
  return formats.map(({ numberFormat, font, styleIndex, locked }) => {
    const code = codes.get(numberFormat);
    return {
      isDate: code === undefined ? DATE_FORMATS.has(numberFormat) : isDateCode(code),
      locked: locked ?? parents[styleIndex]?.locked ?? true,
      minDigits: code !== undefined && /^0+$/.test(code) ? code.length : 0,
      struck: struckFonts.has(font),
    };
  });
}

function readNumberFormats(scanner: XmlScanner, codes: Map<number, string>, limit: number): void {
  const depth = scanner.depth;
  while (scanner.nextChild(depth)) {
    if (codes.size >= limit) scanner.fail('too-large', `数字格式超过 ${limit} 种`);
    codes.set(readIndex(scanner, 'numFmtId'), scanner.attribute('formatCode') ?? '');
  }
}

/** Collects the fonts that strike out what they write. */
function readFonts(scanner: XmlScanner, struck: Set<number>, limit: number): void {
  const depth = scanner.depth;
  for (let font = 0; scanner.nextChild(depth); font += 1) {
    if (font >= limit) scanner.fail('too-large', `字体超过 ${limit} 种`);
    if (readStrike(scanner)) struck.add(font);
  }
}

/** Whether the font or the run's properties just opened strike out. */
export function readStrike(scanner: XmlScanner): boolean {
  const depth = scanner.depth;
  let struck = false;
  while (scanner.nextChild(depth)) if (scanner.name === 'strike') struck = readFlag(scanner, 'val') ?? true;
  return struck;
}

function readFormats(scanner: XmlScanner, limit: number): Format[] {
  const depth = scanner.depth;
  const formats: Format[] = [];
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'xf') continue;
    if (formats.length >= limit) scanner.fail('too-large', `单元格格式超过 ${limit} 种`);
    const numberFormat = readIndex(scanner, 'numFmtId');
    const font = readIndex(scanner, 'fontId');
    const styleIndex = readIndex(scanner, 'xfId');
    formats.push({ numberFormat, font, styleIndex, locked: readLocked(scanner) });
  }
  return formats;
}

function readLocked(scanner: XmlScanner): boolean | undefined {
  const depth = scanner.depth;
  let locked: boolean | undefined;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'protection') locked = readFlag(scanner, 'locked');
  }
  return locked;
}

function readIndex(scanner: XmlScanner, name: string): number {
  const text = scanner.attribute(name) ?? '0';
  return /^\d{1,9}$/.test(text) ? Number(text) : scanner.fail('damaged', `${name} 有误`);
}

/** An XML boolean of the start tag just read; undefined when absent. Excel writes `1`, LibreOffice `true`. */
export function readFlag(scanner: XmlScanner, name: string): boolean | undefined {
  switch (scanner.attribute(name)) {
    case undefined:
      return undefined;
    case '1':
    case 'true':
    case 'on':
      return true;
    case '0':
    case 'false':
    case 'off':
      return false;
    default:
      return scanner.fail('damaged', `${name} 有误`);
  }
}

/** Whether a format code shows a date or time: a letter of one outside quotes, escapes, colours and conditions. */
export function isDateCode(code: string): boolean {
  const [positive = ''] = code.replace(/"[^"]*"?|\\.|_.|\*./g, '').split(';');
  const bare = positive.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/^general$/i.test(bare.trim()) && /[ymdhs]/i.test(bare);
}
