import type { ConfirmationCondition } from '../condition.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { confirmationKey } from '../roster-index.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import { toAnswer, type Subject } from './subject.ts';

export const confirmation: ConditionKind<ConfirmationCondition> = {
  answer: (condition, _, subject) => [answerConfirmation(condition, subject)],
  asksForConfirmation: true,
};

/** What somebody confirmed by name and date; without either nothing is confirmed. */
function answerConfirmation(condition: ConfirmationCondition, { index, nominee }: Subject): Reason {
  const { demand } = condition;
  const row = index.confirmations.last(confirmationKey(nominee.application, demand));
  if (!row) {
    const where: CellRef = cellOf('nominees', nominee, '申报编号');
    return { condition, answer: 'unknown', where, message: `${demand}：尚无人确认`, found: '没有人工确认' };
  }
  const at = (heading: string): CellRef => cellOf('confirmations', row, heading);
  const blank = row.holds === null ? '结论' : row.by === '' ? '确认人' : row.on === '' ? '确认日期' : null;
  if (row.holds === null || blank !== null) {
    const heading = blank ?? '结论';
    return {
      condition,
      answer: 'unknown',
      where: at(heading),
      message: `${demand}：没有填写${heading}`,
      found: '空白',
    };
  }
  const word = row.holds ? '是' : '否';
  return {
    condition,
    answer: toAnswer(row.holds),
    where: at('结论'),
    message: `${demand}：${row.by}于 ${row.on} 确认为“${word}”`,
    found: word,
  };
}
