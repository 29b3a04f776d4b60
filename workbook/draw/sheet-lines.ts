/**
 * What a sheet says of itself between title and headings: in red, with a mark at the head of each page, that its base is incomplete; plainly, that
 * rows of it rest on a decision. That list is final, and the line stays.
 */
import { LOOK, type Look } from './cell-looks.ts';
import type { DrawnPage } from './page.ts';
import type { SheetPen } from './sheet-pen.ts';
import { describePart } from './words.ts';

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

/** What a sheet says of itself between its title and its headings; empty where there is nothing to say. */
export interface SheetLines {
  /** Whose alone the sheet is; empty or left out of the whole. */
  readonly part?: string;
  readonly warning: string;
  readonly decided: string;
}

const LINE: Look = { ...LOOK.line, fontSize: 10 };

/** @returns the first row of both, for the rows that every page repeats; else the next one */
export function drawLines(pen: SheetPen, { part = '', warning, decided }: SheetLines): number {
  drawPart(pen, part);
  const first = drawWarning(pen, warning);
  drawDecided(pen, decided);
  return first;
}

/** Says of a part that it is one. */
export function drawPart(pen: SheetPen, part: string): void {
  if (part !== '') pen.writeLine(describePart(part), LINE, 20);
}

/** Writes the line across the sheet; nothing where there is nothing to say. */
export function drawDecided(pen: SheetPen, decided: string): void {
  if (decided !== '') pen.writeLine(decided, LINE, 20);
}
