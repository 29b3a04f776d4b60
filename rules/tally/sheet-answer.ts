/** What a returned sheet says as a whole, before any points are counted. */
import type { ReturnedSheet } from './returned-file.ts';

/**
 * `blank`: nobody has given a score, which is no answer, whatever veto items say. `self-missing`: the association's column holds scores and the
 * unit's own none or few beside them, so perhaps the unit has filled in the wrong one.
 */
export type SheetAnswer = 'filled' | 'blank' | 'self-missing';

/** The unit's own scores are few when they are fewer than this share of the association's: a stray cell or two is no self-assessment. */
const FEW = { numerator: 1, denominator: 2 } as const;

export function readAnswer({ scores }: Pick<ReturnedSheet, 'scores'>): SheetAnswer {
  const [self, association] = [countScored(scores.self), countScored(scores.association)];
  if (self + association === 0) return 'blank';
  return self * FEW.denominator < association * FEW.numerator ? 'self-missing' : 'filled';
}

/** Items of a column that have a score; 0 is one. */
export function countScored(scores: readonly (number | null)[]): number {
  return scores.filter((score) => score !== null).length;
}
