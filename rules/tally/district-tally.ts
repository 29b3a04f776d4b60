/** Each district in figures, and whether its scoring is out of line with the others'. */
import { groupBy } from '../group-by.ts';
import { toPoints } from '../points.ts';
import type { ScoredScheme } from '../scheme.ts';
import type { UnitState, UnitTally } from './unit-tally.ts';
import { markOutliers, mean, median, spread } from './statistics.ts';

export interface DistrictTally {
  readonly district: string;
  /** Member units by what came of them; together all that are expected. */
  readonly states: Readonly<Record<UnitState, number>>;
  readonly expected: number;
  /** Places of the scored award; null where the scheme gives the district none. */
  readonly places: number | null;
  readonly eligible: number;
  /** Units with all basic scores of the association; the figures below are of their basic points. */
  readonly scored: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly spread: number | null;
  /** Units that reach the threshold. */
  readonly reaching: number;
  /** How the district's mean lies to those of the other districts; null when it is in line. */
  readonly mark: 'high' | 'low' | null;
}

/** Deviations up to a point are chance. */
const LEAST_DEVIATION = 1;
/** The mean of fewer units says nothing of a district's scoring. */
const LEAST_SCORED = 5;

/** The districts in the scheme's order, then those that only the roster knows; one of all units where the document has no districts. */
export function tallyDistricts(
  scheme: ScoredScheme,
  units: readonly UnitTally[],
  places: ReadonlyMap<string, number>,
): DistrictTally[] {
  const byDistrict = groupBy(units, ({ unit }) => unit.district);
  const names = new Set([...scheme.districts.map(({ name }) => name), ...byDistrict.keys()]);
  const nameOf = (name: string) => (scheme.districts.length === 0 && name === '' ? '全部单位' : name);
  const districts = [...names].map((name) =>
    tallyDistrict(scheme, nameOf(name), byDistrict.get(name) ?? [], places.get(name)),
  );
  const marks = markOutliers(
    districts.map((district) => (district.scored >= LEAST_SCORED ? district.mean : null)),
    LEAST_DEVIATION,
  );
  return districts.map((district, index) => ({ ...district, mark: marks[index] ?? null }));
}

/** The figures of all units together. */
export function tallyAll(
  scheme: ScoredScheme,
  units: readonly UnitTally[],
  places: ReadonlyMap<string, number>,
): DistrictTally {
  const all = [...places.values()].reduce((sum, each) => sum + each, 0);
  return tallyDistrict(scheme, '合计', units, places.size > 0 ? all : undefined);
}

function tallyDistrict(
  { scoreSheet }: ScoredScheme,
  district: string,
  units: readonly UnitTally[],
  places: number | undefined,
): DistrictTally {
  const states = { counted: 0, blank: 0, unconfirmed: 0, undecided: 0, rejected: 0, missing: 0 };
  for (const { state } of units) states[state] += 1;
  const outcomes = units.flatMap(({ scores }) => scores?.outcome ?? []);
  const complete = outcomes.filter(({ basic }) => basic !== 'unknown');
  const points = complete.map(({ basicPoints }) => toPoints(basicPoints, scoreSheet.step.value));
  return {
    district,
    states,
    expected: units.length,
    places: places ?? null,
    eligible: outcomes.filter(({ answer }) => answer === 'yes').length,
    scored: points.length,
    mean: mean(points),
    median: median(points),
    spread: spread(points),
    reaching: complete.filter(({ basic }) => basic === 'yes').length,
    mark: null,
  };
}
