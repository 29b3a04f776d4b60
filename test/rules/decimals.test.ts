import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, compare, roundTimes, subtract, wholeTimes } from '../../rules/decimals.ts';

/** A decimal as people write it, with what it is in its last place: an engine of its own, of whole numbers alone. */
const written = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => {
    const digits = String(Math.abs(units)).padStart(places + 1, '0');
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return { number: Number(`${units < 0 ? '-' : ''}${text}`) + 0, millionths: units * 10 ** (6 - places) };
  });

describe('sums and differences', () => {
  it('are exact', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 12 }), (terms) => {
        const millionths = terms.reduce((sum, term) => sum + term.millionths, 0);
        expect(addUp(terms.map(({ number }) => number))).toBe(millionths / 1e6 + 0);
      }),
    );
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(subtract(a.number, b.number)).toBe((a.millionths - b.millionths) / 1e6 + 0);
        expect(compare(a.number, b.number) + 0).toBe(Math.sign(a.millionths - b.millionths) + 0);
      }),
    );
  });

  it.each([
    [[0.1, 0.2], 0.3],
    [[166.67, 166.67, 166.66], 500],
    [[], 0],
    [[1e-7, 1e-7], 2e-7],
    [[1e21, 0.5], 1e21],
  ])('%j make %d', (numbers, sum) => {
    expect(addUp(numbers)).toBe(sum);
  });

  it('do without what binary arithmetic adds', () => {
    expect(compare(0.1 + 0.2, 0.3)).toBe(0);
    expect(compare(92.00000000000001, 92)).toBe(0);
    expect(compare(92.0000000001, 92)).toBe(1);
  });
});

describe('whole numbers of a fraction', () => {
  it.each([
    [0.07, 100, 1, 7],
    [4.35, 100, 1, 435],
    [1.005, 100, 1, null],
    [2.5, 2, 1, 5],
    [10, 1, 3, null],
    [9, 1, 3, 3],
    [-0.07, 100, 1, -7],
    [1e-9, 1, 1, null],
    [1e15, 100, 1, null],
  ])('%d × %d/%d is %j', (number, numerator, denominator, whole) => {
    expect(wholeTimes(number, { numerator, denominator })).toBe(whole);
  });

  it('are found wherever there are, and nowhere else', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(1, 2, 4, 5, 10, 100, 1000), (term, factor) => {
        const product = term.millionths * factor;
        const whole = product % 1e6 === 0 ? product / 1e6 : null;
        const found = wholeTimes(term.number, { numerator: factor, denominator: 1 });
        expect(found === null ? null : found + 0).toBe(whole === null ? null : whole + 0);
      }),
    );
  });
});

it.each([
  [4.03, 1_000_000, 4_030_000],
  [0.0000005, 1_000_000, 1],
  [0.0000004, 1_000_000, 0],
  [-0.0000005, 1_000_000, -1],
])('%d × %d is about %d', (number, factor, whole) => {
  expect(roundTimes(number, factor)).toBe(whole);
});

it('what is no number has no decimals', () => {
  expect(() => addUp([Number.NaN])).toThrow(RangeError);
  expect(() => wholeTimes(Infinity, { numerator: 1, denominator: 1 })).toThrow(RangeError);
});
