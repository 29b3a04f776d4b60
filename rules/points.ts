/**
 * Scores are whole numbers of the scheme's smallest step, so that sums are exact: with a step of 1/2, 2.5 points are 5 steps.
 * Every `…Points` field in `rules/` that is not read straight from a cell holds steps.
 */
import { wholeTimes } from './decimals.ts';
import { formatRatio, type Ratio } from './ratio.ts';

/** The points of a cell as steps; null when they are no whole number of steps. */
export function toSteps(points: number, step: Ratio): number | null {
  return wholeTimes(points, { numerator: step.denominator, denominator: step.numerator });
}

/** Steps as the points that people read: `96`, `2.5`. */
export function formatSteps(steps: number, step: Ratio): string {
  const sign = steps < 0 ? '-' : '';
  return sign + formatRatio({ numerator: Math.abs(steps) * step.numerator, denominator: step.denominator });
}

/** Steps as a number of points, for a cell. */
export function toPoints(steps: number, step: Ratio): number {
  return (steps * step.numerator) / step.denominator;
}
