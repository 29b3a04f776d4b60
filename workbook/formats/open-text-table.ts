/** A table kept as text, values between commas or tabs: .csv in UTF-8, in UTF-16 and in the code page of Chinese systems. */
import { IntakeError } from '../../ooxml/errors.ts';
import type { IntakeLimits } from '../../ooxml/read/intake-limits.ts';
import { PLAIN_STYLE } from '../../ooxml/read/read-styles.ts';
import type { Cell, SheetRow } from '../../ooxml/read/sheet-content.ts';
import { OtherWorkbook } from './other-workbook.ts';

const SEPARATORS = [',', '\t', ';'] as const;
/** A number with more digits is a name: an ID number, an account. */
const MOST_DIGITS = 15;

/** The only sheet bears the file's name. @throws {IntakeError} `text` where no line has two values */
export function openTextTable(bytes: Uint8Array, fileName: string, limits: IntakeLimits): OtherWorkbook {
  const text = decode(bytes);
  const separator = findSeparator(text);
  if (separator === undefined) throw new IntakeError('text', fileName);
  const rows: SheetRow[] = [];
  let cells = 0;
  for (const [index, values] of Array.from(splitRecords(text, separator)).entries()) {
    const row = values.flatMap((value, column) => toCell(value, column + 1));
    cells += values.length;
    if (index >= limits.rows || cells > limits.cells) throw new IntakeError('too-large', fileName, '行或单元格太多');
    if (row.length > 0) rows.push({ number: index + 1, cells: row });
  }
  const name = (fileName.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const about = { fileName, customProperties: new Map(), creatingApplication: '', savedTime: null };
  return new OtherWorkbook({ ...about, format: '.csv（文本表格）' }, [
    {
      state: 'visible',
      comments: new Map(),
      content: {
        fileName,
        name,
        date1904: false,
        styles: [PLAIN_STYLE],
        rows,
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        filter: null,
        isProtected: false,
      },
    },
  ]);
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The one that stands most often in the first lines, outside quotes. */
function findSeparator(text: string): (typeof SEPARATORS)[number] | undefined {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => head.split(separator).length - 1);
  const most = Math.max(...counts);
  return most > 0 ? SEPARATORS[counts.indexOf(most)] : undefined;
}

/** Values between quotes may hold separators, line breaks and doubled quotes. */
function* splitRecords(text: string, separator: string): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, next } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    record.push(value);
    const end = text[next];
    if (end === separator) at = next + 1;
    else {
      yield record;
      record = [];
      at = text.startsWith('\r\n', next) ? next + 2 : next + 1;
    }
    if (end === separator && at >= text.length) record.push('');
  }
  if (record.length > 0) yield record;
}

function readPlain(text: string, from: number, separator: string): { value: string; next: number } {
  let next = from;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') next += 1;
  return { value: text.slice(from, next), next };
}

function readQuoted(text: string, from: number): { value: string; next: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), next: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      // What follows a closing quote belongs to the value, as every program reads it.
      const rest = /^[^,\t;\r\n]*/.exec(text.slice(quote + 1, quote + 1 + 1000))?.[0] ?? '';
      return { value: value + rest, next: quote + 1 + rest.length };
    }
    value += '"';
    at = quote + 2;
  }
}

/** A number where it is written as one and nothing of its writing is lost; else the text. */
function toCell(written: string, column: number): Cell[] {
  // Programs guard texts that look like numbers in this way: ="0012".
  const text = /^="([^"]*)"$/.exec(written)?.[1] ?? written;
  if (text.trim() === '') return [];
  const isNumber = text === written && text.length <= MOST_DIGITS && /^-?\d+(\.\d+)?$/.test(text);
  const value = Number(text);
  return isNumber && String(value) === text
    ? [{ kind: 'number', column, style: 0, formula: false, value, isDate: false }]
    : [{ kind: 'text', column, style: 0, formula: false, text }];
}
