/** 名额 by the scheme's ratios: base × ratio, rounded. */
import type { Citation } from '../citation.ts';
import { formatPercent, formatRatio, multiply, round, type Rounding } from '../ratio.ts';
import type { QuotaRatio } from '../scheme.ts';

export interface QuotaFormula {
  /** Name of the award whose places are the base; null where the member units are. */
  readonly baseAward: string | null;
  readonly base: number;
  /** `3%` */
  readonly ratio: string;
  /** `19.5` */
  readonly exact: string;
  readonly rounding: Rounding;
  readonly rounded: number;
  readonly cite: Citation;
}

/** @param baseAward name of the award whose places are the base; null for member units */
export function applyRatio(rule: QuotaRatio, baseAward: string | null, base: number): QuotaFormula {
  const exact = multiply(base, rule.ratio.value);
  const rounding = rule.rounding.value;
  return {
    baseAward,
    base,
    ratio: formatPercent(rule.ratio.value),
    exact: formatRatio(exact),
    rounding,
    rounded: round(exact, rounding),
    cite: rule.ratio.cite,
  };
}

/** A ratio of another award's places comes after that award; `schemes/` refuses a circle. */
export function inOrderOfDependence(ratios: readonly QuotaRatio[]): QuotaRatio[] {
  const ordered: QuotaRatio[] = [];
  let waiting = [...ratios];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ of }) => of === 'members' || ordered.some((done) => done.award === of.award));
    if (ready.length === 0) throw new RangeError('quota ratios refer to one another in a circle');
    for (const each of ready) ordered.push(each);
    waiting = waiting.filter((ratio) => !ready.includes(ratio));
  }
  return ordered;
}
