/** What the conditions of all grades say of one application. Most of them are the same for every grade, and are asked once. */
import { both, type Answer } from '../answer.ts';
import type { Condition } from '../condition.ts';
import type { Reason } from '../conditions/reason.ts';
import { dependsOnAward } from '../conditions/registry.ts';
import { makeAsker, type Ask } from '../eligibility.ts';
import type { Nominee } from '../master-roster.ts';
import type { RosterIndex } from '../roster-index.ts';
import type { Award } from '../scheme.ts';

/** What conditions say together, and each of them. */
export interface Judged {
  readonly answer: Answer;
  readonly reasons: readonly Reason[];
}

/** Asks one application, or the same as if it asked for something else. */
export interface GradeJudge {
  /** The conditions of the grade, formalities left out, in their order. */
  readonly standards: (grade: Award) => Judged;
  readonly formalities: (grade: Award) => Judged;
}

/** Conditions of all grades, each once, and which of them a grade has. */
interface Plan {
  readonly conditions: readonly Condition[];
  readonly standards: ReadonlyMap<Award, readonly number[]>;
  readonly formalities: ReadonlyMap<Award, readonly number[]>;
}

/** @param formalities ids of the conditions of an application as such */
export function makeGradeJudges(
  index: RosterIndex,
  grades: readonly Award[],
  formalities: readonly string[],
): (nominee: Nominee) => GradeJudge {
  const plan = makePlan(grades, new Set(formalities));
  const askOf = makeAsker(index);
  return (nominee) => judgeGrades(plan, askOf(nominee));
}

function makePlan(grades: readonly Award[], formalities: ReadonlySet<string>): Plan {
  const conditions = [...new Set(grades.flatMap((grade) => grade.conditions))];
  const place = new Map(conditions.map((condition, position) => [condition, position]));
  const pick = (wanted: boolean) =>
    new Map(
      grades.map((grade): [Award, number[]] => [
        grade,
        grade.conditions.flatMap((condition) =>
          formalities.has(condition.id) === wanted ? (place.get(condition) ?? []) : [],
        ),
      ]),
    );
  return { conditions, standards: pick(false), formalities: pick(true) };
}

function judgeGrades({ conditions, standards, formalities }: Plan, ask: Ask): GradeJudge {
  const answered = new Array<readonly Reason[] | undefined>(conditions.length);
  const judge = (grade: Award, positions: readonly number[]): Judged => {
    const reasons: Reason[] = [];
    let answer: Answer = 'yes';
    for (const position of positions) {
      const condition = conditions[position];
      if (!condition) continue;
      const found = answered[position] ?? ask(condition, grade);
      // Of the others the answer is the same for whatever grade.
      if (!dependsOnAward(condition)) answered[position] = found;
      for (const reason of found) {
        reasons.push(reason);
        answer = both(answer, reason.answer);
      }
    }
    return { reasons, answer };
  };
  return {
    standards: (grade) => judge(grade, standards.get(grade) ?? []),
    formalities: (grade) => judge(grade, formalities.get(grade) ?? []),
  };
}
