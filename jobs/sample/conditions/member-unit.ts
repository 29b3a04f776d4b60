import type { MemberUnitCondition } from '../../../rules/condition.ts';
import { violation } from '../flaw.ts';
import type { ConditionSample } from './kind.ts';

export const memberUnit: ConditionSample<MemberUnitCondition> = {
  /** A nomination more, of a unit that is no member: it takes no place from anybody. */
  plant: ({ id }, awards, { makeUnit, nominate, nominees, random }) => {
    const stranger = { unit: makeUnit(random.pick(nominees).unit.district), facts: new Map(), score: null };
    return [violation(id, 'nominees', nominate(stranger, random.pick(awards)), '单位编号')];
  },
};
