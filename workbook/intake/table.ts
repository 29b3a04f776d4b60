import type { Facts, FactValue, RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { comparable } from './comparable-text.ts';
import { cleanControls } from '../../ooxml/read/control-characters.ts';
import { quoteForUser } from './quote.ts';
import { FactFault, NotedFact, type FactFaultCode, type ReadingNote } from './fact-reading.ts';
import { describeCell, readFact } from './read-fact.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';

/** A sheet read by its headings. */
export interface Table {
  readonly fileName: string;
  readonly sheetName: string;
  /** Row number of the headings. */
  readonly headingRow: number;
  /** Letters of each wanted column that is there: `全称` → `B`. */
  readonly columns: ReadonlyMap<string, string>;
  /** Rows below the headings that hold something in a wanted column. */
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
  readonly notes: readonly TableNote[];
}

export interface TableRow {
  /** Row number in the sheet, from 1. */
  readonly row: number;
  /** One value for every wanted column, optional ones that are absent included. */
  readonly facts: Facts;
}

/** A cell that is not what its column asks; its fact is null. */
interface TableProblem {
  readonly row: number;
  readonly heading: string;
  /** `C12`. */
  readonly address: string;
  readonly code: FactFaultCode;
  /** One Chinese sentence with file, sheet, cell, what is there (never an ID number) and what is wanted. */
  readonly message: string;
  /** Texts that the cell could hold instead. */
  readonly candidates: readonly string[];
}

/** A cell that was read in spite of how it was written. */
interface TableNote extends ReadingNote {
  readonly row: number;
  readonly heading: string;
  /** As quoted for users; never an ID number. */
  readonly found: string;
  /** What the cell would hold if it were written as wanted. */
  readonly canonical: string | number;
}

/** What is found in cells while a table is read. */
interface Remarks {
  readonly problems: TableProblem[];
  readonly notes: TableNote[];
}

/** A title, the association's name and notes may stand above the headings. */
const HEADING_ROWS = 10;

interface FoundColumn {
  readonly spec: RosterColumn;
  readonly heading: string;
  /** From 1; undefined for an optional column that is absent. */
  readonly column: number | undefined;
}

/**
 * Reads a sheet as a table: finds the row of headings among the first ten rows, and each column by its heading. Other columns may
 * stand anywhere, and the order is free. Headings are equal whatever their white space, width of brackets, and star for "required".
 * @throws {UnusableInput} naming all missing headings and those there are, or a heading that stands twice
 */
export function readTable(sheet: SheetContent, specs: readonly RosterColumn[]): Table {
  const { headingRow, found } = findHeadings(sheet, specs);
  const rows: TableRow[] = [];
  const remarks: Remarks = { problems: [], notes: [] };
  for (const row of sheet.rows) {
    if (row.number <= headingRow.number) continue;
    const facts = readRow(row, found, sheet, remarks);
    if (facts !== undefined) rows.push({ row: row.number, facts });
  }
  const columns = new Map<string, string>();
  for (const { heading, column } of found) if (column !== undefined) columns.set(heading, columnLetters(column));
  return { fileName: sheet.fileName, sheetName: sheet.name, headingRow: headingRow.number, columns, rows, ...remarks };
}

/** Undefined when every wanted cell of the row is blank. */
function readRow(
  row: SheetRow,
  found: readonly FoundColumn[],
  sheet: SheetContent,
  { problems, notes }: Remarks,
): Facts | undefined {
  const facts = new Map<string, FactValue>();
  let blank = true;
  for (const { spec, heading, column } of found) {
    const cell = column === undefined ? undefined : cellAt(row, column);
    const reading = readFact(cell, spec, sheet);
    if (reading instanceof FactFault) {
      if (cell !== undefined) problems.push(describeProblem(row.number, cell, spec, reading, sheet));
      facts.set(heading, null);
      blank = false;
    } else if (reading instanceof NotedFact) {
      const { value, canonical, notes: told } = reading;
      facts.set(heading, value);
      blank = false;
      const found = cell === undefined ? '' : describeCell(cell, spec, sheet);
      for (const note of told) notes.push({ row: row.number, heading, found, canonical, ...note });
    } else {
      facts.set(heading, reading);
      if (reading !== null) blank = false;
    }
  }
  return blank ? undefined : facts;
}

/** Cells stand in the order of their columns; in a full row the cell of column n is the nth. */
function cellAt(row: SheetRow, column: number): Cell | undefined {
  const { cells } = row;
  for (let at = Math.min(column, cells.length) - 1; at >= 0; at -= 1) {
    const cell = cells[at];
    if (cell === undefined || cell.column < column) return undefined;
    if (cell.column === column) return cell;
  }
  return undefined;
}

function describeProblem(
  row: number,
  cell: Cell,
  spec: RosterColumn,
  fault: FactFault,
  sheet: SheetContent,
): TableProblem {
  const { heading } = spec;
  const { code, wanted, candidates } = fault;
  const address = columnLetters(cell.column) + String(row);
  const place = `文件${quoteForUser(sheet.fileName)}工作表${quoteForUser(sheet.name)}的 ${address} 单元格（${heading}）`;
  const message = `${place}应为${wanted}，现为${describeCell(cell, spec, sheet)}，请改正。`;
  return { row, heading, address, code, message, candidates };
}

function findHeadings(
  sheet: SheetContent,
  specs: readonly RosterColumn[],
): { headingRow: SheetRow; found: FoundColumn[] } {
  const place = `文件${quoteForUser(sheet.fileName)}的工作表${quoteForUser(sheet.name)}`;
  const [best, ...rivals] = findCandidates(sheet, specs);
  if (best === undefined) {
    const all = specs.filter(({ optional }) => optional !== true).map(({ heading }) => quoteForUser(heading));
    throw new UnusableInput(`${place}前 ${HEADING_ROWS} 行里找不到表头，应有${all.join('、')}，请补上表头行。`);
  }
  const { row, headings, missing } = best;
  if (missing.length > 0) throw new UnusableInput(`${place}${describeMissing(best, rivals)}`);
  const found = specs.map((spec): FoundColumn => {
    const { heading } = spec;
    const [column, twin] = headings.get(comparableHeading(heading)) ?? [];
    if (column !== undefined && twin !== undefined) {
      const cells = `${columnLetters(column)}${row.number}、${columnLetters(twin)}${row.number}`;
      throw new UnusableInput(`${place}有两个表头${quoteForUser(heading)}（${cells}），请删去或改名其中一个。`);
    }
    return { spec, heading, column };
  });
  return { headingRow: row, found };
}

/** A row that may hold the headings. */
interface Candidate {
  readonly row: SheetRow;
  readonly headings: ReadonlyMap<string, readonly number[]>;
  /** Wanted headings that it has. */
  readonly hits: number;
  /** Headings that must be there and are not. */
  readonly missing: readonly string[];
}

/**
 * The rows that have the most wanted headings, from top to bottom; none where no row has any. Of several that lack nothing the first holds
 * the headings, and the others repeat it, as lists do from page to page.
 */
function findCandidates(sheet: SheetContent, specs: readonly RosterColumn[]): Candidate[] {
  const candidates = sheet.rows
    .filter(({ number }) => number <= HEADING_ROWS)
    .map((row): Candidate => {
      const headings = headingsOf(row);
      const absent = specs.filter(({ heading }) => !headings.has(comparableHeading(heading)));
      const missing = absent.filter(({ optional }) => optional !== true).map(({ heading }) => heading);
      return { row, headings, hits: specs.length - absent.length, missing };
    });
  const most = Math.max(0, ...candidates.map(({ hits }) => hits));
  return candidates.filter(({ hits }) => hits > 0 && hits === most);
}

/** What is wrong with the best candidate, or with all of those that are equally good. */
function describeMissing(best: Candidate, rivals: readonly Candidate[]): string {
  const { row, missing } = best;
  if (rivals.length > 0) {
    const all = [best, ...rivals];
    const rows = all.map((each) => each.row.number).join('、');
    const details = all
      .map((each) => `第 ${each.row.number} 行缺少${each.missing.map(quoteForUser).join('、')}`)
      .join('；');
    return `第 ${rows} 行都像表头，又都不全（${details}），请把表头合成一行。`;
  }
  const there = row.cells.flatMap((cell) => (cell.kind === 'text' ? [quoteForUser(cell.text)] : []));
  return `第 ${row.number} 行缺少表头${missing.map(quoteForUser).join('、')}（现有${there.join('、')}），请补上或改正表头。`;
}

/** The columns of each heading in a row. */
function headingsOf(row: SheetRow): Map<string, number[]> {
  const headings = new Map<string, number[]>();
  for (const cell of row.cells) {
    if (cell.kind !== 'text') continue;
    const heading = comparableHeading(cell.text);
    headings.set(heading, [...(headings.get(heading) ?? []), cell.column]);
  }
  return headings;
}

function comparableHeading(text: string): string {
  return comparable(cleanControls(text)).replace(/^\*+|\*+$/g, '');
}
