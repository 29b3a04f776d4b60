import type { Facts, FactValue, RosterColumn } from '../../rules/roster-column.ts';
import { RowFacts } from '../../rules/row-facts.ts';
import type { AsideKind } from '../../rules/roster-oddities.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { trimUnseen } from './clean-text.ts';
import { FactFault, NotedFact, type FactFaultCode, type ReadingNote } from './fact-reading.ts';
import { fillMerges } from './fill-merges.ts';
import { findHeadings, type FoundColumn } from './find-headings.ts';
import { cleanControls } from '../../ooxml/read/control-characters.ts';
import { quoteForUser } from './quote.ts';
import { describeMerge, refuseMerge, refuseWide, type TableMerge } from './merge-remarks.ts';
import { describeCell, describeMeanings, readFact, readWritten } from './read-fact.ts';
import { isStruckRow } from './struck-row.ts';
import { RowSorter } from './sort-rows.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';

/** A sheet read by its headings. */
export interface Table {
  readonly fileName: string;
  readonly sheetName: string;
  /** Row number of the headings. */
  readonly headingRow: number;
  /** The last row that holds anything, in whatever column; that of the headings where nothing stands below. */
  readonly lastRow: number;
  /** Letters of each wanted column that is there: `全称` → `B`. */
  readonly columns: ReadonlyMap<string, string>;
  /** Rows below the headings that hold something in a wanted column. */
  readonly rows: readonly TableRow[];
  /** Rows that are no records. */
  readonly aside: readonly TableAside[];
  /** Rows that may be records or not. */
  readonly unclear: readonly TableUnclear[];
  readonly merges: readonly TableMerge[];
  /** Headings that were known by an alias. */
  readonly aliases: readonly { readonly heading: string; readonly alias: string }[];
  readonly problems: readonly TableProblem[];
  readonly notes: readonly TableNote[];
  /** Cells of records that hold a formula, as `formulaKey` names them. */
  readonly formulas: ReadonlySet<string>;
}

export function formulaKey(row: number, heading: string): string {
  return `${row} ${heading}`;
}

export interface TableRow {
  /** Row number in the sheet, from 1. */
  readonly row: number;
  /** One value for every wanted column, optional ones that are absent included. */
  readonly facts: Facts;
}

interface TableAside {
  readonly row: number;
  readonly kind: AsideKind;
  /** What it begins with, quoted. */
  readonly text: string;
}

interface TableUnclear {
  readonly row: number;
  readonly isCounted: boolean;
  readonly text: string;
  /** The heading of what alone is filled in of its number and name; null where neither is, or more. */
  readonly only: string | null;
}

/** A cell that is not what its column asks; its fact is null. */
interface TableProblem {
  readonly row: number;
  readonly heading: string;
  /** `C12`. */
  readonly address: string;
  readonly code: FactFaultCode | 'merged';
  /** One Chinese sentence with file, sheet, cell, what is there (never an ID number) and what is wanted. */
  readonly message: string;
  /** As quoted for users; never an ID number. */
  readonly found: string;
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
  readonly formulas: Set<string>;
}

/**
 * Reads a sheet as a table: finds its headings (`find-headings.ts`), fills merged cells, sets aside what is no record, and reads each other row.
 * @throws {UnusableInput} naming all missing headings and those there are, or two columns that fit one heading
 */
