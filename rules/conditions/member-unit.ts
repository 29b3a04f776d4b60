import type { MemberUnitCondition } from '../condition.ts';
import type { Reason } from '../eligibility.ts';
import type { MemberUnit } from '../master-roster.ts';
import type { Subject } from './subject.ts';

/** The nominee's unit stands in 会员单位. */
export function answerMemberUnit(
  condition: MemberUnitCondition,
  unit: MemberUnit | null,
  { nominee }: Subject,
): Reason {
  return {
    condition,
    answer: unit ? 'yes' : 'no',
    where: { sheet: 'nominees', row: nominee.row, heading: '单位编号' },
    message: unit ? '单位在会员单位表中' : `编号“${nominee.unitNumber}”不在会员单位表中`,
    found: nominee.unitNumber,
  };
}
