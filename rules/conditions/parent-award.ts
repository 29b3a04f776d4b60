import type { ParentAwardCondition } from '../condition.ts';
import type { CellRef } from '../master-roster.ts';
import { nominationKey } from '../roster-index.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const parentAward: ConditionKind<ParentAwardCondition> = {
  answer: (condition, _, subject) => [answerParentAward(condition, subject)],
  parentAwards: ({ award }) => [award],
};

/** The same unit is nominated, and eligible, for another award. */
function answerParentAward(condition: ParentAwardCondition, { index, nominee, judgeParent }: Subject): Reason {
  const award = index.scheme.awards.find((each) => each.id === condition.award);
  const parent = index.nomineeByAwardAndUnit.get(nominationKey(condition.award, nominee.unitNumber));
  const name = award?.name ?? condition.award;
  const where: CellRef = { sheet: 'nominees', row: nominee.row, heading: '单位编号' };
  if (!award || !parent) {
    return { condition, answer: 'no', where, message: `所在单位未被推荐为${name}`, found: '未推荐' };
  }
  const answer = judgeParent(parent, award);
  const state = { yes: '符合条件', no: '不符合条件', unknown: '尚有待确认事项' }[answer];
  return {
    condition,
    answer,
    where,
    message: `所在单位的${name}推荐（推荐名单第 ${parent.row} 行）${state}`,
    found: `第 ${parent.row} 行`,
  };
}
