/**
 * The port between the pane and a workbook. Excel through Office.js is one side, a file opened in the browser the other; the panels know
 * neither. Every method may throw `HostError`; reading a file may also throw `UnusableInput`.
 */
import type { CellRange } from '../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';

export interface SheetInfo {
  readonly name: string;
  readonly isVisible: boolean;
}

export interface WorkbookAbout {
  /** As the user knows it; Excel tells it from ExcelApi 1.7. */
  readonly fileName: string;
  /** Worksheets in the order of their tabs. */
  readonly sheets: readonly SheetInfo[];
  /** Custom document properties, values as text. */
  readonly properties: ReadonlyMap<string, string>;
}

/** Rows from 1, both included. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Values for a block of cells that all may be written; null empties a cell. */
export interface BlockWrite {
  readonly sheet: string;
  /** The cell in its top left corner. */
  readonly address: string;
  /** Row by row, every row equally long. */
  readonly values: readonly (readonly (string | number | null)[])[];
}

/** Something may have changed: read again. Events are hints, not data. */
export interface ChangeHint {
  /** Null when any sheet may have changed, or the list of sheets. */
  readonly sheet: string | null;
  /** Null when any row may have changed, or rows were inserted or deleted. */
  readonly rows: RowSpan | null;
}

export interface Mark {
  readonly sheet: string;
  readonly address: string;
  readonly severity: 'violation' | 'question';
  /** What is wrong, for the note of the cell. */
  readonly note: string;
}

export interface MarkCount {
  readonly coloured: number;
  /** Cells that got a note; fewer where the engine has none, or the cell has one of its own. */
  readonly noted: number;
}

export interface WorkbookHost {
  readonly kind: 'excel' | 'file';
  describe(): Promise<WorkbookAbout>;
  /** The names of the worksheets as they are now. */
  listSheets(): Promise<readonly string[]>;
  /**
   * Blocks of sheets, in one sync: with formulas and protection; merges, hidden rows and which cells are locked are told of a file only.
   * In the order asked for; null for a sheet that is not there.
   */
  readBlocks(blocks: readonly { sheet: string; range: CellRange }[]): Promise<readonly (SheetContent | null)[]>;
  /**
   * Puts sheets, or some rows of them, into the desk's store, in pieces that block nobody. Sheets that are not there are left out.
   * @param isStale asked between pieces; true ends the work
   */
  fillDesk(sheets: readonly string[], rows?: RowSpan | null, isStale?: () => boolean): Promise<void>;
  /** Writes all blocks at once, in one sync. */
  writeCells(blocks: readonly BlockWrite[]): Promise<void>;
  /** Tells changes by other hands and by this pane. @returns the end of it */
  watch(listener: (hint: ChangeHint) => void): Promise<() => Promise<void>>;
  /** Tells which cell, or the first of several, the user selects on a sheet; absent where nobody can tell. @returns the end of it */
  readonly watchSelection?: (sheet: string, listener: (address: string) => void) => Promise<() => Promise<void>>;
  /** Shows a cell to the user, its sheet in front. */
  select(sheet: string, address: string): Promise<void>;
  isProtected(sheet: string): Promise<boolean>;
  /** Colours cells and adds notes, instead of all marks that there were. */
  mark(marks: readonly Mark[]): Promise<MarkCount>;
  /** Takes away every mark of this pane, also those of an earlier day; the sheets are as they were before. */
  unmark(): Promise<void>;
}
