/** A returned sheet as it is held in thousands: its values are one string, a character each, and become lists where they are read. */
import type { VetoState } from '../master-roster.ts';
import { SCORE_COLUMNS, type ReturnedSheet, type ScoreColumn } from './returned-file.ts';

const VETO_STATES = ['clear', 'occurred', 'open'] as const satisfies readonly VetoState[];
const BLANK = 0;
/** Stands for a score or a state that nobody could read. */
const UNREAD = 0xffff;

/** Plain data, small to hand from thread to thread. */
export interface PackedSheet extends Omit<ReturnedSheet, 'scores' | 'vetoes' | 'unread'> {
  /** Items of a column. */
  readonly items: number;
  /** In the order of `listEntries`: scores (0 is blank, else one more than the steps), then veto states. */
  readonly values: string;
}

/** @throws {RangeError} when a score is no whole number from 0, or one beyond every score sheet */
export function packSheet({ scores, vetoes, unread, ...names }: ReturnedSheet): PackedSheet {
  const items = scores.self.length;
  if (scores.association.length !== items || vetoes.association.length !== vetoes.self.length) {
    throw new RangeError('columns of different length');
  }
  const codes = [
    ...SCORE_COLUMNS.flatMap((column) => scores[column].map(encodeScore)),
    ...SCORE_COLUMNS.flatMap((column) => vetoes[column].map((state) => VETO_STATES.indexOf(state))),
  ];
  for (const at of unread) codes[at] = UNREAD;
  const values = String.fromCharCode(...codes);
  return { ...names, items, values };
}

export class HeldSheet implements ReturnedSheet {
  readonly sheetName: string;
  readonly unitNumber: string;
  readonly unitName: string;
  readonly application: string;
  private readonly items: number;
  private readonly values: string;

  constructor({ sheetName, unitNumber, unitName, application, items, values }: PackedSheet) {
    this.sheetName = sheetName;
    this.unitNumber = unitNumber;
    this.unitName = unitName;
    this.application = application;
    this.items = items;
    this.values = values;
  }

  get scores(): Readonly<Record<ScoreColumn, (number | null)[]>> {
    const read = (from: number) => Array.from({ length: this.items }, (_, index) => this.scoreAt(from + index));
    return { self: read(0), association: read(this.items) };
  }

  get vetoes(): Readonly<Record<ScoreColumn, VetoState[]>> {
    const from = 2 * this.items;
    const each = (this.values.length - from) / 2;
    const read = (start: number) => Array.from({ length: each }, (_, index) => this.stateAt(start + index));
    return { self: read(from), association: read(from + each) };
  }

  get unread(): number[] {
    return Array.from(this.values, (_, at) => at).filter((at) => this.values.charCodeAt(at) === UNREAD);
  }

  private scoreAt(at: number): number | null {
    const code = this.values.charCodeAt(at);
    return code === BLANK || code === UNREAD ? null : code - 1;
  }

  private stateAt(at: number): VetoState {
    return VETO_STATES[this.values.charCodeAt(at)] ?? 'open';
  }
}

function encodeScore(steps: number | null): number {
  if (steps === null) return BLANK;
  if (!Number.isInteger(steps) || steps < 0 || steps + 1 >= UNREAD)
    throw new RangeError(`no score of a sheet: ${steps}`);
  return steps + 1;
}
