import type { MemberUnitCondition } from '../condition.ts';
import { askForUnit, listLikelyUnits } from '../meant-unit.ts';
import type { MemberUnit } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const memberUnit: ConditionKind<MemberUnitCondition> = {
  answer: (condition, unit, subject) => [answerMemberUnit(condition, unit, subject)],
  answerStranger: (condition, subject) => [answerMemberUnit(condition, null, subject)],
};

/** The nominee's unit stands in 会员单位. Where the number is nobody's, and number or name like a unit's, a person says whether it is that unit. */
function answerMemberUnit(
  condition: MemberUnitCondition,
  unit: MemberUnit | null,
  { nominee, index }: Subject,
): Reason {
  const where = cellOf('nominees', nominee, '单位编号');
  const found = nominee.unitNumber || '空白';
  if (unit) return { condition, answer: 'yes', where, message: '单位在会员单位表中', found };
  const lack = explainLack(nominee.unitNumber);
  const likely = listLikelyUnits(index.units, index.unitsByName.all(nominee.unitName), nominee);
  if (likely.length === 0) return { condition, answer: 'no', where, message: lack, found };
  const message = `${lack}，${askForUnit(likely)}`;
  return { condition, answer: 'unknown', where, message, found, candidates: likely.map(({ unit }) => unit.number) };
}

/** A blank number names nobody, not even a member whose own number is blank. */
function explainLack(unitNumber: string): string {
  return unitNumber === '' ? '没有填写单位编号' : `编号“${unitNumber}”不在会员单位表中`;
}
