import type { RosterCheck } from '../../rules/check-roster.ts';
import type { GradeResult } from '../../rules/grading/result.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import type { Grading } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** What the sheets of the report are drawn from. */
export interface GradeReport {
  readonly scheme: Scheme;
  readonly grading: Grading;
  readonly check: RosterCheck;
  /** In the roster's order. */
  readonly results: readonly GradeResult[];
  /** The certificates that may be issued, with their codes; empty without a key. */
  readonly certificates: ReadonlyMap<Nominee, { readonly code: string }>;
}

/** With the line that stands on every sheet; empty where the base is complete. */
export interface DrawnReport extends GradeReport {
  readonly warning: string;
}
