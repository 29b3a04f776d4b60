import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, formatRatio, multiply, parseRatio, round } from '../../rules/ratio.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('parseRatio', () => {
  it('reads a fraction of whole numbers', () => {
    expect(parseRatio('3/100')).toEqual(of(3, 100));
    expect(parseRatio('0/1')).toEqual(of(0, 1));
  });

  it.each(['3', '3%', '0.03', '3/0', '3/-1', ' 3/100', '3/100 ', '1e1/10', '12345678901/1', ''])(
    'refuses %j',
    (text) => {
      expect(parseRatio(text)).toBeNull();
    },
  );
});

describe('round', () => {
  it.each([
    [of(849, 100), 8],
    [of(850, 100), 9],
    [of(851, 100), 9],
    [of(0, 100), 0],
    [of(49, 100), 0],
    [of(50, 100), 1],
  ])('rounds a half up: %j', (exact, whole) => {
    expect(round(exact, 'half-up')).toBe(whole);
  });

  it('tells half-up from floor and ceil just below, at and just above a whole number', () => {
    expect([of(299, 100), of(300, 100), of(301, 100)].map((exact) => round(exact, 'floor'))).toEqual([2, 3, 3]);
    expect([of(299, 100), of(300, 100), of(301, 100)].map((exact) => round(exact, 'ceil'))).toEqual([3, 3, 4]);
  });

  it('is exact where floating point is not', () => {
    // 100 × 0.285 is 28.499999999999996 and 50 × 0.29 is 14.499999999999998 in floating point.
    expect(round(multiply(100, of(285, 1000)), 'half-up')).toBe(29);
    expect(round(multiply(50, of(29, 100)), 'half-up')).toBe(15);
  });

  it('agrees with integer arithmetic of any size', () => {
    const member = fc.integer({ min: 0, max: 1_000_000 });
    const ratio = fc.record({
      numerator: fc.integer({ min: 0, max: 1000 }),
      denominator: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(member, ratio, (base, by) => {
        const n = BigInt(base) * BigInt(by.numerator);
        const d = BigInt(by.denominator);
        const exact = multiply(base, by);
        expect(BigInt(round(exact, 'floor'))).toBe(n / d);
        expect(BigInt(round(exact, 'ceil'))).toBe((n + d - 1n) / d);
        expect(BigInt(round(exact, 'half-up'))).toBe((2n * n + d) / (2n * d));
      }),
    );
  });
});

describe('multiply', () => {
  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses %j members', (members) => {
    expect(() => multiply(members, of(3, 100))).toThrow(RangeError);
  });

  it('refuses a product beyond the exact integers', () => {
    expect(() => multiply(2 ** 40, of(2 ** 20, 1))).toThrow(RangeError);
  });
});

describe('formatRatio', () => {
  it.each([
    [of(1950, 100), '19.5'],
    [of(72, 100), '0.72'],
    [of(8, 1), '8'],
    [of(1, 8), '0.125'],
    [of(7, 3), '7/3'],
    [of(0, 100), '0'],
  ])('writes %j as %s', (exact, text) => {
    expect(formatRatio(exact)).toBe(text);
  });

  it('writes percentages', () => {
    expect(formatPercent(of(3, 100))).toBe('3%');
    expect(formatPercent(of(2, 5))).toBe('40%');
    expect(formatPercent(of(1, 3))).toBe('1/3');
  });
});
