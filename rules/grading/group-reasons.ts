import type { Reason } from '../conditions/reason.ts';
import type { GradeStep } from './result.ts';
import type { Award } from '../scheme.ts';

/** The reasons of all grades, the best first; those that several grades share word for word stand once. */
export function groupReasons(
  steps: readonly GradeStep[],
): { readonly grades: readonly Award[]; readonly reason: Reason }[] {
  const groups = new Map<string, { grades: Award[]; reason: Reason }>();
  for (const { grade, reasons } of steps) {
    for (const reason of reasons) {
      const key = `${reason.condition.id} ${reason.condition.cite.clause} ${reason.message}`;
      const group = groups.get(key);
      if (group) group.grades.push(grade);
      else groups.set(key, { grades: [grade], reason });
    }
  }
  return [...groups.values()];
}
