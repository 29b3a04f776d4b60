/** The master roster with the look-ups that its rules need: built once, then every look-up takes constant time. */
import type { MasterRoster, MemberUnit, Nominee, ScoreRow } from './master-roster.ts';
import type { Award, District, Scheme } from './scheme.ts';

export interface RosterIndex {
  readonly scheme: Scheme;
  readonly roster: MasterRoster;
  /** By 编号; of two rows with one number the first. */
  readonly unitByNumber: ReadonlyMap<string, MemberUnit>;
  /** By 编号 of the unit; of two rows with one number the first. */
  readonly scoreByUnit: ReadonlyMap<string, ScoreRow>;
  readonly awardByName: ReadonlyMap<string, Award>;
  readonly districtByName: ReadonlyMap<string, District>;
  /** The first nominee of an award and unit, by `nominationKey`. */
  readonly nomineeByAwardAndUnit: ReadonlyMap<string, Nominee>;
}

/** Joins an award id and a unit number; ids hold no blank, so no two pairs share a key. */
export function nominationKey(awardId: string, unitNumber: string): string {
  return `${awardId} ${unitNumber}`;
}

/** Builds the look-ups of a roster. Faulty rows stay in; the checks report them. */
export function indexRoster(scheme: Scheme, roster: MasterRoster): RosterIndex {
  const awardByName = new Map(scheme.awards.map((award) => [award.name, award]));
  const nomineeByAwardAndUnit = new Map<string, Nominee>();
  for (const nominee of roster.nominees) {
    const award = awardByName.get(nominee.award);
    if (award) setFirst(nomineeByAwardAndUnit, nominationKey(award.id, nominee.unitNumber), nominee);
  }
  const unitByNumber = new Map<string, MemberUnit>();
  for (const unit of roster.memberUnits) setFirst(unitByNumber, unit.number, unit);
  const scoreByUnit = new Map<string, ScoreRow>();
  for (const score of roster.scores) setFirst(scoreByUnit, score.unitNumber, score);
  return {
    scheme,
    roster,
    unitByNumber,
    scoreByUnit,
    awardByName,
    districtByName: new Map(scheme.districts.map((district) => [district.name, district])),
    nomineeByAwardAndUnit,
  };
}

function setFirst<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
