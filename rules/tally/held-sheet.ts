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
  const codes: number[] = [];
  for (const column of SCORE_COLUMNS) for (const score of scores[column]) codes.push(encodeScore(score));
  for (const column of SCORE_COLUMNS) for (const state of vetoes[column]) codes.push(VETO_STATES.indexOf(state));
  for (const at of unread) codes[at] = UNREAD;
  const values = String.fromCharCode(...codes);
  return { ...names, items, values };
}

export class HeldSheet implements ReturnedSheet {
  readonly sheetName: string;
  readonly unitNumber: string;
  readonly unitName: string;
  readonly creditCode?: string;
  readonly application: string;
  private readonly items: number;
  private readonly values: string;

  constructor({ sheetName, unitNumber, unitName, creditCode, application, items, values }: PackedSheet) {
    this.sheetName = sheetName;
    this.unitNumber = unitNumber;
    this.unitName = unitName;
    if (creditCode !== undefined) this.creditCode = creditCode;
    this.application = application;
    this.items = items;
    this.values = values;
  }

  get scores(): Readonly<Record<ScoreColumn, (number | null)[]>> {
    return { self: this.readScores(0), association: this.readScores(this.items) };
  }

  get vetoes(): Readonly<Record<ScoreColumn, VetoState[]>> {
    const from = 2 * this.items;
    const each = (this.values.length - from) / 2;
    return { self: this.readStates(from, each), association: this.readStates(from + each, each) };
  }

  get unread(): number[] {
    const places: number[] = [];
    for (let at = 0; at < this.values.length; at += 1) if (this.values.charCodeAt(at) === UNREAD) places.push(at);
    return places;
  }

  // Plain loops: thousands of sheets are unpacked, several times each.
  private readScores(from: number): (number | null)[] {
    const scores: (number | null)[] = [];
    for (let at = from; at < from + this.items; at += 1) {
      const code = this.values.charCodeAt(at);
      scores.push(code === BLANK || code === UNREAD ? null : code - 1);
    }
    return scores;
  }

  private readStates(from: number, count: number): VetoState[] {
    const states: VetoState[] = [];
    for (let at = from; at < from + count; at += 1) states.push(VETO_STATES[this.values.charCodeAt(at)] ?? 'open');
    return states;
  }
}

function encodeScore(steps: number | null): number {
  if (steps === null) return BLANK;
  if (!Number.isInteger(steps) || steps < 0 || steps + 1 >= UNREAD)
    throw new RangeError(`no score of a sheet: ${steps}`);
  return steps + 1;
}
