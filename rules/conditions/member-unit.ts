import type { MemberUnitCondition } from '../condition.ts';
import { cellOf, type MemberUnit } from '../master-roster.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const memberUnit: ConditionKind<MemberUnitCondition> = {
  answer: (condition, unit, subject) => [answerMemberUnit(condition, unit, subject)],
  answerStranger: (condition, subject) => [answerMemberUnit(condition, null, subject)],
};

/** The nominee's unit stands in 会员单位. */
function answerMemberUnit(condition: MemberUnitCondition, unit: MemberUnit | null, { nominee }: Subject): Reason {
  return {
    condition,
    answer: unit ? 'yes' : 'no',
    where: cellOf('nominees', nominee, '单位编号'),
    message: unit ? '单位在会员单位表中' : explainLack(nominee.unitNumber),
    found: nominee.unitNumber || '空白',
  };
}

/** A blank number names nobody, not even a member whose own number is blank. */
function explainLack(unitNumber: string): string {
  return unitNumber === '' ? '没有填写单位编号' : `编号“${unitNumber}”不在会员单位表中`;
}
