import type { BasicPointsCondition } from '../condition.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { scoreSheetOf } from '../parts.ts';
import { toSteps } from '../points.ts';
import { judgeBasicPoints } from '../score-verdict.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const basicPoints: ConditionKind<BasicPointsCondition> = {
  answer: (condition, _, subject) => [answerBasicPoints(condition, subject)],
  looksAtPoints: true,
};

/** 基本得分 of the association. */
function answerBasicPoints(condition: BasicPointsCondition, { index, nominee }: Subject): Reason {
  const scoreSheet = scoreSheetOf(index.scheme);
  const score = index.scores.first(nominee.unitNumber);
  if (!score) {
    const where: CellRef = cellOf('nominees', nominee, '单位编号');
    return { condition, answer: 'unknown', where, message: '评分表中没有该单位', found: '空白' };
  }
  const where: CellRef = cellOf('scores', score, '基本得分（协会）');
  if (score.associationBasic === null) {
    const message = `“${scoreSheet.columns.basic.association}”的基本得分尚未评定`;
    return { condition, answer: 'unknown', where, message, found: '空白' };
  }
  const points = score.associationBasic;
  const steps = toSteps(points, scoreSheet.step.value);
  const { answer, message } =
    steps === null
      ? { answer: 'unknown' as const, message: `基本得分 ${points} 分不合计分单位` }
      : judgeBasicPoints(scoreSheet, steps);
  return { condition, answer, where, message, found: String(points) };
}
