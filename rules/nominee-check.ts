/** What a check says of one nomination. */
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
}

/** What one step says of one nomination. */
export interface StepConclusion {
  readonly step: ReviewStep;
  /** Null until it is concluded: no row, or one that is not filled in or stands twice. */
  readonly conclusion: Conclusion | null;
  /** The row that concludes. */
  readonly decision: Decision | null;
}

/**
 * `chosen`: it goes out. `against`: so it does, because a body decided so with its reason, though a condition is not met. `waiting`: nothing
 * stands in its way but that a body has not concluded yet, or not for what it depends on. `rejected`: a body said no. `held`: the check holds
 * it up.
 */
export type Standing = 'chosen' | 'against' | 'waiting' | 'rejected' | 'held';
