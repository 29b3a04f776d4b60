/** An exact fraction of two whole numbers, `denominator` above 0. Quotas are counted with these, never in floating point. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export type Rounding = 'floor' | 'ceil' | 'half-up';

const RATIO = /^(\d{1,9})\/([1-9]\d{0,8})$/;

/** Reads `"3/100"`; null when the text is not a fraction of whole numbers of at most nine digits. */
export function parseRatio(text: string): Ratio | null {
  const match = RATIO.exec(text);
  const [, numerator, denominator] = match ?? [];
  return numerator && denominator ? { numerator: Number(numerator), denominator: Number(denominator) } : null;
}

/**
 * `base × ratio`, still exact.
 * @throws RangeError when `base` is no whole number from 0, or when the product would leave the exact integers
 */
export function multiply(base: number, ratio: Ratio): Ratio {
  const numerator = base * ratio.numerator;
  if (!Number.isSafeInteger(base) || base < 0 || !Number.isSafeInteger(2 * numerator + ratio.denominator)) {
    throw new RangeError(`no exact product of ${base} and ${ratio.numerator}/${ratio.denominator}`);
  }
  return { numerator, denominator: ratio.denominator };
}

/** Rounds an exact fraction to a whole number; `half-up` takes a half to the next higher one. */
export function round(exact: Ratio, rounding: Rounding): number {
  const { numerator, denominator } = exact;
  const whole = Math.floor(numerator / denominator);
  const rest = numerator - whole * denominator;
  if (rest === 0) return whole;
  if (rounding === 'floor') return whole;
  if (rounding === 'ceil') return whole + 1;
  return 2 * rest >= denominator ? whole + 1 : whole;
}

/** `19.5`, `0.72`; a fraction that no finite decimal expresses is written as `7/3`. */
export function formatRatio(exact: Ratio): string {
  for (let digits = 0, scale = 1; digits <= 9; digits += 1, scale *= 10) {
    const scaled = exact.numerator * scale;
    if (!Number.isSafeInteger(scaled)) break;
    if (scaled % exact.denominator === 0) {
      const text = String(scaled / exact.denominator).padStart(digits + 1, '0');
      return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
    }
  }
  return `${exact.numerator}/${exact.denominator}`;
}

/** `3%` for 3/100, `3/7` where a percentage would not be exact. */
export function formatPercent(ratio: Ratio): string {
  const percent = formatRatio({ numerator: ratio.numerator * 100, denominator: ratio.denominator });
  return percent.includes('/') ? `${ratio.numerator}/${ratio.denominator}` : `${percent}%`;
}
