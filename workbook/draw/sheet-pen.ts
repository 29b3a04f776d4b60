/** Draws a sheet row by row, each as high as its longest text needs. */
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';
import type { Look } from './cell-looks.ts';
import { LineCounter } from './line-counter.ts';
import type { Formula, DrawnPage, PenCell } from './page.ts';

const ROW_PADDING = 3;
/** The highest that a row can be. */
const MOST_HEIGHT = 409;

export class SheetPen {
  /** The row to be written next, from 1. */
  row = 1;

  private readonly lines = new LineCounter();

  /** @param widths of the columns, in points */
  constructor(
    readonly page: DrawnPage,
    private readonly widths: readonly number[],
  ) {
    page.setWidths(widths);
  }

  /** Number of columns. */
  get columns(): number {
    return this.widths.length;
  }

  /**
   * Writes the next row, from column A.
   * @param minHeight in points
   * @returns its number
   */
  write(cells: readonly PenCell[], minHeight = 0): number {
    this.page.addRow(cells, this.measure(cells, minHeight));
    this.row += 1;
    return this.row - 1;
  }

  /** How high the row will be. */
  measure(cells: readonly PenCell[], minHeight = 0): number {
    let column = 1;
    let height = minHeight;
    for (const { value, look, span = 1 } of cells) {
      // Numbers never wrap.
      if (typeof value === 'string') height = Math.max(height, this.heightOf(value, look, column, span));
      column += span;
    }
    return Math.min(height, MOST_HEIGHT);
  }

  /** Writes one text across all columns. */
  writeLine(text: string, look: Look, minHeight = 0): number {
    return this.write([{ value: text, look, span: this.columns }], minHeight);
  }

  /** Leaves a row blank. */
  skip(height: number): void {
    this.page.addRow([], height);
    this.row += 1;
  }

  private heightOf(text: string, look: Look, first: number, span: number): number {
    let width = 0;
    for (let column = first; column < first + span; column += 1) width += this.widths[column - 1] ?? 0;
    return this.lines.count(text, look.fontSize, width) * look.fontSize * LINE_HEIGHT + ROW_PADDING;
  }
}

/** `SUM(C4:C23)` of a column (from 1) and rows, with the sum as it is now; without rows the sum is plain 0, for the formula would add itself. */
export function sumFormula(column: number, firstRow: number, lastRow: number, result: number): Formula | 0 {
  if (lastRow < firstRow) return 0;
  const letters = columnLetters(column);
  return { formula: `SUM(${letters}${firstRow}:${letters}${lastRow})`, result };
}
