/** Plain statistics of a list of numbers; null where the list is empty. */

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** The standard deviation of the whole, divided by the count. */
export function spread(values: readonly number[]): number | null {
  const center = mean(values);
  if (center === null) return null;
  const squares = values.reduce((sum, each) => sum + (each - center) ** 2, 0);
  return Math.sqrt(squares / values.length);
}

/** Makes the median of absolute deviations an estimate of the standard deviation. */
const MAD_FACTOR = 1.4826;
const MOST_DEVIATIONS = 3;
/** With fewer others there is no "rest" to be out of line with. */
const LEAST_OTHERS = 4;

/**
 * Which values are out of line with the rest: farther from the median of the others than three of their (scaled) median absolute deviations.
 * Unlike mean and standard deviation, a few wild values do not hide themselves.
 * @param least deviations up to this are never marked, though the others agree to the last digit
 */
export function markOutliers(values: readonly (number | null)[], least: number): ('high' | 'low' | null)[] {
  return values.map((value, position) => {
    const others = values.filter((each, index): each is number => each !== null && index !== position);
    const center = median(others);
    if (value === null || center === null || others.length < LEAST_OTHERS) return null;
    const deviation = median(others.map((each) => Math.abs(each - center))) ?? 0;
    const limit = Math.max(MOST_DEVIATIONS * MAD_FACTOR * deviation, least);
    if (Math.abs(value - center) <= limit) return null;
    return value > center ? 'high' : 'low';
  });
}
