/** The awards and their conditions: awards, scopes and columns that exist, and tests that fit the column. */
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { FactShape } from '../shapes/awards.ts';
import type { FieldPath } from '../yaml-file.ts';
import { findCircle } from './circles.ts';
import { checkName, collectNames, type Names } from './references.ts';

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
  });
  checkParentCircles(part);
}

function checkFact(part: Part<unknown>, path: FieldPath, fact: FactShape, names: Names): void {
  const columns = fact.of === 'member-unit' ? names.memberUnitColumns : names.nomineeColumns;
  checkName(part, [...path, 'heading'], fact.heading, columns.keys());
  fact.exceptScopes?.forEach((scope, position) => {
    checkName(part, [...path, 'exceptScopes', position], scope, names.scopes);
  });
  const column = columns.get(fact.heading);
  if (column) checkTest(part, path, fact, column);
}

function checkTest(part: Part<unknown>, path: FieldPath, fact: FactShape, column: RosterColumn): void {
  if (fact.is !== undefined && column.type !== 'yes-no') {
    part.report([...path, 'is'], `is 只用于是非列，而“${column.heading}”列的类型是 ${column.type}，请改用 oneOf 等`);
  }
  for (const test of ['atLeast', 'atMost'] as const) {
    if (fact[test] === undefined || column.type === 'integer' || column.type === 'points') continue;
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
