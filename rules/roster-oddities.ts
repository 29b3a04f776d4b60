/** What is odd about rows, cells and tabs of a master roster, apart from what single cells hold. */
import type { CellRef, TableKey } from './roster-cell.ts';
import type { FactValue } from './roster-column.ts';

/** What people do not see in the workbook, or have struck out. It is read all the same. */
export interface UnseenPart {
  readonly kind: 'row-hidden' | 'row-struck' | 'rows-filtered' | 'column-hidden' | 'sheet-hidden' | 'sheet-very-hidden';
  /** The row's first cell; the heading where it is about more than a row. */
  readonly cell: CellRef;
  /** Those that are hidden or struck out, where it is about rows. */
  readonly rows: readonly number[];
}

/** What a row is that is no record. */
export type AsideKind = 'total' | 'note' | 'signature' | 'heading' | 'title' | 'nameless';

/** A row that is no record: it counts nowhere. */
export interface RowAside {
  readonly sheet: TableKey;
  readonly row: number;
  readonly kind: AsideKind;
  /** What it begins with, for lists; nothing of it is private. */
  readonly text: string;
}

/** A row of which nobody can say for sure whether it is a record. */
export interface UnclearRow {
  readonly cell: CellRef;
  readonly isCounted: boolean;
  /** What speaks against it: `有“小计”二字`. */
  readonly reason: string;
}

/** A cell over several rows, of which each was read as if it held the value. */
export interface MergedCells {
  /** The cells that were filled; not the uppermost, which holds the value. */
  readonly cells: readonly [CellRef, ...CellRef[]];
  /** `B15:B16` */
  readonly range: string;
  /** Null where it is not for everybody's eyes. */
  readonly value: string | null;
  /** What each cell was read as. */
  readonly fact: FactValue;
}

/** A heading that was known by an alias. */
export interface OtherHeading {
  readonly cell: CellRef;
  readonly written: string;
}

/** A sheet that has the columns of another, or its name and some of them, and is read for nothing. */
export interface CopiedTab {
  readonly sheet: TableKey;
  /** The heading of the sheet that counts. */
  readonly cell: CellRef;
  /** As its tab has it. */
  readonly name: string;
  /** It has every column that the other has to have. */
  readonly isWhole: boolean;
  readonly rows: number;
  /** How many of its rows, as far as its columns go, the sheet that counts has too. */
  readonly same: number;
}

/** What is odd about rows and sheets, apart from what single cells hold. */
export interface RosterOddities {
  readonly aside: readonly RowAside[];
  readonly unclear: readonly UnclearRow[];
  readonly merged: readonly MergedCells[];
  readonly headings: readonly OtherHeading[];
  readonly copies: readonly CopiedTab[];
}
