import * as z from 'zod';
import type { AnyOfCondition } from '../../rules/condition.ts';
import { listOf } from '../shapes/parts.ts';
import { buildFact, checkFact, factWithin } from './fact.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('any-of'), conditions: listOf(factWithin) });

export const anyOf: ConditionFormat<typeof shape, AnyOfCondition> = {
  shape,
  check: ({ conditions }, place) => {
    conditions.forEach((fact, position) => {
      checkFact(fact, { ...place, path: [...place.path, 'conditions', position] });
    });
  },
  build: ({ kind, conditions }, base) => ({
    ...base,
    kind,
    conditions: conditions.map((fact) => buildFact(fact, base)),
  }),
};
