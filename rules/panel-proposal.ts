/** What the experts' means propose to the body that concludes: in order, and no more than the award's own number. */
import type { Cited } from './citation.ts';
import { compareMeans, judgePanel, type ExactMean, type PanelResult } from './expert-panel.ts';
import type { Eligibility } from './eligibility.ts';
import { groupBy } from './group-by.ts';
import type { Nominee } from './master-roster.ts';
import { rankSharedBy, standInPlaces, type PlaceStanding } from './ranking.ts';
import type { RosterIndex } from './roster-index.ts';

/** What the panel says of an application, and where that puts it. */
export interface RankedPanel extends PanelResult {
  readonly nominee: Nominee;
  /** Null where nothing can be proposed: without a mean, and for whoever is not eligible. Nobody gives way to these. */
  readonly proposal: PanelProposal | null;
}

/** Where an eligible application stands among those for the same award. */
export interface PanelProposal {
  /** Equal means share a rank. */
  readonly rank: number;
  /** `tied` shares the last place with more than there are places; without a number of the award's own everybody is `inside`. */
  readonly place: PlaceStanding;
  /** The award's own number; null where it has none. */
  readonly most: Cited<number> | null;
}

/** Every application, in the roster's order; none under a scheme without a panel. Pure. */
export function rankPanels(index: RosterIndex, eligibilities: readonly Eligibility[]): RankedPanel[] {
  const { expertReview } = index.scheme;
  if (!expertReview) return [];
  const results = new Map(
    index.roster.nominees.map((nominee) => [nominee, judgePanel(index, expertReview, nominee)] as const),
  );
  const proposals = propose(index, eligibilities, results);
  return [...results].map(([nominee, result]) => ({
    ...result,
    nominee,
    proposal: proposals.get(nominee) ?? null,
  }));
}

function propose(
  { scheme: { review } }: RosterIndex,
  eligibilities: readonly Eligibility[],
  results: ReadonlyMap<Nominee, PanelResult>,
): Map<Nominee, PanelProposal> {
  const eligible = eligibilities.flatMap(({ nominee, award, answer }) => {
    const mean = answer === 'yes' ? results.get(nominee)?.mean : null;
    return mean ? [{ nominee, award, mean }] : [];
  });
  const proposals = new Map<Nominee, PanelProposal>();
  for (const [award, group] of groupBy(eligible, (each) => each.award)) {
    const most = review?.places.find((each) => each.award === award.id)?.most ?? null;
    const ranks = rankSharedBy(group, (a: { mean: ExactMean }, b: { mean: ExactMean }) => compareMeans(a.mean, b.mean));
    const places = standInPlaces(ranks, most?.value ?? Infinity);
    group.forEach(({ nominee }, position) => {
      proposals.set(nominee, { most, rank: ranks[position] ?? 0, place: places[position] ?? 'outside' });
    });
  }
  return proposals;
}
