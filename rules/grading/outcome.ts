/** 评定结果: the grade that a unit has once its application is dealt with. */
import type { GradeChange, GradeResult, GradeOutcome } from './result.ts';
import type { Award } from '../scheme.ts';

type Found = Omit<GradeResult, keyof GradeOutcome>;

/**
 * An application gives what it asks for, or the lower grade that is reached; it never takes away what is held. A report gives what is reached,
 * up or down.
 * @param grades the best first
 */
export function decideOutcome(grades: readonly Award[], found: Found): GradeOutcome {
  const { held, kind, downgrades, revocations } = found;
  if (revocations.length > 0) return { outcome: null, settled: true, change: held && 'lost' };
  const given = give(grades, found);
  const outcome = lower(grades, held ?? given.outcome, given.outcome, downgrades.length);
  const isNew = held === null && kind === 'applied' && outcome !== null;
  return {
    outcome,
    settled: given.settled,
    change: held ? compareGrades(grades, held, outcome) : isNew ? 'new' : null,
  };
}

type Given = Pick<GradeOutcome, 'outcome' | 'settled'>;

/** What comes of the standards and the formalities, before any ground. */
function give(grades: readonly Award[], { kind, applied, held, steps, reached, formalities }: Found): Given {
  const keep = (settled: boolean): Given => ({ outcome: held, settled });
  if (kind === 'open' || !applied) return keep(false);
  if (formalities.answer !== 'yes') return keep(formalities.answer === 'no');
  if (kind === 'kept') return keep(steps.every(({ answer }) => answer !== 'unknown'));
  const rank = (grade: Award | null) => (grade ? grades.indexOf(grade) : grades.length);
  // Of an application nothing better is asked than `applied`; a report loses nothing by what is better than `held`.
  const from = kind === 'report' ? rank(held ?? grades[0] ?? null) : rank(applied);
  const sure = kind === 'report' ? reached : (steps.slice(from).find(({ answer }) => answer === 'yes')?.grade ?? null);
  const isOpen = steps.slice(from, rank(sure)).some(({ answer }) => answer === 'unknown');
  if (kind === 'report') return isOpen ? keep(false) : { outcome: sure, settled: true };
  return { outcome: sure !== applied && rank(held) < rank(sure) ? held : sure, settled: !isOpen };
}

/** Each ground takes the grade down by one from `from`; what is given is no way around it. Below the lowest there is none. */
function lower(grades: readonly Award[], from: Award | null, given: Award | null, by: number): Award | null {
  if (!from || !given || by === 0) return given;
  return grades[Math.max(grades.indexOf(from) + by, grades.indexOf(given))] ?? null;
}

function compareGrades(grades: readonly Award[], held: Award, outcome: Award | null): GradeChange {
  if (!outcome) return 'lost';
  const step = grades.indexOf(outcome) - grades.indexOf(held);
  if (step === 0) return 'same';
  return step < 0 ? 'up' : 'down';
}
