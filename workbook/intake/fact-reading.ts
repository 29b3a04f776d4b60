/** What comes of reading a cell that is not plainly what its column asks. */
import type { NoteKind } from '../../rules/note-kind.ts';
import type { FactValue } from '../../rules/roster-column.ts';

export type FactFaultCode =
  | 'error-value'
  | 'uncomputed'
  | 'not-text'
  | 'date-for-text'
  | 'id-number-elsewhere'
  | 'digits-lost'
  | 'not-yes-no'
  | 'not-a-number'
  | 'not-whole'
  | 'not-a-month'
  | 'ambiguous-month'
  | 'not-a-date'
  | 'not-a-choice'
  | 'id-as-number';

/** Why a cell cannot be read as its column asks. */
export class FactFault {
  constructor(
    readonly code: FactFaultCode,
    /** What the cell should hold, in Chinese, after 应为. */
    readonly wanted: string,
    /** What the cell could hold instead, each as somebody would type it; empty where it may be anything. */
    readonly candidates: readonly string[] = [],
  ) {}
}

/** A cell that can mean one thing only, and says it in another spelling. */
export class NotedFact {
  constructor(
    readonly value: FactValue,
    /** What the cell would hold if it were written as wanted; empty for a blank cell. Reading it gives `value` and no note. */
    readonly canonical: string | number,
    readonly notes: readonly ReadingNote[],
  ) {}
}

export interface ReadingNote {
  readonly kind: NoteKind;
  /** What was done to the cell, in Chinese: goes behind the cell's name, without a full stop. */
  readonly message: string;
}
