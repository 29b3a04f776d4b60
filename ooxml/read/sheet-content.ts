import type { CellPlace, CellRange } from './cell-address.ts';
import type { TextRuns } from './read-strings.ts';
import { PLAIN_STYLE, type CellStyle } from './read-styles.ts';

interface CellBase {
  /** From 1. */
  readonly column: number;
  /** Index into the sheet's `styles`. */
  readonly style: number;
  /** A formula stands here; the value is its stored result. */
  readonly formula: boolean;
}

interface TextCell extends CellBase {
  readonly kind: 'text';
  readonly text: string;
  /** Absent where it is all in the cell's font. */
  readonly runs?: TextRuns;
}

interface NumberCell extends CellBase {
  readonly kind: 'number';
  readonly value: number;
  /** Shown as a date or time: `value` is then a serial number, see `dayOfSerial`. */
  readonly isDate: boolean;
}

interface BooleanCell extends CellBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

interface ErrorCell extends CellBase {
  readonly kind: 'error';
  /** As shown: `#REF!`. */
  readonly text: string;
}

/** A formula whose result the file does not hold, as libraries without a calculator write it. */
interface UncomputedCell extends CellBase {
  readonly kind: 'uncomputed';
}

/** A cell that holds something. Blank cells are not there at all; an empty text is a text. */
export type Cell = TextCell | NumberCell | BooleanCell | ErrorCell | UncomputedCell;

export interface SheetRow {
  /** From 1. */
  readonly number: number;
  /** By column, at least one. */
  readonly cells: readonly Cell[];
}

/** What one sheet holds. */
export interface SheetContent {
  readonly fileName: string;
  readonly name: string;
  /** The workbook counts days from 1904 (old Mac files) instead of 1900. */
  readonly date1904: boolean;
  readonly styles: readonly CellStyle[];
  /** Rows that hold something, from top to bottom. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  /** Row numbers; a row of height 0 is hidden too. */
  readonly hiddenRows: readonly number[];
  /** Blocks of columns; a column of width 0 is hidden too. */
  readonly hiddenColumns: readonly ColumnBlock[];
  /** The block of cells of which a filter shows only some rows; null where none does. */
  readonly filter: CellRange | null;
  /** Formulas that look something up in another workbook; their value is what was stored. Absent where there are none. */
  readonly linkedCells?: readonly CellPlace[];
  /** The sheet is protected, so that its locked cells cannot be edited. */
  readonly isProtected: boolean;
}

/** Columns from 1, both included. */
export interface ColumnBlock {
  readonly first: number;
  readonly last: number;
}

/** The format of a cell. */
export function styleOf(sheet: SheetContent, cell: Cell): CellStyle {
  return sheet.styles[cell.style] ?? PLAIN_STYLE;
}

/** What of a cell is struck out. A run with a font of its own is as that says, whatever the cell's is. */
export function strikeOf(sheet: SheetContent, cell: Cell): 'whole' | 'in-part' | null {
  const ofCell = styleOf(sheet, cell).struck;
  const runs = cell.kind === 'text' ? cell.runs : undefined;
  if (runs === undefined) return ofCell ? 'whole' : null;
  const isStruck = runs.struck || (runs.ofCell && ofCell);
  const isPlain = runs.plain || (runs.ofCell && !ofCell);
  if (!isStruck) return null;
  return isPlain ? 'in-part' : 'whole';
}