export function readTable(sheet: SheetContent, specs: readonly RosterColumn[]): Table {
  const headings = findHeadings(sheet, specs);
  const { found, lastRow } = headings;
  const merges = fillMerges(sheet, headings);
  const sorter = new RowSorter(sheet, found);
  const places = new Map(found.map(({ heading }, place) => [heading, place]));
  const rows: TableRow[] = [];
  const remarks: Remarks = { problems: [], notes: [], formulas: new Set() };
  const aside: TableAside[] = [];
  const unclear: TableUnclear[] = [];
  for (const row of merges.rows) {
    if (row.number <= lastRow || isBlankRow(row, found)) continue;
    const sort = sorter.sort(row);
    if (sort.is !== 'record') {
      const text = quoteForUser(sort.text);
      if (sort.is === 'aside') aside.push({ row: row.number, kind: sort.kind, text });
      if (sort.is === 'unclear' || !sort.isSure)
        unclear.push({ row: row.number, isCounted: sort.is === 'unclear', text, only: sort.only ?? null });
      if (sort.is === 'aside') continue;
    }
    const values = readRow(row, found, sheet, remarks);
    if (values !== undefined) rows.push({ row: row.number, facts: new RowFacts(places, values) });
  }
  const read = new Set(rows.map(({ row }) => row));
  for (const merge of merges.refused) remarks.problems.push(...refuseMerge(merge, read, sheet));
  for (const merge of merges.wide) remarks.problems.push(...refuseWide(merge, read, sheet));
  const columns = new Map<string, string>();
  for (const { heading, column } of found) if (column !== undefined) columns.set(heading, columnLetters(column));
  return {
    fileName: sheet.fileName,
    sheetName: sheet.name,
    headingRow: lastRow,
    lastRow: sheet.rows.reduce(
      (last, { number, cells }) => (cells.length > 0 ? Math.max(last, number) : last),
      lastRow,
    ),
    columns,
    rows,
    aside,
    unclear,
    merges: merges.filled.map((each) => describeMerge(each, sheet)),
    aliases: found.flatMap(({ heading, alias }) => (alias === null ? [] : [{ heading, alias }])),
    ...remarks,
  };
}

/** Most rows of a list that people have prepared hold nothing in the columns that are read. */
function isBlankRow({ cells }: SheetRow, found: readonly FoundColumn[]): boolean {
  return !cells.some(
    (cell) =>
      found.some(({ column }) => column === cell.column) &&
      (cell.kind !== 'text' || trimUnseen(cleanControls(cell.text)) !== ''),
  );
}

/** A value for each column; undefined when every wanted cell of the row is blank. */
function readRow(
  row: SheetRow,
  found: readonly FoundColumn[],
  sheet: SheetContent,
  { problems, notes, formulas }: Remarks,
): FactValue[] | undefined {
  let blank = true;
  const read = isStruckRow(row, new Set(found.map(({ column }) => column)), sheet) ? readWritten : readFact;
  const values: FactValue[] = [];
  for (const { spec, heading, column } of found) {
    const cell = column === undefined ? undefined : cellAt(row, column);
    const reading = read(cell, spec, sheet);
    if (reading !== null) blank = false;
    if (cell?.formula) formulas.add(formulaKey(row.number, heading));
    if (reading instanceof FactFault) {
      if (cell !== undefined) problems.push(describeProblem({ row: row.number, cell }, spec, reading, sheet));
      values.push(null);
    } else if (reading instanceof NotedFact) {
      const { value, canonical, notes: told } = reading;
      const shown = cell === undefined ? '' : describeCell(cell, spec, sheet);
      for (const note of told) notes.push({ row: row.number, heading, found: shown, canonical, ...note });
      values.push(value);
    } else values.push(reading);
  }
  return blank ? undefined : values;
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
  { row, cell }: { readonly row: number; readonly cell: Cell },
  spec: RosterColumn,
  fault: FactFault,
  sheet: SheetContent,
): TableProblem {
  const { heading } = spec;
  const { code, wanted, candidates } = fault;
  const address = columnLetters(cell.column) + String(row);
  const place = `文件${quoteForUser(sheet.fileName)}工作表${quoteForUser(sheet.name)}的 ${address} 单元格（${heading}）`;
  const found = describeCell(cell, spec, sheet);
  const message = `${place}应为${/^\d/.test(wanted) ? ' ' : ''}${wanted}，现为${found}${describeMeanings(fault)}。`;
  return { row, heading, address, code, found, message, candidates };
}
