import type { AnyOfCondition } from '../../../rules/condition.ts';
import { plantFacts } from './fact.ts';
import type { ConditionSample } from './kind.ts';

export const anyOf: ConditionSample<AnyOfCondition> = {
  facts: ({ conditions }) => conditions,
  isMetByOne: true,
  plant: ({ conditions }, awards, sample, victims) => [plantFacts(conditions, awards, sample, victims)],
};
