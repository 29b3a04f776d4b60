/** The applications for an award with a number of its own have different means: a tie at the line would leave it to people who goes in. */
import type { Scheme } from '../../rules/scheme.ts';
import { applicationOf, type PlacedNominee } from './flaw.ts';
import type { Row } from './row.ts';

/** Takes points from whoever ties with a better one. Each application has as many scores, so that sums rank as means do. */
export function partTies({ review }: Scheme, nominees: readonly PlacedNominee[], expertScores: readonly Row[]): void {
  for (const { award } of review?.places ?? []) {
    const ranked = nominees
      .filter((each) => each.award.id === award)
      .map((each) => expertScores.filter((score) => score.get('申报编号') === applicationOf(each)))
      .map((scores) => ({ scores, sum: scores.reduce((sum, score) => sum + Number(score.get('得分')), 0) }))
      .sort((a, b) => b.sum - a.sum);
    let next = Infinity;
    for (const { scores, sum } of ranked) {
      const [first] = scores;
      const parted = Math.min(sum, next);
      first?.set('得分', Number(first.get('得分')) - (sum - parted));
      next = parted - 1;
    }
  }
}
