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
  | 'struck-in-part'
  | 'not-yes-no'
  | 'not-a-number'
  | 'not-whole'
  | 'not-a-month'
  | 'ambiguous-month'
  | 'not-a-date'
  | 'not-a-choice'
  | 'id-as-number'
  | 'credit-code';

/** What a cell may mean. */
export interface Meaning {
  /** In words, for a message. */
  readonly words: string;
  /** As somebody would type it; null where nobody can say. */
  readonly typed: string | null;
}

/** What a dash or 无 may say in a column of numbers, beside 0. */
export const NOT_FILLED_IN: Meaning = { words: '没有填写', typed: null };

/** Why a cell cannot be read as its column asks. */
export class FactFault {
  constructor(
    readonly code: FactFaultCode,
    /** What the cell should hold, in Chinese, after 应为. */
    readonly wanted: string,
    /** The two that it can mean; empty where it means none. */
    readonly meanings: readonly Meaning[] = [],
    /** What it could hold instead; empty where it may be anything. */
    readonly candidates: readonly string[] = typedOf(meanings),
  ) {}
}

/** One alone would look certain. */
function typedOf(meanings: readonly Meaning[]): string[] {
  const typed = meanings.flatMap((meaning) => meaning.typed ?? []);
  return typed.length < meanings.length ? [] : typed;
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
