/** What a pen draws on: a sheet that is written row by row (`list-workbook.ts`), or one of exceljs (`exceljs-page.ts`). */
import type { Look } from './cell-looks.ts';
import type { Orientation } from './print-setup.ts';

/** Who made a workbook, as its properties say. */
export const MAKER = '评优台';

export interface PenCell {
  readonly value: string | number | Formula | null;
  readonly look: Look;
  /** Columns that the cell takes; 1 unless told. */
  readonly span?: number;
}

/** A formula without `=`, and the value that it has now. */
export interface Formula {
  readonly formula: string;
  readonly result: number | string;
}

/** How a sheet is seen and printed. Rows and columns count from 1. */
export interface PageSetUp {
  readonly orientation: Orientation;
  /** Rows that every printed page repeats. */
  readonly titleRows?: { readonly first: number; readonly last: number } | undefined;
  /** How many rows and columns stay in sight; none unless told. */
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** One page wide, and as many long as it takes unless told. */
  readonly pagesHigh?: number;
  /** The row of headings to filter by, and the last row below it. */
  readonly filter?: { readonly first: number; readonly last: number; readonly columns: number } | undefined;
}

export interface DrawnPage {
  readonly name: string;
  /** In points. */
  setWidths(widths: readonly number[]): void;
  /** Adds the next row, from column A. @param height in points */
  addRow(cells: readonly PenCell[], height: number): void;
  /** Joins the cells of a column, over these rows, to one. */
  joinRows(column: number, first: number, last: number): void;
  /** The next printed page begins below the row that was added last. */
  breakPage(): void;
  /** Sets the line at the head of each printed page, in the codes of spreadsheet programs. */
  setHeader(header: string): void;
  setUp(setUp: PageSetUp): void;
}
