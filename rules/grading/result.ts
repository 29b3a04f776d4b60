/** What grading says of one application. */
import type { MemberUnit, Nominee } from '../master-roster.ts';
import type { Award } from '../scheme.ts';
import type { GradeGround } from './grounds.ts';
import type { Judged } from './judge-grades.ts';

/** The reasons stand in the order of the grade's conditions, formalities left out. */
export interface GradeStep extends Judged {
  readonly grade: Award;
}

/** `applied`: one grade is asked for; `report`: the annual report; `kept`: the grade stays; `open`: the cell is blank. */
export type MatterKind = 'applied' | 'report' | 'kept' | 'open';

export interface GradeResult extends GradeOutcome {
  readonly nominee: Nominee;
  readonly unit: MemberUnit | null;
  readonly kind: MatterKind;
  /** What is applied for; null when it is no grade. */
  readonly applied: Award | null;
  /** The grade held before; null where there is none, or it is not known. */
  readonly held: Award | null;
  /** Every grade, the best first; of a kept grade that one alone; empty where nobody knows what is asked. */
  readonly steps: readonly GradeStep[];
  /** The best grade whose standards are all met; where nothing is assessed the one that is held. */
  readonly reached: Award | null;
  /** A better grade that may still be reached once the open questions are answered. */
  readonly possible: Award | null;
  /** The conditions of the application as such. */
  readonly formalities: Judged;
  /** Grounds that hold. */
  readonly downgrades: readonly GradeGround[];
  readonly revocations: readonly GradeGround[];
}

export interface GradeOutcome {
  /** The grade after all grounds; null without one. */
  readonly outcome: Award | null;
  /** False while an open question may change the outcome; until then it is what is sure. */
  readonly settled: boolean;
  /** Against the grade held before; null where there is none before or after, or it is not known. */
  readonly change: GradeChange | null;
}

export type GradeChange = 'new' | 'up' | 'same' | 'down' | 'lost';
