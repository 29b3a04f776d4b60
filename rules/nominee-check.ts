/** What a check says of one nomination. */
import type { AskedOpinion } from './asked-opinions.ts';
import type { Conclusion, Decision } from './decision.ts';
import type { Eligibility } from './eligibility.ts';
import type { Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import type { GatedOutput, ReviewStep } from './scheme-parts.ts';

/** Whether the check clears a nomination. */
export interface ClearedNominee extends Eligibility {
  /**
   * All conditions hold, no finding about it holds it up, and a nomination that it depends on is cleared too: it may go on, to whoever concludes.
   */
  readonly cleared: boolean;
  /** What is said about it, all of it. */
  readonly findings: readonly Finding[];
  /** Nominations that it depends on and that are not cleared though their conditions hold; a unit's, for its department. */
  readonly heldUpBy: readonly Nominee[];
}

export interface NomineeCheck extends ClearedNominee {
  /** What the bodies of the review have concluded, one for each step of the scheme, in their order. */
  readonly conclusions: readonly StepConclusion[];
  /** Whether it goes out. */
  readonly standing: Readonly<Record<GatedOutput, Standing>>;
  /** Where it stands after all steps of the review. */
  readonly reviewed: Standing;
  /** Nominations of its unit that it depends on and that the bodies have refused, or not shortlisted yet. */
  readonly lacksParents: readonly LackingParent[];
}

/** What one step says of one nomination. */
export interface StepConclusion {
  readonly step: ReviewStep;
  /** Null until it is concluded: no row, or none that counts. */
  readonly conclusion: Conclusion | null;
  /** The row that concludes, or would if it were in order; null where a body's consent is enough. */
  readonly decision: Decision | null;
  /** Of a step that seeks opinions; null of any other. */
  readonly sought: AskedOpinion | null;
  /** All rows of the step that name the nomination, in the order of the sheet. */
  readonly rows: readonly Decision[];
  /** Why what was concluded does not count. */
  readonly faults: readonly Finding[];
}

/** A nomination that another one depends on, and that does not go out after all steps of the review. */
export interface LackingParent {
  readonly nominee: Nominee;
  readonly standing: Standing;
}

/**
 * `chosen`: it goes out. `against`: so it does, because a body decided so with its reason, though a condition is not met. `waiting`: nothing
 * stands in its way but that a body has not concluded yet, or not for what it depends on. `rejected`: a body said no. `held`: the check holds
 * it up.
 */
export type Standing = 'chosen' | 'against' | 'waiting' | 'rejected' | 'held';
