/** The master roster with the look-ups that its rules need: built once, then every look-up takes constant time. */
import { readDecisions, type DecisionRows } from './decision-rows.ts';
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
import { seeksOpinion } from './find-step.ts';
import { remember } from './remember.ts';
import { RowsByKey } from './rows-by-key.ts';
import { textKey } from './same-text.ts';
import type { Award, District, Scheme } from './scheme.ts';
import { ByUnitNumber, unitNumberKey } from './unit-number.ts';

export interface RosterIndex {
  readonly scheme: Scheme;
  readonly roster: MasterRoster;
  readonly awardByName: ReadonlyMap<string, Award>;
  readonly districtByName: ReadonlyMap<string, District>;
  // By 编号 of the unit. Of two units or two rows of 评分 with one number the first counts.
  readonly units: ByUnitNumber<MemberUnit>;
  /** By 全称, however it is written. */
  readonly unitsByName: RowsByKey<MemberUnit>;
  readonly scores: RowsByKey<ScoreRow>;
  readonly projects: RowsByKey<Project>;
  readonly nomineesByUnit: RowsByKey<Nominee>;
  // By 申报编号. Of two nominations with one number the first is meant.
  readonly nomineesByApplication: RowsByKey<Nominee>;
  readonly materials: RowsByKey<MaterialRow>;
  readonly expertScores: RowsByKey<ExpertScore>;
  readonly objections: RowsByKey<Objection>;
  readonly decisions: DecisionRows;
  /** By 姓名; nobody can tell two rows with one name apart. */
  readonly experts: RowsByKey<Expert>;
  /** By `confirmationKey`; of two rows the last counts. */
  readonly confirmations: RowsByKey<Confirmation>;
}

/** Joins an application number and what a condition demands; width, white space and punctuation make no difference. Blank without a number. */
export function confirmationKey(application: string, demand: string): string {
  return application === '' ? '' : `${application} ${demandKey(demand)}`;
}

/** The same few demands stand in thousands of rows. */
const demandKey = remember(textKey, 1000);

/** Builds the look-ups of a roster. Faulty rows stay in; the checks report them. */
export function indexRoster(scheme: Scheme, roster: MasterRoster): RosterIndex {
  const units = new ByUnitNumber(roster.memberUnits, ({ number }) => number);
  const keyOf = (number: string) => unitKeyOf({ units }, number);
  const byUnit = <Row extends { readonly unitNumber: string }>(rows: readonly Row[]) =>
    new RowsByKey(rows, ({ unitNumber }) => unitNumber, keyOf);
  const byApplication = <Row extends { readonly application: string }>(rows: readonly Row[]) =>
    new RowsByKey(rows, ({ application }) => application);
  return {
    scheme,
    roster,
    awardByName: new Map(scheme.awards.map((award) => [award.name, award])),
    districtByName: new Map(scheme.districts.map((district) => [district.name, district])),
    units,
    unitsByName: new RowsByKey(roster.memberUnits, ({ name }) => name, textKey),
    scores: byUnit(roster.scores),
    projects: byUnit(roster.projects),
    nomineesByUnit: byUnit(roster.nominees),
    nomineesByApplication: byApplication(roster.nominees),
    materials: byApplication(roster.materials),
    expertScores: byApplication(roster.expertScores),
    objections: byApplication(roster.objections),
    decisions: readDecisions(roster.decisions, roster.nominees, units, (row) => seeksOpinion(scheme, row)),
    experts: new RowsByKey(roster.experts, ({ name }) => name, textKey),
    confirmations: new RowsByKey(roster.confirmations, (row) => confirmationKey(row.application, row.condition)),
  };
}

/** What the number of a unit is compared by: all spellings of a member's number are one, and so are those of no member's that differ in zeros alone. */
export function unitKeyOf({ units }: Pick<RosterIndex, 'units'>, number: string): string {
  return units.find(number)?.number ?? unitNumberKey(number);
}

/** The row of 会员单位 that a nomination names; null where there is none, or it names none. */
export function unitOf({ units }: RosterIndex, { unitNumber }: Nominee): MemberUnit | null {
  return units.find(unitNumber) ?? null;
}

/** What a finding that is about others too calls the unit: as it is registered, whatever this one nomination says; else as it says. */
export function unitNameOf(index: RosterIndex, nominee: Nominee): string {
  return unitOf(index, nominee)?.name ?? nominee.unitName;
}

/** The id of the scope that the district of a nomination's unit has; undefined where unit or district is not known. */
export function scopeOf(index: RosterIndex, nominee: Nominee): string | undefined {
  const unit = unitOf(index, nominee);
  return unit ? index.districtByName.get(unit.district)?.scope : undefined;
}

/** The nominations of a unit for an award, in the roster's order. */
export function nominationsFor(
  { nomineesByUnit, awardByName }: RosterIndex,
  awardId: string,
  unitNumber: string,
): readonly Nominee[] {
  return nomineesByUnit.all(unitNumber).filter(({ award }) => awardByName.get(award)?.id === awardId);
}
