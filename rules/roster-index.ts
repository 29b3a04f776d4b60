/** The master roster with the look-ups that its rules need: built once, then every look-up takes constant time. */
import { groupBy } from './group-by.ts';
import type {
  Confirmation,
  Expert,
  ExpertScore,
  MasterRoster,
  MaterialRow,
  MemberUnit,
  Nominee,
  Objection,
  Project,
  ScoreRow,
} from './master-roster.ts';
import { remember } from './remember.ts';
import { textKey } from './same-text.ts';
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
  readonly projectsByUnit: ReadonlyMap<string, readonly Project[]>;
  /** By `textKey` of 姓名; nobody can tell two rows with one name apart. */
  readonly expertsByName: ReadonlyMap<string, readonly Expert[]>;
  /** By 申报编号; of two rows with one number the first. */
  readonly nomineeByApplication: ReadonlyMap<string, Nominee>;
  // Rows by 申报编号, in the order of the sheet.
  readonly materialsByApplication: ReadonlyMap<string, readonly MaterialRow[]>;
  readonly expertScoresByApplication: ReadonlyMap<string, readonly ExpertScore[]>;
  readonly objectionsByApplication: ReadonlyMap<string, readonly Objection[]>;
  /** By `confirmationKey`; of two rows the last. */
  readonly confirmationByKey: ReadonlyMap<string, Confirmation>;
}

/** Joins an application number and what a condition demands; width, white space and punctuation make no difference. */
export function confirmationKey(application: string, demand: string): string {
  return `${application} ${demandKey(demand)}`;
}

/** The same few demands stand in thousands of rows. */
const demandKey = remember(textKey, 1000);

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
  const nomineeByApplication = new Map<string, Nominee>();
  for (const nominee of roster.nominees) setFirst(nomineeByApplication, nominee.application, nominee);
  return {
    scheme,
    roster,
    unitByNumber,
    scoreByUnit,
    awardByName,
    districtByName: new Map(scheme.districts.map((district) => [district.name, district])),
    nomineeByAwardAndUnit,
    projectsByUnit: groupBy(roster.projects, ({ unitNumber }) => unitNumber),
    expertsByName: groupBy(roster.experts, ({ name }) => textKey(name)),
    nomineeByApplication,
    materialsByApplication: groupBy(roster.materials, ({ application }) => application),
    expertScoresByApplication: groupBy(roster.expertScores, ({ application }) => application),
    objectionsByApplication: groupBy(roster.objections, ({ application }) => application),
    confirmationByKey: new Map(
      roster.confirmations.map((each) => [confirmationKey(each.application, each.condition), each]),
    ),
  };
}

function setFirst<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
