/** `awards.yaml` → awards, each with the conditions that name it, in the order of the file. */
import type { Condition, FactCondition, FactTest, ProjectsCondition } from '../rules/condition.ts';
import type { Award } from '../rules/scheme.ts';
import type { Cite } from './cite.ts';
import type { AwardsShape, ConditionShape, FactShape } from './shapes/awards.ts';

export function buildAwards({ awards, conditions }: AwardsShape, cite: Cite): Award[] {
  // Awards that share a condition share the object, so that it is answered once for all of them; and so with the projects that count.
  const countings = new Map<string, ProjectsCondition['counting']>();
  const built = conditions.map((shape) => {
    const condition = buildCondition(shape, cite);
    if (condition.kind !== 'projects') return { awards: shape.awards, condition };
    const key = JSON.stringify(condition.counting);
    const counting = countings.get(key) ?? condition.counting;
    countings.set(key, counting);
    return { awards: shape.awards, condition: { ...condition, counting } };
  });
  return awards.map((award) => ({
    ...award,
    cite: cite(award.cite),
    honours: award.honours.map((honour) => ({ value: honour.value, cite: cite(honour.cite) })),
    conditions: built.filter((each) => each.awards.includes(award.id)).map(({ condition }) => condition),
  }));
}

type Base = Pick<FactCondition, 'id' | 'cite' | 'demand' | 'mend' | 'when'>;

function buildCondition(condition: ConditionShape, cite: Cite): Condition {
  const { id, demand, mend, when } = condition;
  const base: Base = { id, demand, mend, when, cite: cite(condition.cite) };
  switch (condition.kind) {
    case 'fact':
      return buildFact(base, condition);
    case 'any-of':
      return { ...base, kind: 'any-of', conditions: condition.conditions.map((fact) => buildFact(base, fact)) };
    case 'parent-award':
      return { ...base, kind: 'parent-award', award: condition.award };
    case 'sum': {
      const { of, headings, atLeast } = condition;
      return { ...base, kind: 'sum', of, headings, atLeast };
    }
    case 'projects': {
      const { counting, routes } = condition;
      return { ...base, kind: 'projects', counting, routes };
    }
    case 'outranks':
      return { ...base, kind: 'outranks', heading: condition.heading };
    default:
      return { ...base, kind: condition.kind };
  }
}

/** A fact of an `any-of` condition has the id, the words and the citation of the whole. */
function buildFact(base: Base, fact: FactShape): FactCondition {
  return {
    ...base,
    kind: 'fact',
    of: fact.of,
    heading: fact.heading,
    test: buildTest(fact),
    exceptScopes: fact.exceptScopes,
  };
}

/** The shape has made sure that there is exactly one test. */
function buildTest({ is, oneOf, unknownIf, atLeast, atMost, date }: FactShape): FactTest {
  if (is !== undefined) return { is };
  if (oneOf !== undefined) return { oneOf, unknownIf };
  if (atLeast !== undefined) return { atLeast };
  if (atMost !== undefined) return { atMost };
  if (date !== undefined) return { date };
  throw new Error('a fact without a test has passed its shape');
}
