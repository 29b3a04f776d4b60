/** A sheet with one table: title, a line about it, headings that every page repeats, a row for each thing. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import { LOOK } from './cell-looks.ts';
import { drawLines } from './sheet-lines.ts';
import { fitWidths, type WidthRange } from './column-widths.ts';
import type { DrawnPage, PenCell } from './page.ts';
import { printableWidth } from './print-setup.ts';
import { SheetPen } from './sheet-pen.ts';
import { titleOfPart } from './words.ts';

/** Rows that can be gone through again. A long list makes them anew each time instead of keeping them. */
type ListRows = Iterable<readonly PenCell[]>;

/** Rows that are made whenever they are gone through. */
export function makeRows(make: () => Iterator<readonly PenCell[]>): ListRows {
  return { [Symbol.iterator]: make };
}

interface ListHead {
  readonly title: string;
  readonly about: string;
  /** Whose alone it is; empty or left out of the whole. */
  readonly part?: string;
  /** That the base is incomplete; empty where it is not. */
  readonly warning: string;
  /** That rows rest on decisions; empty or left out where none does. */
  readonly decided?: string;
}

/**
 * @param columns their widths in points
 * @param rows gone through twice: for the widths, and to be drawn
 * @returns the pen, below the last row
 */
export function drawList(
  page: DrawnPage,
  { title, about, part = '', warning, decided = '' }: ListHead,
  columns: readonly (WidthRange & { readonly heading: string })[],
  rows: ListRows,
): SheetPen {
  const headings = columns.map(({ heading }) => heading);
  const texts = listTexts(headings, rows);
  const pen = new SheetPen(page, fitWidths(columns, texts, LOOK.text.fontSize, printableWidth('landscape')));
  pen.writeLine(titleOfPart(title, part), LOOK.title, 36);
  pen.writeLine(about, LOOK.line, 22);
  const firstRepeated = drawLines(pen, { part, warning, decided });
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  for (const row of rows) pen.write(row, 20);
  const lastRow = pen.row - 1;
  if (lastRow === headingRow) pen.writeLine('无', LOOK.center, 22);
  page.setUp({
    orientation: 'landscape',
    titleRows: { first: firstRepeated, last: headingRow },
    frozenRows: headingRow,
    filter: lastRow > headingRow ? { first: headingRow, last: lastRow, columns: columns.length } : undefined,
  });
  return pen;
}

function* listTexts(headings: readonly string[], rows: ListRows): Generator<readonly string[]> {
  yield headings;
  for (const row of rows) yield row.map(({ value }) => (typeof value === 'string' ? value : ''));
}

export function center(value: string | number): PenCell {
  return { value, look: LOOK.center };
}

/** Text from the roster: no ID number passes. */
export function text(value: string): PenCell {
  return { value: hideIdNumbers(value), look: LOOK.text };
}
