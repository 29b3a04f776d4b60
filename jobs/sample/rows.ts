/** The rows of the sample's sheets: heading → value. Whoever is nominated meets every condition; the others vary. */
import { columnsOf, CREDIT_CODE_COLUMN } from '../../rules/roster-columns.ts';
import { addDays } from '../../rules/calendar.ts';
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import { scoreSheetOf } from '../../rules/parts.ts';
import type { FactValue, RosterColumn } from '../../rules/roster-column.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { makeDeedsWriter } from './deeds.ts';
import { factsOf } from './conditions/registry.ts';
import { anyValue } from './fact-values.ts';
import type { RowMaker } from './flaw.ts';
import { settleHeldCertificate } from './held-certificate.ts';
import { meetConditions } from './meet-conditions.ts';
import { makePersonMaker, type Person } from './people.ts';
import type { SampleUnit } from './plan.ts';
import { settleGuards } from './guards.ts';
import { scoreRow } from './score-row.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';
import { sampleDay } from './sample-dates.ts';

export function makeRowMaker(scheme: Scheme, random: Random): RowMaker {
  const makePerson = makePersonMaker(random);
  const writeDeeds = makeDeedsWriter(random);
  let applications = 0;
  const forOthers = new Map(scheme.scopes.map(({ id }) => [id, headingsForOthers(scheme, id)]));
  return {
    memberUnit: (unit) =>
      memberUnitRow({ scheme, random, unit, head: makePerson(), forOthers: forOthers.get(scopeOf(unit)) ?? new Set() }),
    score: (unit, isNominated) => scoreRow(scoreSheetOf(scheme), random, unit, isNominated),
    nominee: (unit, award, facts) => {
      applications += 1;
      const application = `${sampleDay(scheme).slice(0, 4)}-${String(applications).padStart(4, '0')}`;
      const row = nomineeRow({
        scheme,
        random,
        application,
        unit,
        award,
        person: makePerson(),
        deeds: writeDeeds(award.recipient),
      });
      if (scheme.grading) {
        const { numberHeading, prefix, issuedHeading } = scheme.grading.certificate;
        row.set(numberHeading, `${prefix.value}${String(applications).padStart(5, '0')}`);
        row.set(issuedHeading, addDays(sampleDay(scheme), 30));
      }
      settleGuards(scheme, award, row, random);
      const context = { scheme, award, scope: scopeOf(unit), random, hint: hintOf(unit), today: sampleDay(scheme) };
      meetConditions({ 'member-unit': facts, nominee: row }, context);
      settleHeldCertificate(scheme, award, row, random);
      return row;
    },
  };
}

/** What one unit adds to the base of a cap: a few, so that the cap is a limit. */
const MOST_COUNTED = 3;

/** @param forOthers columns that stay blank: conditions look at them in other scopes alone */
function memberUnitRow({
  scheme,
  random,
  unit,
  head,
  forOthers,
}: {
  readonly scheme: Scheme;
  readonly random: Random;
  readonly unit: SampleUnit;
  readonly head: Person;
  readonly forOthers: ReadonlySet<string>;
}): Row {
  const row: Row = new Map([
    ['编号', unit.number],
    ['全称', unit.name],
    ['所属', unit.district?.name ?? ''],
    ['行业序列', unit.kind.sequence],
  ]);
  const invented = inventedValues(unit, head, random);
  for (const column of scheme.roster.memberUnits) {
    const value = forOthers.has(column.heading) ? null : fill(column, invented, random, hintOf(unit));
    // Some awards alone ask for dates: where none does, they stay blank, as the columns' notes say.
    row.set(column.heading, column.type === 'date' ? null : value);
  }
  for (const { base } of scheme.limits.caps) {
    if ('sumOf' in base) row.set(base.sumOf, random.integer(1, MOST_COUNTED));
  }
  for (const { of, heading } of groundsOf(scheme)) {
    if (of === 'member-unit') row.set(heading, row.get(heading) === true ? false : null);
  }
  row.set(CREDIT_CODE_COLUMN.heading, null);
  return row;
}

/** What speaks against a grade; nobody in the sample has done such a thing. */
function groundsOf({ grading }: Scheme) {
  return grading ? [...grading.downgrades, ...grading.revocations] : [];
}

/** Filled are the fields that the award asks for, those that its conditions look at, and those that say who it is. */
function nomineeRow({
  scheme,
  random,
  application,
  unit,
  award,
  person,
  deeds,
}: {
  readonly scheme: Scheme;
  readonly random: Random;
  readonly application: string;
  readonly unit: SampleUnit;
  readonly award: Award;
  readonly person: Person;
  readonly deeds: string;
}): Row {
  const isPerson = award.recipient === 'person';
  const dependsOnUnit = parentAwardsOf(award).length > 0;
  const always: Row = new Map([
    ['申报编号', application],
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
    // A column that rosters may lack is filled in by the conditions that look at it, if at all.
    const isUsual = isRequired || column.optional !== true;
    const invent = () => (column.type === 'date' ? sampleDay(scheme) : fill(column, invented, random, hintOf(unit)));
    const usual = isUsual ? invent() : null;
    row.set(heading, always.get(heading) ?? (isRequired ? usual : null));
  }
  return row;
}

function scopeOf({ district }: SampleUnit): string {
  return district?.scope ?? '';
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
    ['住所', unit.address],
    ['主要负责人', person.name],
    ['法定代表人', person.name],
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
  return conditions.flatMap((condition) => factsOf(condition, scope).map(({ heading }) => heading));
}
