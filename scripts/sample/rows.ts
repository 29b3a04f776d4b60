/** The rows of the sample's sheets: heading → value. Whoever is nominated meets every condition; the others vary. */
import { columnsOf, vetoHeading, VETO_WORDS } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import type { FactValue, RosterColumn } from '../../rules/roster-column.ts';
import { maximumPoints } from '../../rules/score-sheet.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { makeDeedsWriter } from './deeds.ts';
import { anyValue, listFacts, meetConditions } from './fact-values.ts';
import { makePersonMaker, type Person } from './people.ts';
import { parentAwards, type SampleUnit } from './plan.ts';
import type { Random } from './random.ts';

export type Row = Map<string, FactValue>;

export interface RowMaker {
  /** @param awards those for which the unit is nominated */
  readonly memberUnit: (unit: SampleUnit, awards: readonly Award[]) => Row;
  readonly score: (unit: SampleUnit, awards: readonly Award[]) => Row;
  readonly nominee: (unit: SampleUnit, award: Award) => Row;
}

export function makeRowMaker(scheme: Scheme, random: Random): RowMaker {
  const makePerson = makePersonMaker(random);
  const writeDeeds = makeDeedsWriter(random);
  const forOthers = new Map(scheme.scopes.map(({ id }) => [id, headingsForOthers(scheme, id)]));
  return {
    memberUnit: (unit, awards) =>
      memberUnitRow(scheme, random, unit, awards, makePerson(), forOthers.get(unit.district.scope) ?? new Set()),
    score: (unit, awards) => scoreRow(scheme, random, unit, awards.length > 0),
    nominee: (unit, award) => nomineeRow(scheme, random, unit, award, makePerson(), writeDeeds(award.recipient)),
  };
}

/** @param forOthers columns that stay blank: conditions look at them in other scopes alone */
function memberUnitRow(
  scheme: Scheme,
  random: Random,
  unit: SampleUnit,
  awards: readonly Award[],
  head: Person,
  forOthers: ReadonlySet<string>,
): Row {
  const { scope, name: district } = unit.district;
  const row: Row = new Map([
    ['编号', unit.number],
    ['全称', unit.name],
    ['所属', district],
    ['行业序列', unit.kind.sequence],
  ]);
  const invented = inventedValues(unit, head, random);
  for (const column of scheme.roster.memberUnits) {
    const value = forOthers.has(column.heading) ? null : fill(column, invented, random, hintOf(unit));
    row.set(column.heading, value);
  }
  for (const award of awards) meetConditions(row, award, 'member-unit', scope, random, hintOf(unit));
  return row;
}

function scoreRow(scheme: Scheme, random: Random, unit: SampleUnit, isNominated: boolean): Row {
  const { scoreSheet } = scheme;
  const maximum = maximumPoints(scoreSheet);
  const points = (steps: number) => toPoints(Math.max(0, steps), scoreSheet.step.value);
  const line = scoreSheet.threshold.value;
  const onTheLine = random.chance(1, 20);
  const lowest = isNominated ? line : Math.floor(line * 0.6);
  const basic = onTheLine ? line : random.integer(lowest, maximum.basic);
  const bonus = random.integer(0, maximum.bonus);
  const row: Row = new Map<string, FactValue>([
    ['编号', unit.number],
    ['全称', unit.name],
    ['基本得分（自评）', points(Math.min(maximum.basic, basic + random.integer(-2, 6)))],
    ['加分（自评）', points(Math.min(maximum.bonus, bonus + random.integer(-1, 4)))],
    ['基本得分（协会）', points(basic)],
    ['加分（协会）', points(bonus)],
  ]);
  scoreSheet.vetoItems.forEach((_, index) => {
    const isOpen = !isNominated && random.chance(1, 100);
    const hasOccurred = !isNominated && random.chance(1, 150);
    row.set(vetoHeading(index), VETO_WORDS[hasOccurred ? 'occurred' : isOpen ? 'open' : 'clear']);
  });
  return row;
}

/** Filled are the fields that the award asks for, those that its conditions look at, and those that say who it is. */
function nomineeRow(
  scheme: Scheme,
  random: Random,
  unit: SampleUnit,
  award: Award,
  person: Person,
  deeds: string,
): Row {
  const isPerson = award.recipient === 'person';
  const dependsOnUnit = parentAwards(award).length > 0;
  const always: Row = new Map([
    ['奖项', award.name],
    ['单位编号', unit.number],
    ['单位名称', unit.name],
    isPerson ? ['姓名', person.name] : ['受奖集体', dependsOnUnit ? random.pick(DEPARTMENTS) : unit.name],
    ['主要事迹', deeds],
  ]);
  const invented = inventedValues(unit, person, random);
  invented.set('职务', isPerson && dependsOnUnit ? unit.kind.headTitle : random.pick(STAFF_POSITIONS));
  const row: Row = new Map();
  for (const column of columnsOf('nominees', scheme)) {
    const { heading } = column;
    const isRequired = award.requiredFields.includes(heading);
    const value = always.get(heading) ?? (isRequired ? fill(column, invented, random, hintOf(unit)) : null);
    row.set(heading, value);
  }
  meetConditions(row, award, 'nominee', unit.district.scope, random, hintOf(unit));
  return row;
}

const DEPARTMENTS = ['保卫处', '保卫科', '安全保卫部', '治安保卫委员会', '综合治理办公室'];
const STAFF_POSITIONS = ['保卫处处长', '保卫科科长', '安全保卫部主管', '治安保卫干事', '消防安全管理员', '守护队队长'];
const POLITICAL_STATUS = ['中共党员', '群众', '共青团员', '民盟盟员', '无党派人士'];

/** Values for columns that many schemes have. */
function inventedValues(unit: SampleUnit, person: Person, random: Random): Row {
  return new Map<string, FactValue>([
    ['性别', person.sex],
    ['出生年月', person.birthMonth],
    ['身份证号', person.idNumber],
    ['联系电话', unit.phone],
    ['单位地址', unit.address],
    ['地址', unit.address],
    ['主要负责人', person.name],
    ['联系人', person.name],
    ['政治面貌', random.pick(POLITICAL_STATUS)],
  ]);
}

function fill(column: RosterColumn, invented: Row, random: Random, hint: string): FactValue {
  const value = invented.get(column.heading);
  const isAllowed = value !== undefined && (!column.choices || column.choices.some((choice) => choice === value));
  return isAllowed ? value : anyValue(column, random, hint);
}

/** A bank is then no hospital where a scheme asks for the kind of unit. */
function hintOf({ kind }: SampleUnit): string {
  return `${kind.sequence} ${kind.ending}`;
}

/** Columns of 会员单位 that conditions look at in other scopes alone. */
function headingsForOthers(scheme: Scheme, scope: string): Set<string> {
  const here = headingsAsked(scheme, scope);
  const everywhere = scheme.scopes.flatMap(({ id }) => headingsAsked(scheme, id));
  return new Set(everywhere.filter((heading) => !here.includes(heading)));
}

function headingsAsked(scheme: Scheme, scope: string): string[] {
  const conditions = scheme.awards.flatMap((award) => award.conditions);
  return conditions.flatMap((condition) => listFacts(condition, scope).map(({ heading }) => heading));
}
