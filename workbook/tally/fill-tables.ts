/**
 * Writes the bodies of tables straight into their sheets. exceljs keeps more than a kilobyte for each cell, which for thousands of units would
 * be the whole memory of a small machine; here a row is text as soon as it is made.
 */
import { columnLetters } from '../intake/cell-address.ts';
import { toCellText } from '../draw/cell-text.ts';
import { breakLines } from '../stamp/fit-text.ts';
import { INTAKE_LIMITS } from '../intake/intake-limits.ts';
import { openWorkbook } from '../intake/open-workbook.ts';
import { escapeXml } from '../stamp/stamp-xml.ts';
import { ZipReader } from '../zip/zip-reader.ts';
import { joinZip, packPart } from '../zip/zip-writer.ts';
import { BODY_FONT_SIZE, BODY_TONES, LINE_HEIGHT, widenToPage, type BodyCell, type TableFrame } from './tally-table.ts';

const ROW_PADDING = 4;
const LEAST_HEIGHT = 17;
const MOST_HEIGHT = 409;
/** What programs leave free at both sides. */
const SIDE_PADDING = 6;
/** Bodies are many megabytes of text that pack well: the fastest level is nearly as small. */
const LEVEL = 2;
const ROWS_A_PIECE = 500;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The workbook with the pattern rows of every frame replaced by its body. The same input gives the same bytes. */
export function fillTables(bytes: Uint8Array, frames: readonly TableFrame[]): Uint8Array {
  const name = '汇总.xlsx';
  const { sheets } = openWorkbook(bytes, name);
  const zip = new ZipReader(bytes, name, INTAKE_LIMITS);
  const frameOf = new Map<string, TableFrame>();
  for (const frame of frames) {
    const entry = sheets.find((sheet) => sheet.name === frame.table.sheetName);
    if (!entry) throw new Error(`no sheet ${frame.table.sheetName}`);
    frameOf.set(entry.partName, frame);
  }
  const parts = zip.names().filter((part) => !part.endsWith('/'));
  const nameRules = createRuleNamer();
  return joinZip(
    parts.map((part) => {
      const content = zip.read(part);
      if (!sheets.some(({ partName }) => partName === part)) return packPart(part, content);
      const xml = nameRules(decoder.decode(content));
      const frame = frameOf.get(part);
      return packPart(part, frame ? fillSheet(xml, frame) : xml, LEVEL);
    }),
  );
}

const RULE_ID = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;

/** exceljs draws the ids of data bars by lot; numbers make the same workbook the same bytes. */
function createRuleNamer(): (xml: string) => string {
  const names = new Map<string, string>();
  return (xml) =>
    xml.replace(RULE_ID, (id) => {
      const name = names.get(id) ?? `{00000000-0000-4000-8000-${String(names.size + 1).padStart(12, '0')}}`;
      names.set(id, name);
      return name;
    });
}

function fillSheet(xml: string, { table, firstRow }: TableFrame): Uint8Array {
  const start = xml.indexOf(`<row r="${firstRow}"`);
  const end = xml.indexOf('</sheetData>');
  if (start < 0 || end < start) throw new Error(`no pattern rows in ${table.sheetName}`);
  const lastRow = firstRow + Math.max(table.rows.length, 1) - 1;
  const corner = `${columnLetters(table.columns.length)}${lastRow}`;
  const head = xml.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${corner}"/>`);
  const writer = new BodyWriter(readStyles(xml.slice(start, end), table.columns.length), widenToPage(table.columns));
  const body = table.rows.length > 0 ? table.rows : [emptyRow(table.columns.length)];
  const pieces = [encoder.encode(head)];
  for (let from = 0; from < body.length; from += ROWS_A_PIECE) {
    const rows = body.slice(from, from + ROWS_A_PIECE).map((row, index) => writer.write(row, firstRow + from + index));
    pieces.push(encoder.encode(rows.join('')));
  }
  pieces.push(encoder.encode(xml.slice(end)));
  return join(pieces);
}

/** A table without rows says so. */
function emptyRow(columns: number): BodyCell[] {
  return ['无', ...Array.from({ length: columns - 1 }, () => null)];
}

/** The style numbers of the pattern rows: by tone, then by column. */
function readStyles(xml: string, columns: number): string[][] {
  const styles = [...xml.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?/g)].map(([, style]) => style ?? '0');
  if (styles.length !== columns * BODY_TONES.length) throw new Error(`${styles.length} cells in the pattern rows`);
  return BODY_TONES.map((_, tone) => styles.slice(tone * columns, (tone + 1) * columns));
}

class BodyWriter {
  private readonly letters: readonly string[];

  constructor(
    private readonly styles: readonly (readonly string[])[],
    /** In points. */
    private readonly widths: readonly number[],
  ) {
    this.letters = widths.map((_, index) => columnLetters(index + 1));
  }

  write(row: readonly BodyCell[], number: number): string {
    let cells = '';
    let lines = 1;
    row.forEach((cell, column) => {
      const isToned = typeof cell === 'object' && cell !== null;
      const value = isToned ? cell.value : cell;
      const style = this.styles[isToned ? BODY_TONES.indexOf(cell.tone) : 0]?.[column] ?? '0';
      const place = `<c r="${this.letters[column] ?? ''}${number}" s="${style}"`;
      if (value === null || value === '') cells += `${place}/>`;
      else if (typeof value === 'number') cells += `${place}><v>${value}</v></c>`;
      else {
        cells += `${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(toCellText(value))}</t></is></c>`;
        lines = Math.max(lines, this.countLines(value, column));
      }
    });
    const height = Math.min(Math.max(lines * BODY_FONT_SIZE * LINE_HEIGHT + ROW_PADDING, LEAST_HEIGHT), MOST_HEIGHT);
    return `<row r="${number}" ht="${Math.ceil(height)}" customHeight="1">${cells}</row>`;
  }

  private countLines(text: string, column: number): number {
    const width = this.widths[column] ?? 0;
    // Nearly every text fits on one line even if each character is square.
    if (text.length * BODY_FONT_SIZE + SIDE_PADDING <= width && !text.includes('\n')) return 1;
    const { lines } = breakLines(text, BODY_FONT_SIZE, width);
    return lines > 1 ? breakLines(text, BODY_FONT_SIZE, width - BODY_FONT_SIZE).lines : lines;
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
