import * as z from 'zod';
import type { ParentAwardCondition } from '../../rules/condition.ts';
import { findCircle } from '../checks/circles.ts';
import { checkName } from '../checks/names.ts';
import { someText } from '../shapes/parts.ts';
import { common, type ConditionFormat } from './format.ts';

const shape = z.strictObject({ ...common, kind: z.literal('parent-award'), award: someText });

export const parentAward: ConditionFormat<typeof shape, ParentAwardCondition> = {
  shape,
  check: ({ award }, { part, path, names, parentsOf }) => {
    checkName(part, [...path, 'award'], award, names.awards);
    // An award that comes only from itself could never be judged.
    const circle = findCircle(award, parentsOf);
    if (circle) part.report([...path, 'award'], `奖项互为前提：${circle.join(' → ')}，请拆开这个环`);
  },
  build: ({ kind, award }, base) => ({ ...base, kind, award }),
};
