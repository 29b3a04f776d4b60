import type { SumCondition } from '../condition.ts';
import { addUp, subtract } from '../decimals.ts';
import type { MemberUnit } from '../master-roster.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import { cellOfOwner, describeAnswer, quoteFact, toAnswer, valueOf, type Subject } from './subject.ts';

export const sum: ConditionKind<SumCondition> = {
  answer: (condition, unit, subject) => [answerSum(condition, unit, subject)],
  headings: ({ headings }) => headings,
  sum: ({ of, headings, atLeast }) => ({ of, headings, atLeast }),
};

/** Several columns together. What is blank adds nothing: a line that is reached without it is reached. */
function answerSum(condition: SumCondition, unit: MemberUnit, { nominee }: Subject): Reason {
  const { of, headings, atLeast, demand } = condition;
  const values = headings.map((heading) => valueOf(of, heading, unit, nominee));
  const blank = headings[values.findIndex((value) => typeof value !== 'number')];
  const total = addUp(values.map((value) => (typeof value === 'number' ? value : 0)));
  const answer = total < atLeast && blank !== undefined ? 'unknown' : toAnswer(total >= atLeast);
  const parts = values.map((value, index) => `“${headings[index] ?? ''}”为${quoteFact(value)}`).join('，');
  const gap = total < atLeast ? `还差 ${subtract(atLeast, total)}` : '';
  return {
    condition,
    answer,
    where: cellOfOwner(of, blank ?? headings[0] ?? '', unit, nominee),
    message: describeAnswer(answer, demand, `${parts}，合计 ${total}${gap && `，${gap}`}`),
    found: String(total),
    gap,
  };
}
