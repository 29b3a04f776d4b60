/** The red line of an output that rests on an incomplete base, and the mark at the head of each of its pages. */
import { LOOK } from './cell-looks.ts';
import type { DrawnPage } from './page.ts';
import type { SheetPen } from './sheet-pen.ts';

/** As drafts are marked: bold and red, at the right of the header. */
const MARK = '&R&"宋体,Bold"&14&KFF0000未定稿';

/**
 * Writes the line across the sheet and marks its pages; neither where there is nothing to say.
 * @returns the row, for the rows that every page repeats; else the next one
 */
export function drawWarning(pen: SheetPen, warning: string): number {
  if (warning === '') return pen.row;
  markUnfinished(pen.page);
  return pen.writeLine(warning, LOOK.warning, 22);
}

/** Of a sheet that has no room for the line. */
export function markUnfinished(page: DrawnPage): void {
  page.setHeader(MARK);
}
