import * as z from 'zod';
import type { MemberUnitCondition } from '../../rules/condition.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('member-unit') });

export const memberUnit: ConditionFormat<typeof shape, MemberUnitCondition> = {
  shape,
  build: ({ kind }, base) => ({ ...base, kind }),
};
