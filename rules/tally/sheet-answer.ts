/** What a returned sheet says as a whole, before any points are counted. */
import type { ReturnedSheet } from './returned-file.ts';

/**
 * `blank`: nobody has filled in anything, which is no answer. `self-missing`: the association's column holds scores and the unit's own none, so
 * perhaps the unit has filled in the wrong one.
 */
export type SheetAnswer = 'filled' | 'blank' | 'self-missing';

export function readAnswer({ scores, vetoes }: Pick<ReturnedSheet, 'scores' | 'vetoes'>): SheetAnswer {
  const isScored = (column: keyof typeof scores) => scores[column].some((score) => score !== null);
  if (isScored('self')) return 'filled';
  if (isScored('association')) return 'self-missing';
  return [...vetoes.self, ...vetoes.association].every((state) => state === 'open') ? 'blank' : 'filled';
}
