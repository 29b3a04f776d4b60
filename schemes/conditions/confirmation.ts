import * as z from 'zod';
import type { ConfirmationCondition } from '../../rules/condition.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('confirmation') });

export const confirmation: ConditionFormat<typeof shape, ConfirmationCondition> = {
  shape,
  build: ({ kind }, base) => ({ ...base, kind }),
};
