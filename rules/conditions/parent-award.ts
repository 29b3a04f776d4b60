import { any } from '../answer.ts';
import type { ParentAwardCondition } from '../condition.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { nominationsFor } from '../roster-index.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const parentAward: ConditionKind<ParentAwardCondition> = {
  answer: (condition, _, subject) => [answerParentAward(condition, subject)],
  parentAwards: ({ award }) => [award],
};

/** The same unit is nominated, and eligible, for another award; where it is nominated more than once, one eligible nomination is enough. */
function answerParentAward(condition: ParentAwardCondition, { index, nominee, judgeParent }: Subject): Reason {
  const award = index.scheme.awards.find((each) => each.id === condition.award);
  const parents = award ? nominationsFor(index, award.id, nominee.unitNumber) : [];
  const name = award?.name ?? condition.award;
  const where: CellRef = cellOf('nominees', nominee, '单位编号');
  if (!award || parents.length === 0) {
    return { condition, answer: 'no', where, message: `所在单位未被推荐为${name}`, found: '未推荐' };
  }
  const answers = parents.map((parent) => judgeParent(parent, award));
  const answer = any(answers);
  const parent = parents[answers.indexOf(answer)];
  const state = { yes: '符合条件', no: '不符合条件', unknown: '还有待确认的事项' }[answer];
  return {
    condition,
    answer,
    where,
    message: `所在单位的${name}推荐（推荐名单第 ${parent?.row ?? ''} 行）${state}`,
    found: `第 ${parent?.row ?? ''} 行`,
  };
}
