import * as z from 'zod';
import type { JudgementCondition } from '../../rules/condition.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('judgement') });

export const judgement: ConditionFormat<typeof shape, JudgementCondition> = {
  shape,
  build: ({ kind }, base) => ({ ...base, kind }),
};
