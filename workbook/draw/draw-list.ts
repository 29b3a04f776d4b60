/** A sheet with one table: title, a line about it, headings that every page repeats, a row for each thing. */
import type { Worksheet } from 'exceljs';
import { hideIdNumbers } from '../../rules/id-number.ts';
import { LOOK } from './cell-looks.ts';
import { drawLines } from './decided-line.ts';
import { fitWidths, type WidthRange } from './column-widths.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { SheetPen, type PenCell } from './sheet-pen.ts';

/**
 * @param columns their widths in points
 * @param warning that the base is incomplete; empty where it is not
 * @param decided that rows rest on decisions; empty where none does
 * @returns the pen, below the last row
 */
export function drawList(
  sheet: Worksheet,
  title: string,
  about: string,
  columns: readonly (WidthRange & { readonly heading: string })[],
  rows: readonly (readonly PenCell[])[],
  warning: string,
  decided = '',
): SheetPen {
  const headings = columns.map(({ heading }) => heading);
  const texts = rows.map((row) => row.map(({ value }) => (typeof value === 'string' ? value : '')));
  const widths = fitWidths(columns, [headings, ...texts], LOOK.text.fontSize, printableWidth('landscape'));
  const pen = new SheetPen(sheet, widths);
  pen.writeLine(title, LOOK.title, 36);
  pen.writeLine(about, LOOK.line, 22);
  const firstRepeated = drawLines(pen, { warning, decided });
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  for (const row of rows) pen.write(row, 20);
  if (rows.length === 0) pen.writeLine('无', LOOK.center, 22);
  else sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: pen.row - 1, column: columns.length } };
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, 'landscape', { first: firstRepeated, last: headingRow });
  return pen;
}

export function center(value: string | number): PenCell {
  return { value, look: LOOK.center };
}

/** Text from the roster: no ID number passes. */
export function text(value: string): PenCell {
  return { value: hideIdNumbers(value), look: LOOK.text };
}
