import { cellOf } from '../roster-cell.ts';
import type { OutranksCondition } from '../condition.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import { describeAnswer, quoteFact, toAnswer, type Subject } from './subject.ts';

export const outranks: ConditionKind<OutranksCondition> = {
  answer: (condition, _, subject) => [answerOutranks(condition, subject)],
  headings: ({ heading }) => [heading],
  dependsOnAward: true,
};

/** The grade that is applied for is above the one that is held. An award that is no grade, or a cell that names none, leaves it open. */
function answerOutranks(condition: OutranksCondition, { index, nominee, award }: Subject): Reason {
  const { heading, demand } = condition;
  const value = nominee.facts.get(heading) ?? null;
  const { awards, grading } = index.scheme;
  const grades = grading?.grades ?? [];
  const applied = grades.indexOf(award.id);
  const held = grades.findIndex((id) => awards.some((each) => each.id === id && each.shortName === value));
  const answer = applied < 0 || held < 0 ? 'unknown' : toAnswer(applied < held);
  return {
    condition,
    answer,
    where: cellOf('nominees', nominee, heading),
    message: describeAnswer(answer, demand, `申报${award.shortName}，“${heading}”为${quoteFact(value)}`),
    found: quoteFact(value),
  };
}
