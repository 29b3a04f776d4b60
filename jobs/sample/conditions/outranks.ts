import type { OutranksCondition } from '../../../rules/condition.ts';
import type { Award, Scheme } from '../../../rules/scheme.ts';
import { violation } from '../flaw.ts';
import { takeAsked } from '../take-asked.ts';
import type { ConditionSample } from './kind.ts';

export const outranks: ConditionSample<OutranksCondition> = {
  meet: ({ heading }, { nominee }, { scheme, award }) => {
    const [next] = gradesBelow(scheme, award);
    if (next) nominee.set(heading, next.shortName);
  },
  /** The lowest grade is nobody's promotion. */
  canBeMet: (_, scheme, award) => gradesBelow(scheme, award).length > 0,
  /** Who has the grade already applies for it. */
  plant: (condition, awards, sample, victims) => {
    const { row, award } = takeAsked(sample, victims, condition, awards);
    row.set(condition.heading, award.shortName);
    return [violation(condition.id, 'nominees', row, condition.heading)];
  },
};

function gradesBelow({ awards, grading }: Scheme, award: Award): Award[] {
  const grades = grading?.grades ?? [];
  return grades.slice(grades.indexOf(award.id) + 1).flatMap((id) => awards.filter((each) => each.id === id));
}
