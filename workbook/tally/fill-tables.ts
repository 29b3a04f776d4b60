/**
 * Writes the bodies of tables straight into their sheets. exceljs keeps more than a kilobyte for each cell, which for thousands of units would
 * be the whole memory of a small machine; here a row is text as soon as it is made, and packed soon after.
 */
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { toCellText } from '../draw/cell-text.ts';
import { breakLines, LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';
import { INTAKE_LIMITS } from '../../ooxml/read/intake-limits.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { escapeXml } from '../../ooxml/xml/xml-text.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { joinZip, packPart, packTexts } from '../../ooxml/zip/zip-writer.ts';
import { BODY_FONT_SIZE, BODY_TONES, widenToPage, type BodyCell, type TableFrame } from './tally-table.ts';

const ROW_PADDING = 4;
const LEAST_HEIGHT = 17;
const MOST_HEIGHT = 409;
/** What programs leave free at both sides. */
const SIDE_PADDING = 6;
/** Bodies are many megabytes of text that pack well: the fastest level is nearly as small. */
const LEVEL = 2;

const decoder = new TextDecoder();

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
      return frame ? packTexts(part, fillSheet(xml, frame), LEVEL) : packPart(part, xml, LEVEL);
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

/** The sheet's text, row by row. @throws {Error} when the table has not as many rows as it says */
function* fillSheet(xml: string, { table, firstRow }: TableFrame): Generator<string> {
  const start = xml.indexOf(`<row r="${firstRow}"`);
  const end = xml.indexOf('</sheetData>');
  if (start < 0 || end < start) throw new Error(`no pattern rows in ${table.sheetName}`);
  const corner = `${columnLetters(table.columns.length)}${firstRow + Math.max(table.rowCount, 1) - 1}`;
  yield xml.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${corner}"/>`);
  const writer = new BodyWriter(readStyles(xml.slice(start, end), table.columns.length), widenToPage(table.columns));
  let count = 0;
  for (const row of table.rows) {
    yield writer.write(row, firstRow + count);
    count += 1;
  }
  if (count !== table.rowCount) throw new Error(`${table.sheetName} has ${count} rows, not ${table.rowCount}`);
  if (count === 0) yield writer.write(emptyRow(table.columns.length), firstRow);
  yield xml.slice(end);
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
