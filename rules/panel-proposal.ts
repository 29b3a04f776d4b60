/** What the experts' means propose to the body that concludes: in order, and no more than the award's own number. */
import { compareMeans, judgePanel, type ExactMean } from './expert-panel.ts';
import type { Eligibility } from './eligibility.ts';
import { groupBy } from './group-by.ts';
import type { Nominee } from './master-roster.ts';
import { rankSharedBy, standInPlaces } from './ranking.ts';
import type { RosterIndex } from './roster-index.ts';
import type { Cited } from './citation.ts';

/** Where an eligible application stands among those for the same award. */
export interface PanelProposal {
  readonly nominee: Nominee;
  /** Equal means share a rank. */
  readonly rank: number;
  /** `tied` shares the last place with more than there are places; without a number of the award's own everybody is `inside`. */
  readonly place: 'inside' | 'tied' | 'outside';
  /** The award's own number; null where it has none. */
  readonly most: Cited<number> | null;
}

/** The eligible applications that have a mean, in the roster's order. Pure. */
export function proposeByPanel(index: RosterIndex, eligibilities: readonly Eligibility[]): PanelProposal[] {
  const { expertReview, review } = index.scheme;
  if (!expertReview) return [];
  const eligible = eligibilities.flatMap(({ nominee, award, answer }) => {
    const mean = answer === 'yes' ? judgePanel(index, expertReview, nominee).mean : null;
    return mean ? [{ nominee, award, mean }] : [];
  });
  const proposals = new Map<Nominee, PanelProposal>();
  for (const [award, group] of groupBy(eligible, (each) => each.award)) {
    const most = review?.places.find((each) => each.award === award.id)?.most ?? null;
    const ranks = rankSharedBy(group, (a: { mean: ExactMean }, b: { mean: ExactMean }) => compareMeans(a.mean, b.mean));
    const places = standInPlaces(ranks, most?.value ?? Infinity);
    group.forEach(({ nominee }, position) => {
      proposals.set(nominee, { nominee, most, rank: ranks[position] ?? 0, place: places[position] ?? 'outside' });
    });
  }
  return index.roster.nominees.flatMap((nominee) => proposals.get(nominee) ?? []);
}
