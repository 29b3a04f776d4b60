import { expect, it } from 'vitest';
import { largestOf, smallestOf } from '../../rules/largest.ts';

it('finds the ends of more values than a stack holds', () => {
  const values = Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 1_000_003);
  const sorted = [...values].sort((a, b) => a - b);
  expect(() => Math.max(...values)).toThrow(RangeError);
  expect(largestOf(values)).toBe(sorted.at(-1));
  expect(smallestOf(values)).toBe(sorted[0]);
});

it('tells of nothing', () => {
  expect(largestOf([])).toBe(-Infinity);
  expect(smallestOf([])).toBe(Infinity);
});
