import type { Facts, FactValue, RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { columnLetters } from './cell-address.ts';
import { comparable } from './comparable-text.ts';
import { quote } from './quote.ts';
import { describeCell, FactFault, readFact, type FactFaultCode } from './read-fact.ts';
import type { Cell, SheetContent, SheetRow } from './sheet-content.ts';

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
}

export interface TableRow {
  /** Row number in the sheet, from 1. */
  readonly row: number;
  /** One value for every wanted column, optional ones that are absent included. */
  readonly facts: Facts;
}

/** A cell that is not what its column asks; its fact is null. */
export interface TableProblem {
  readonly row: number;
  readonly heading: string;
  /** `C12`. */
  readonly address: string;
  readonly code: FactFaultCode;
  /** One Chinese sentence with file, sheet, cell, what is there (never an ID number) and what is wanted. */
  readonly message: string;
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
  const problems: TableProblem[] = [];
  for (const row of sheet.rows) {
    if (row.number <= headingRow.number) continue;
    const facts = readRow(row, found, sheet, problems);
    if (facts !== undefined) rows.push({ row: row.number, facts });
  }
  const columns = new Map<string, string>();
  for (const { heading, column } of found) if (column !== undefined) columns.set(heading, columnLetters(column));
  return { fileName: sheet.fileName, sheetName: sheet.name, headingRow: headingRow.number, columns, rows, problems };
}

/** Undefined when every wanted cell of the row is blank. */
function readRow(
  row: SheetRow,
  found: readonly FoundColumn[],
  sheet: SheetContent,
  problems: TableProblem[],
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
  const address = columnLetters(cell.column) + String(row);
  const place = `文件${quote(sheet.fileName)}工作表${quote(sheet.name)}的 ${address} 单元格（${heading}）`;
  const message = `${place}应为${fault.wanted}，现为${describeCell(cell, spec, sheet)}，请改正。`;
  return { row, heading, address, code: fault.code, message };
}

function findHeadings(
  sheet: SheetContent,
  specs: readonly RosterColumn[],
): { headingRow: SheetRow; found: FoundColumn[] } {
  const candidates = sheet.rows.filter((row) => row.number <= HEADING_ROWS);
  const wanted = specs.map((spec) => comparableHeading(spec.heading));
  let best: { row: SheetRow; headings: Map<string, number[]>; hits: number } | undefined;
  for (const row of candidates) {
    const headings = headingsOf(row);
    const hits = wanted.filter((heading) => headings.has(heading)).length;
    if (best === undefined || hits > best.hits) best = { row, headings, hits };
  }
  const place = `文件${quote(sheet.fileName)}的工作表${quote(sheet.name)}`;
  if (best === undefined || best.hits === 0) {
    const all = specs.filter((spec) => spec.optional !== true).map((spec) => quote(spec.heading));
    throw new UnusableInput(`${place}前 ${HEADING_ROWS} 行里找不到表头，应有${all.join('、')}，请补上表头行。`);
  }
  const { row, headings } = best;
  const found: FoundColumn[] = [];
  const missing: string[] = [];
  for (const spec of specs) {
    const { heading } = spec;
    const [column, twin] = headings.get(comparableHeading(heading)) ?? [];
    if (column !== undefined && twin !== undefined) {
      const cells = `${columnLetters(column)}${row.number}、${columnLetters(twin)}${row.number}`;
      throw new UnusableInput(`${place}有两个表头${quote(heading)}（${cells}），请删去或改名其中一个。`);
    }
    if (column === undefined && spec.optional !== true) missing.push(heading);
    found.push({ spec, heading, column });
  }
  if (missing.length > 0) {
    const there = row.cells.flatMap((cell) => (cell.kind === 'text' ? [quote(cell.text)] : []));
    throw new UnusableInput(
      `${place}第 ${row.number} 行缺少表头${missing.map(quote).join('、')}（现有${there.join('、')}），请补上或改正表头。`,
    );
  }
  return { headingRow: row, found };
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
  return comparable(text).replace(/^\*+|\*+$/g, '');
}
