import * as z from 'zod';
import type { VetoCondition } from '../../rules/condition.ts';
import { needScoreSheet, common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('veto') });

export const veto: ConditionFormat<typeof shape, VetoCondition> = {
  shape,
  check: needScoreSheet,
  build: ({ kind }, base) => ({ ...base, kind }),
};
