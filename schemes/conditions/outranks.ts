import * as z from 'zod';
import type { OutranksCondition } from '../../rules/condition.ts';
import { checkName } from '../checks/names.ts';
import { someText } from '../shapes/parts.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('outranks'), heading: someText });

export const outranks: ConditionFormat<typeof shape, OutranksCondition> = {
  shape,
  check: ({ kind, heading }, { part, path, names, has }) => {
    checkName(part, [...path, 'heading'], heading, names.nomineeColumns.keys());
    if (!has.grading) part.report([...path, 'kind'], `${kind} 须有 grading.yaml 中的等级，请补上`);
  },
  build: ({ kind, heading }, base) => ({ ...base, kind, heading }),
};
