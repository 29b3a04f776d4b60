/** Ranks of the eligible units, in the whole and within each district, by the association's total points. */
import { looksAtPoints, parentAwardsOf } from '../conditions/registry.ts';
import { groupBy } from '../group-by.ts';
import type { QuotaTable } from '../quota/quota-table.ts';
import { rankShared, standInPlaces, type PlaceStanding } from '../ranking.ts';
import type { Award, ScoredScheme } from '../scheme.ts';
import type { UnitTally } from './unit-tally.ts';

/**
 * The award whose places the score sheet is for: the first that asks for its points and does not merely follow from another award. Undefined
 * when no award asks for them; then there are ranks and no places.
 */
export function findScoredAward({ awards }: ScoredScheme): Award | undefined {
  return awards.find((award) => award.conditions.some(looksAtPoints) && parentAwardsOf(award).length === 0);
}

/** The places of the scored award by district name; none without a quota table. */
export function listPlaces(scheme: ScoredScheme, quota: QuotaTable | null): Map<string, number> {
  const award = findScoredAward(scheme);
  const places = new Map<string, number>();
  for (const { district, cells } of award && quota ? quota.rows : []) {
    places.set(district.name, cells.get(award?.id ?? '')?.places ?? 0);
  }
  return places;
}

/** The units with their ranks, in the same order. */
export function placeUnits(units: readonly UnitTally[], places: ReadonlyMap<string, number>): UnitTally[] {
  const eligible = units.filter(({ scores }) => scores?.outcome.answer === 'yes');
  const overall = rank(eligible);
  const districts = groupBy(eligible, ({ unit }) => unit.district);
  const within = new Map<UnitTally, { rank: number; standing: PlaceStanding | null }>();
  for (const [district, members] of districts) {
    const ranks = rank(members);
    const available = places.get(district);
    const ordered = members.map((member) => ranks.get(member) ?? 0);
    const standings = available === undefined ? [] : standInPlaces(ordered, available);
    members.forEach((member, index) => {
      within.set(member, { rank: ordered[index] ?? 0, standing: standings[index] ?? null });
    });
  }
  return units.map((unit) => {
    const own = within.get(unit);
    if (!own) return unit;
    const { unit: member, state, file, scores } = unit;
    return {
      unit: member,
      state,
      file,
      scores,
      rank: overall.get(unit) ?? null,
      districtRank: own.rank,
      standing: own.standing,
    };
  });
}

function rank(units: readonly UnitTally[]): Map<UnitTally, number> {
  const ranks = rankShared(units.map(({ scores }) => scores?.outcome.totalPoints ?? 0));
  return new Map(units.map((unit, index) => [unit, ranks[index] ?? 0]));
}
