/** A page as it lies on paper, in plain data. All sizes are in points, from the upper left corner of the paper. */
import type { PrintRun } from './print-sheet.ts';
import type { BorderLine } from './print-style.ts';

export interface PrintPage {
  /** The name of the sheet that it is of. */
  readonly sheet: string;
  /** As page numbers go. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Cells and merged ranges with a colour or a text. */
  readonly boxes: readonly PrintBox[];
  readonly rules: readonly PrintRule[];
  /** Header and footer. */
  readonly lines: readonly PrintLine[];
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PrintBox extends Frame {
  /** Of its first cell. */
  readonly row: number;
  readonly column: number;
  readonly fill: string | null;
  readonly lines: readonly PrintLine[];
  /** What is outside of it is not seen; null where the text is wholly inside. */
  readonly clip: Frame | null;
  /** Degrees against the clock, about the middle of the box. */
  readonly turn: number;
}

export interface PrintLine {
  readonly runs: readonly PrintRun[];
  readonly x: number;
  /** Of the line on which letters stand. */
  readonly y: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A line of a border. */
export interface PrintRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly line: BorderLine;
}
