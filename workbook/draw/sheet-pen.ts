/** Draws a sheet row by row, each as high as its longest text needs. */
import type { CellValue, Worksheet } from 'exceljs';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { toStyle, type Look } from './cell-looks.ts';
import { toCellText } from './cell-text.ts';
import { toColumnWidth } from './column-widths.ts';
import { breakLines, LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';

export interface PenCell {
  readonly value: string | number | Formula | null;
  readonly look: Look;
  /** Columns that the cell takes; 1 unless told. */
  readonly span?: number;
}

/** A formula without `=`, and the value that it has now. */
export interface Formula {
  readonly formula: string;
  readonly result: number;
}

const ROW_PADDING = 3;
/** The highest that a row can be. */
const MOST_HEIGHT = 409;

export class SheetPen {
  /** The row to be written next, from 1. */
  row = 1;

  /** @param widths of the columns, in points */
  constructor(
    readonly sheet: Worksheet,
    private readonly widths: readonly number[],
  ) {
    widths.forEach((width, index) => {
      sheet.getColumn(index + 1).width = toColumnWidth(width);
    });
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
    const row = this.row;
    let column = 1;
    let height = minHeight;
    for (const { value, look, span = 1 } of cells) {
      const last = column + span - 1;
      const style = toStyle(look);
      for (let each = column; each <= last; each += 1) this.sheet.getCell(row, each).style = style;
      this.sheet.getCell(row, column).value = toCellValue(value);
      if (span > 1) this.sheet.mergeCells(row, column, row, last);
      height = Math.max(height, this.heightOf(value, look, column, last));
      column = last + 1;
    }
    this.sheet.getRow(row).height = Math.min(height, MOST_HEIGHT);
    this.row += 1;
    return row;
  }

  /** Writes one text across all columns. */
  writeLine(text: string, look: Look, minHeight = 0): number {
    return this.write([{ value: text, look, span: this.columns }], minHeight);
  }

  /** Leaves a row blank. */
  skip(height: number): void {
    this.sheet.getRow(this.row).height = height;
    this.row += 1;
  }

  private heightOf(value: PenCell['value'], look: Look, first: number, last: number): number {
    // Numbers never wrap.
    const text = typeof value === 'string' ? value : '';
    const width = this.widths.slice(first - 1, last).reduce((sum, each) => sum + each, 0);
    const { lines } = breakLines(text, look.fontSize, width);
    // Where a text wraps, another program may wrap it a character earlier.
    const most = lines > 1 ? breakLines(text, look.fontSize, width - look.fontSize).lines : lines;
    return most * look.fontSize * LINE_HEIGHT + ROW_PADDING;
  }
}

/** `SUM(C4:C23)` of a column (from 1) and rows, with the sum as it is now; without rows the sum is plain 0, for the formula would add itself. */
export function sumFormula(column: number, firstRow: number, lastRow: number, result: number): Formula | 0 {
  if (lastRow < firstRow) return 0;
  const letters = columnLetters(column);
  return { formula: `SUM(${letters}${firstRow}:${letters}${lastRow})`, result };
}

function toCellValue(value: PenCell['value']): CellValue {
  if (typeof value === 'string') return value === '' ? null : toCellText(value);
  if (value === null || typeof value === 'number') return value;
  return { formula: value.formula, result: value.result };
}
