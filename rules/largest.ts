/** The largest of any number of values, −∞ of none. `Math.max` takes as many as its stack holds, which a roster may exceed. */
export function largestOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

export function smallestOf(values: readonly number[]): number {
  return -largestOf(values.map((value) => -value));
}
