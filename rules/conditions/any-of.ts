import { any } from '../answer.ts';
import type { AnyOfCondition } from '../condition.ts';
import type { MemberUnit } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import { answerFact, headingsOfFact } from './fact.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import { appliesTo, describeAnswer, type Subject } from './subject.ts';

export const anyOf: ConditionKind<AnyOfCondition> = {
  answer: (condition, unit, subject) => [answerAnyOf(condition, unit, subject)],
  headings: ({ conditions }) => conditions.flatMap(headingsOfFact),
};

/** One of several facts is enough. */
function answerAnyOf(condition: AnyOfCondition, unit: MemberUnit, subject: Subject): Reason {
  const reasons = condition.conditions
    .filter((each) => appliesTo(each, unit, subject))
    .map((each) => answerFact(each, unit, subject));
  const answer = any(reasons.map((reason) => reason.answer));
  const found = reasons.map((reason) => `“${reason.where.heading}”为${reason.found}`).join('，');
  const first = reasons.find((reason) => reason.answer === answer);
  return {
    condition,
    answer,
    where: first?.where ?? cellOf('memberUnits', unit, '编号'),
    message: describeAnswer(answer, condition.demand, found),
    found,
  };
}
