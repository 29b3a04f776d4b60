/** The awards and their conditions: awards, scopes and columns that exist, and tests that fit the column. */
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { ConditionShape, DateShape, FactShape, GuardShape } from '../shapes/awards.ts';
import type { FieldPath } from '../yaml-file.ts';
import { findCircle } from './circles.ts';
import { checkName, collectNames, type Names } from './names.ts';

type SumShape = Extract<ConditionShape, { kind: 'sum' }>;
type ProjectsShape = Extract<ConditionShape, { kind: 'projects' }>;

/** Reports what the awards and conditions name and nobody defined, and tests that no cell could pass. */
export function checkConditions(raw: RawScheme): void {
  const names = collectNames(raw);
  const part = raw.awards;
  part.data.awards.forEach(({ requiredFields }, index) => {
    requiredFields.forEach((heading, field) => {
      checkName(part, ['awards', index, 'requiredFields', field], heading, names.nomineeColumns.keys());
    });
  });
  part.data.conditions.forEach((condition, index) => {
    const path = ['conditions', index];
    condition.awards.forEach((award, position) => {
      checkName(part, [...path, 'awards', position], award, names.awards);
    });
    if (condition.kind === 'parent-award') checkName(part, [...path, 'award'], condition.award, names.awards);
    if (condition.kind === 'any-of') {
      condition.conditions.forEach((fact, position) => {
        checkFact(part, [...path, 'conditions', position], fact, names);
      });
    }
    if (condition.kind === 'fact') checkFact(part, path, condition, names);
    if (condition.kind === 'sum') checkSum(part, path, condition, names);
    if (condition.kind === 'projects') checkProjects(raw, path, condition, names);
    if (condition.kind === 'outranks')
      checkName(part, [...path, 'heading'], condition.heading, names.nomineeColumns.keys());
    if (SCORED.includes(condition.kind) && !raw.scoreSheet) {
      part.report([...path, 'kind'], `${condition.kind} 须有 score-sheet.yaml，请补上或改用其他条件`);
    }
    if (condition.when) checkGuard(part, [...path, 'when'], condition.when, names);
  });
  checkMemberUnits(part);
  checkParentCircles(part);
}

/** What they judge stands on the score sheet. */
const SCORED: readonly string[] = ['basic-points', 'veto'];

/** Nothing else answers for a unit that is missing from the roster. */
function checkMemberUnits(part: RawScheme['awards']): void {
  const { awards, conditions } = part.data;
  awards.forEach(({ id }, index) => {
    const has = conditions.some(({ kind, awards: of }) => kind === 'member-unit' && of.includes(id));
    if (!has) part.report(['awards', index], `奖项 ${id} 没有 member-unit 条件，请补写（单位须在会员单位表中）`);
  });
}

function checkGuard(part: Part<unknown>, path: FieldPath, { of, heading, oneOf }: GuardShape, names: Names): void {
  const columns = columnsFor(of, names);
  checkName(part, [...path, 'heading'], heading, columns.keys());
  const { choices } = columns.get(heading) ?? {};
  oneOf.forEach((choice, position) => {
    if (choices) checkName(part, [...path, 'oneOf', position], choice, choices);
  });
}

function checkSum(part: Part<unknown>, path: FieldPath, { of, headings }: SumShape, names: Names): void {
  const numeric = [...columnsFor(of, names).values()].filter(({ type }) => NUMERIC.includes(type));
  headings.forEach((heading, position) => {
    checkName(
      part,
      [...path, 'headings', position],
      heading,
      numeric.map((column) => column.heading),
    );
  });
}

function checkProjects(raw: RawScheme, path: FieldPath, { counting }: ProjectsShape, names: Names): void {
  if (!raw.roster.data.projects) {
    raw.awards.report([...path, 'kind'], 'roster.yaml 没有 projects，请写明工程业绩表的列');
  }
  counting.forEach((filter, position) => {
    const at = [...path, 'counting', position];
    const type = 'date' in filter ? 'date' : 'yes-no';
    const fitting = [...names.projectColumns.values()].filter((column) => column.type === type);
    checkName(
      raw.awards,
      [...at, 'heading'],
      filter.heading,
      fitting.map((column) => column.heading),
    );
    if ('date' in filter) checkDate(raw.awards, [...at, 'date'], filter.date, names);
  });
}

/** The date that a test refers to stands in the nominee's row or in the unit's. */
function checkDate(part: Part<unknown>, path: FieldPath, date: DateShape, names: Names): void {
  const dates = [...names.nomineeColumns.values(), ...names.memberUnitColumns.values()].filter(
    ({ type }) => type === 'date',
  );
  for (const key of ['at', 'before', 'after', 'than']) {
    const heading: unknown = Object.entries(date).find(([name]) => name === key)?.[1];
    if (typeof heading !== 'string') continue;
    checkName(
      part,
      [...path, key],
      heading,
      dates.map((column) => column.heading),
    );
  }
}

const NUMERIC: readonly string[] = ['integer', 'number', 'points'];

function columnsFor(of: 'member-unit' | 'nominee', names: Names): ReadonlyMap<string, RosterColumn> {
  return of === 'member-unit' ? names.memberUnitColumns : names.nomineeColumns;
}

function checkFact(part: Part<unknown>, path: FieldPath, fact: FactShape, names: Names): void {
  const columns = columnsFor(fact.of, names);
  checkName(part, [...path, 'heading'], fact.heading, columns.keys());
  fact.exceptScopes?.forEach((scope, position) => {
    checkName(part, [...path, 'exceptScopes', position], scope, names.scopes);
  });
  const column = columns.get(fact.heading);
  if (column) checkTest(part, path, fact, column);
  if (fact.date) checkDate(part, [...path, 'date'], fact.date, names);
}

function checkTest(part: Part<unknown>, path: FieldPath, fact: FactShape, column: RosterColumn): void {
  if (fact.date !== undefined && column.type !== 'date') {
    part.report([...path, 'date'], `date 只用于日期列，而“${column.heading}”列的类型是 ${column.type}，请改用其他比较`);
  }
  if (fact.is !== undefined && column.type !== 'yes-no') {
    part.report([...path, 'is'], `is 只用于是非列，而“${column.heading}”列的类型是 ${column.type}，请改用 oneOf 等`);
  }
  for (const test of ['atLeast', 'atMost'] as const) {
    if (fact[test] === undefined || NUMERIC.includes(column.type)) continue;
    part.report(
      [...path, test],
      `${test} 只用于数值列，而“${column.heading}”列的类型是 ${column.type}，请改用其他比较`,
    );
  }
  for (const test of ['oneOf', 'unknownIf'] as const) {
    if (fact[test] !== undefined && column.type !== 'choice' && column.type !== 'text') {
      part.report(
        [...path, test],
        `${test} 只用于文字列和选择列，而“${column.heading}”列的类型是 ${column.type}，请改用 is 等`,
      );
      continue;
    }
    fact[test]?.forEach((choice, position) => {
      if (column.choices) checkName(part, [...path, test, position], choice, column.choices);
    });
  }
}

/** An award that comes only from itself could never be judged. */
function checkParentCircles(part: RawScheme['awards']): void {
  const { conditions } = part.data;
  const parents = (award: string) =>
    conditions.flatMap((each) => (each.kind === 'parent-award' && each.awards.includes(award) ? [each.award] : []));
  conditions.forEach((condition, index) => {
    if (condition.kind !== 'parent-award') return;
    const circle = findCircle(condition.award, parents);
    if (circle) part.report(['conditions', index, 'award'], `奖项互为前提：${circle.join(' → ')}，请拆开这个环`);
  });
}
