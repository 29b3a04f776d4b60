import * as z from 'zod';
import type { SumCondition } from '../../rules/condition.ts';
import { checkName, columnsFor, NUMERIC } from '../checks/names.ts';
import { rowOwner } from '../shapes/guard.ts';
import { listOf, someText } from '../shapes/parts.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({
  ...common,
  kind: z.literal('sum'),
  of: rowOwner,
  headings: listOf(someText),
  atLeast: z.number(),
});

export const sum: ConditionFormat<typeof shape, SumCondition> = {
  shape,
  check: ({ of, headings }, { part, path, names }) => {
    const numeric = [...columnsFor(of, names).values()]
      .filter(({ type }) => NUMERIC.includes(type))
      .map(({ heading }) => heading);
    headings.forEach((heading, position) => {
      checkName(part, [...path, 'headings', position], heading, numeric);
    });
  },
  build: ({ kind, of, headings, atLeast }, base) => ({ ...base, kind, of, headings, atLeast }),
};
