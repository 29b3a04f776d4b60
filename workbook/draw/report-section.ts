/** The sections of a report's summary. */
import { LOOK } from './cell-looks.ts';
import type { SheetPen } from './sheet-pen.ts';

/** In points. */
export const ROW_HEIGHT = 18;

export function section(pen: SheetPen, text: string): void {
  pen.skip(10);
  pen.writeLine(text, LOOK.section, 24);
}

/** @returns the row of the headings */
export function heading(pen: SheetPen, texts: readonly string[], spans: readonly number[]): number {
  return pen.write(
    texts.map((value, index) => ({ value, look: LOOK.heading, span: spans[index] ?? 1 })),
    ROW_HEIGHT,
  );
}
