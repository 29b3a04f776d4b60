import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fenOfWan, formatWan, formatYuan } from '../../rules/money.ts';

/** Six digits behind the point, as a person writes it: no arithmetic. */
function writeWan(fen: number): string {
  const digits = String(fen).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

it('every sum of fen is read from its ten thousands of yuan, and written back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
      const text = writeWan(fen);
      expect(fenOfWan(Number(text))).toBe(fen);
      expect(formatWan(fen)).toBe(text.replace(/\.?0+$/, '') || '0');
    }),
  );
});

it('of what is smaller than a fen the nearest is taken', () => {
  expect([4.03, 4.0300004, 4.0300005, 4.0299996].map(fenOfWan)).toEqual([4_030_000, 4_030_000, 4_030_001, 4_030_000]);
});

it('yuan stand with fen only where there are some', () => {
  expect([200_000, 50, 205].map(formatYuan)).toEqual(['2000', '0.50', '2.05']);
});
