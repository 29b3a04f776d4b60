/** The day of a public notice against what has to come before it. */
import type { RosterCheck } from './check-roster.ts';
import { orderDates } from './date-order.ts';
import { listPointCells, type DatedCell } from './dated-cells.ts';
import { keepsGrade } from './grading/kept.ts';
import type { Nominee } from './master-roster.ts';
import { listChosen } from './review.ts';

interface LaterDate extends DatedCell {
  readonly nominee: Nominee;
}

/** The last date of those proposed that the scheme puts before the notice and that lies after `published`; null where none does. */
export function findLaterDate({ index, nominees }: RosterCheck, published: string): LaterDate | null {
  const { points, gap } = orderDates(index.scheme, true);
  const notice = points.findIndex(({ is }) => is === 'notice');
  const before = points.filter((_, position) => notice >= 0 && gap(position, notice) !== null);
  const proposed = listChosen(nominees, 'notice').filter(({ nominee }) => !keepsGrade(index.scheme, nominee));
  const later = proposed.flatMap((each) =>
    before
      .flatMap((point) => listPointCells({ index, ...each }, point))
      .filter(({ day, isAsked }) => isAsked && day > published)
      .map((cell): LaterDate => ({ ...cell, nominee: each.nominee })),
  );
  return later.reduce<LaterDate | null>((last, each) => (last && last.day >= each.day ? last : each), null);
}
