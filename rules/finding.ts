/** What a check of the master roster found. */
import type { Citation } from './citation.ts';
import type { CellRef } from './master-roster.ts';

/** Rules that hold for every scheme; the others are the ids of the scheme's own conditions. */
export const COMMON_RULES = [
  'unreadable-cell',
  'duplicate-unit-number',
  'unknown-district',
  'unknown-award',
  'unit-name-differs',
  'same-unit-two-names',
  'nominated-twice',
  'field-missing',
  'deeds-empty',
  'deeds-copied',
  'id-number-missing',
  'id-number-malformed',
  'id-number-birth',
  'id-number-sex',
  'score-row-unknown',
  'score-row-twice',
  'score-out-of-range',
  'override-invalid',
  'sequence-unknown',
  'over-quota',
  'unused-places',
] as const;

export type CommonRule = (typeof COMMON_RULES)[number];

export interface Finding {
  /** A common rule, or the id of the scheme's condition that it concerns. */
  readonly rule: CommonRule | (string & {});
  /** A violation stands in the way; a question is open until somebody answers it. */
  readonly severity: 'violation' | 'question';
  readonly cite: Citation;
  /** The cell to look at first, then others that belong to it. */
  readonly where: readonly [CellRef, ...CellRef[]];
  /** What is wrong, in words without the place: `基本得分 84 分，低于 85 分`. */
  readonly message: string;
  /** What is there now, as shown to people; never an ID number. */
  readonly found: string;
  /** What would mend it. */
  readonly mend: string;
}
