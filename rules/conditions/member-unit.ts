import type { MemberUnitCondition } from '../condition.ts';
import { cellOf, type MemberUnit } from '../master-roster.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const memberUnit: ConditionKind<MemberUnitCondition> = {
  answer: (condition, unit, subject) => [answerMemberUnit(condition, unit, subject)],
  answerStranger: (condition, subject) => [answerMemberUnit(condition, null, subject)],
};

/** The nominee's unit stands in 会员单位. Where the name is one unit's, and the number nobody's, a person says whether it is that unit. */
function answerMemberUnit(
  condition: MemberUnitCondition,
  unit: MemberUnit | null,
  { nominee, index }: Subject,
): Reason {
  const where = cellOf('nominees', nominee, '单位编号');
  const found = nominee.unitNumber || '空白';
  if (unit) return { condition, answer: 'yes', where, message: '单位在会员单位表中', found };
  const lack = explainLack(nominee.unitNumber);
  const [named, other] = index.unitsByName.all(nominee.unitName).filter(({ number }) => number !== '');
  if (!named || other) return { condition, answer: 'no', where, message: lack, found };
  const message = `${lack}，单位名称与编号“${named.number}”的“${named.name}”一致，是否 ${named.number}？`;
  return { condition, answer: 'unknown', where, message, found, candidates: [named.number] };
}

/** A blank number names nobody, not even a member whose own number is blank. */
function explainLack(unitNumber: string): string {
  return unitNumber === '' ? '没有填写单位编号' : `编号“${unitNumber}”不在会员单位表中`;
}
