import type { VetoCondition } from '../condition.ts';
import { VETO_WORDS, vetoHeading } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { scoreSheetOf } from '../parts.ts';
import { judgeVetoes } from '../veto.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';

export const veto: ConditionKind<VetoCondition> = {
  answer: (condition, _, subject) => answerVetoItems(condition, subject),
};

/** One reason for each veto item that is not clear, or a single one when all are. */
function answerVetoItems(condition: VetoCondition, { index, nominee }: Subject): Reason[] {
  const score = index.scores.first(nominee.unitNumber);
  if (!score) {
    const where: CellRef = cellOf('nominees', nominee, '单位编号');
    return [{ condition, answer: 'unknown', where, message: '否决项尚未确认', found: '空白' }];
  }
  return judgeVetoes(scoreSheetOf(index.scheme).vetoItems, score.vetoes).map(
    ({ position, state, answer, message }) => ({
      condition,
      answer,
      where: cellOf('scores', score, vetoHeading(position)),
      message,
      found: VETO_WORDS[state],
    }),
  );
}
