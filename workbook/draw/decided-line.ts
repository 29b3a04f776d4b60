/** The plain line of a sheet some of whose rows rest on a decision. Not red: the list is final, and the line stays. */
import { LOOK, type Look } from './cell-looks.ts';
import type { SheetPen } from './sheet-pen.ts';
import { drawWarning } from './warning-line.ts';

/** What a sheet says of itself between its title and its headings; empty where there is nothing to say. */
export interface SheetLines {
  readonly warning: string;
  readonly decided: string;
}

const LINE: Look = { ...LOOK.line, fontSize: 10 };

/** @returns the first row of both, for the rows that every page repeats; else the next one */
export function drawLines(pen: SheetPen, { warning, decided }: SheetLines): number {
  const first = drawWarning(pen, warning);
  drawDecided(pen, decided);
  return first;
}

/** Writes the line across the sheet; nothing where there is nothing to say. */
export function drawDecided(pen: SheetPen, decided: string): void {
  if (decided !== '') pen.writeLine(decided, LINE, 20);
}
