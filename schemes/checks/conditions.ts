/** The awards and their conditions: awards, scopes and columns that exist, and tests that fit the column. */
import { answersStrangers, parentAwardsOf } from '../../rules/conditions/registry.ts';
import { buildAwards } from '../build-awards.ts';
import { citeFrom, defaultDocument } from '../cite.ts';
import { checkCondition } from '../conditions/registry.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { GuardShape } from '../shapes/guard.ts';
import type { FieldPath } from '../yaml-file.ts';
import { collectNames } from './collect-names.ts';
import { checkName, columnsFor, type Names } from './names.ts';

/** Reports what the awards and conditions name and nobody defined, and tests that no cell could pass. */
export function checkConditions(raw: RawScheme): void {
  const names = collectNames(raw);
  const part = raw.awards;
  const has = {
    scoreSheet: raw.scoreSheet !== null,
    projects: raw.roster.data.projects !== undefined,
    grading: raw.grading !== null,
  };
  const parentsOf = findParents(raw);
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
    checkCondition(condition, { part, path, names, has, parentsOf });
    for (const key of ['when', 'unless'] as const) {
      const guard = condition[key];
      if (guard) checkGuard(part, [...path, key], guard, names);
    }
  });
  checkMemberUnits(part);
}

/** Nothing else answers for a unit that is missing from the roster. */
function checkMemberUnits(part: RawScheme['awards']): void {
  const { awards, conditions } = part.data;
  awards.forEach(({ id }, index) => {
    const has = conditions.some((condition) => answersStrangers(condition) && condition.awards.includes(id));
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

/** The awards that each award depends on, known or not. */
function findParents({ awards, scheme }: RawScheme): (award: string) => readonly string[] {
  const built = buildAwards(awards.data, [], citeFrom(defaultDocument(scheme.data)));
  const parents = new Map(built.map((award) => [award.id, parentAwardsOf(award)]));
  return (award) => parents.get(award) ?? [];
}
