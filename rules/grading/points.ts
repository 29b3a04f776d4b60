/** 积分: what each source gave, kept apart, and the grade that the sum reaches by itself. */
import type { Condition, RowOwner } from '../condition.ts';
import { sumOf } from '../conditions/registry.ts';
import type { GradeResult } from './result.ts';
import type { FactValue } from '../roster-column.ts';
import type { Award } from '../scheme.ts';

/** Columns that are added up for grades, in the order of the columns. */
export interface PointScale {
  readonly headings: readonly string[];
  readonly of: RowOwner;
  /** The best grade first. */
  readonly lines: readonly { readonly grade: Award; readonly condition: Condition; readonly atLeast: number }[];
}

/** One application on one scale. */
export interface PointRow {
  /** In the order of the scale's headings; null is blank. */
  readonly parts: readonly FactValue[];
  readonly total: number;
  /** The best grade whose line the sum reaches. */
  readonly grade: Award | null;
  /** What the next better grade's line still needs: `还差 8`; empty at the best grade. */
  readonly gap: string;
}

/** The scales of the grades' conditions that add up columns: those that add up the same are one. */
export function listScales(grades: readonly Award[]): PointScale[] {
  const scales = new Map<string, { headings: readonly string[]; of: RowOwner; lines: PointScale['lines'][number][] }>();
  for (const grade of grades) {
    for (const condition of grade.conditions) {
      const sum = sumOf(condition);
      if (!sum) continue;
      const { headings, of, atLeast } = sum;
      const key = [of, ...headings].join(' ');
      const scale = scales.get(key) ?? { headings, of, lines: [] };
      scale.lines.push({ grade, condition, atLeast });
      scales.set(key, scale);
    }
  }
  return [...scales.values()];
}

/** Null where the application is not asked for these points. */
export function readPoints(
  { of, headings, lines }: PointScale,
  { nominee, unit, steps }: GradeResult,
): PointRow | null {
  const judged = lines.flatMap(({ grade, condition }) => {
    const reasons = steps.find((step) => step.grade === grade)?.reasons ?? [];
    return reasons.filter((reason) => reason.condition === condition).map((reason) => ({ grade, reason }));
  });
  const [first] = judged;
  if (!first) return null;
  const best = judged.findIndex(({ reason }) => reason.answer === 'yes');
  const next = judged[(best < 0 ? judged.length : best) - 1];
  return {
    parts: headings.map((heading) => (of === 'nominee' ? nominee : unit)?.facts.get(heading) ?? null),
    total: Number(first.reason.found),
    grade: judged[best]?.grade ?? null,
    gap: next?.reason.gap ?? '',
  };
}
