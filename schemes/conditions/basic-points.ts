import * as z from 'zod';
import type { BasicPointsCondition } from '../../rules/condition.ts';
import { needScoreSheet, common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('basic-points') });

export const basicPoints: ConditionFormat<typeof shape, BasicPointsCondition> = {
  shape,
  check: needScoreSheet,
  build: ({ kind }, base) => ({ ...base, kind }),
};
