/** Merged cells below the headings: what people see beside several rows holds for each of them. */
import { cellAddress, type CellPlace } from '../../ooxml/read/cell-address.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';
import type { FoundColumn, FoundHeadings } from './find-headings.ts';

/** A merged cell of a wanted column over several rows. */
export interface MergeReading {
  readonly found: FoundColumn;
  /** `B15:B16` */
  readonly range: string;
  readonly value: Cell;
  /** Rows that hold something of their own, below the uppermost. */
  readonly rows: readonly [number, ...number[]];
}

interface FilledRows {
  readonly rows: readonly SheetRow[];
  readonly filled: readonly MergeReading[];
  /** No two rows may share the value of the column, so that nobody knows what was meant. */
  readonly refused: readonly MergeReading[];
  /** Over several wanted columns: nobody knows whose value it is. */
  readonly wide: readonly WideMerge[];
}

export interface WideMerge {
  readonly range: string;
  readonly first: CellPlace;
  readonly last: CellPlace;
  /** From left to right, two or more. */
  readonly columns: readonly FoundColumn[];
}

/** A merged cell that belongs to a wanted column, with the rows that it covers below its uppermost, as far as they hold anything. */
interface TallMerge {
  readonly found: FoundColumn;
  readonly first: CellPlace;
  readonly range: string;
  readonly below: readonly SheetRow[];
}

/** A row that holds nothing but merged cells of the rows above belongs to these. */
export function fillMerges(sheet: SheetContent, headings: FoundHeadings): FilledRows {
  const merges = listTall(sheet, headings);
  const wide = listWide(sheet, headings);
  if (merges.length === 0) return { rows: sheet.rows, filled: [], refused: [], wide };
  const wanted = new Set(headings.found.map(({ column }) => column));
  const covered = new Map<SheetRow, Set<number>>();
  for (const { first, below } of merges) {
    for (const row of below) covered.set(row, (covered.get(row) ?? new Set()).add(first.column));
  }
  const holdsOwn = (row: SheetRow) =>
    row.cells.some(({ column }) => wanted.has(column) && !covered.get(row)?.has(column));
  const filled: MergeReading[] = [];
  const refused: MergeReading[] = [];
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  for (const { found, first, range, below } of merges) {
    const value = byNumber.get(first.row)?.cells.find(({ column }) => column === first.column);
    const [row, ...more] = below.filter(holdsOwn).map(({ number }) => number);
    if (!value || row === undefined) continue;
    (found.spec.naming === 'own' ? refused : filled).push({ found, range, value, rows: [row, ...more] });
  }
  for (const { value, rows } of filled) {
    for (const number of rows) {
      byNumber.set(number, { number, cells: putCell(byNumber.get(number)?.cells ?? [], value) });
    }
  }
  return { rows: [...byNumber.values()], filled, refused, wide };
}

function listWide({ merges }: SheetContent, { found, lastRow }: FoundHeadings): WideMerge[] {
  return merges.flatMap(({ first, last }): WideMerge[] => {
    if (first.row <= lastRow || first.column === last.column) return [];
    const covered = found.filter(({ column = 0 }) => column >= first.column && column <= last.column);
    const columns = covered.sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
    const range = `${cellAddress(first)}:${cellAddress(last)}`;
    return columns.length > 1 ? [{ range, first, last, columns }] : [];
  });
}

/** One that overlaps another, as no program writes them, is passed over. */
function listTall({ merges, rows }: SheetContent, { found, lastRow }: FoundHeadings): TallMerge[] {
  const byColumn = new Map(found.map((each) => [each.column, each]));
  const ends = new Map<number, number>();
  return merges
    .filter(({ first, last }) => last.row > first.row && first.row > lastRow)
    .sort((a, b) => a.first.row - b.first.row)
    .flatMap(({ first, last }): TallMerge[] => {
      const column = byColumn.get(first.column);
      if (!column || first.row <= (ends.get(first.column) ?? 0)) return [];
      ends.set(first.column, last.row);
      const range = `${cellAddress(first)}:${cellAddress(last)}`;
      return [{ found: column, first, range, below: rowsIn(rows, first.row + 1, last.row) }];
    });
}

/** Rows stand in their order. */
function rowsIn(rows: readonly SheetRow[], first: number, last: number): readonly SheetRow[] {
  const from = findRow(rows, first);
  return rows.slice(from, findRow(rows, last + 1, from));
}

/** The index of the first row from this number on. */
function findRow(rows: readonly SheetRow[], number: number, from = 0): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function putCell(cells: readonly Cell[], cell: Cell): Cell[] {
  return [...cells.filter(({ column }) => column !== cell.column), cell].sort((a, b) => a.column - b.column);
}
