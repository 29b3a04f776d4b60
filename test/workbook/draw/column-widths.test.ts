import { describe, expect, it } from 'vitest';
import { fitWidths, textWidth, toColumnWidth } from '../../../workbook/draw/column-widths.ts';
import { breakLines } from '../../../ooxml/stamp/fit-text.ts';

describe('fitWidths', () => {
  it('keeps a column between its narrowest and its widest', () => {
    const ranges = [
      { min: 50, max: 50 },
      { min: 20, max: 60 },
      { min: 20, max: 60 },
    ];
    const widths = fitWidths(ranges, [['字', '字', '字'.repeat(40)]], 10, 0);
    expect(widths).toEqual([50, 20, 60]);
  });

  it('gives what is left of the page to the open columns, in proportion', () => {
    const ranges = [
      { min: 50, max: 50 },
      { min: 10, max: 100 },
      { min: 10, max: 100 },
    ];
    const texts = [['', '字'.repeat(2), '字'.repeat(6)]];
    const [, narrow = 0, wide = 0] = fitWidths(ranges, texts, 10, 0);
    const widths = fitWidths(ranges, texts, 10, 50 + 2 * (narrow + wide));
    expect(widths[0]).toBe(50);
    expect(widths[1]).toBeCloseTo(2 * narrow);
    expect(widths[2]).toBeCloseTo(2 * wide);
  });

  it('leaves every text that is not capped on one line', () => {
    for (let length = 1; length <= 40; length += 1) {
      const text = '单'.repeat(length);
      const [width = 0] = fitWidths([{ min: 10, max: 1000 }], [[text]], 10.5, 0);
      expect(breakLines(text, 10.5, width).lines).toBe(1);
    }
  });
});

it('counts an East-Asian character as a square and a digit as about half', () => {
  expect(textWidth('单位', 10)).toBe(20);
  expect(textWidth('2024', 10)).toBeCloseTo(22.4);
});

it('turns points into the characters of column widths: 8.43 characters are 64 pixels, 48 points', () => {
  expect(toColumnWidth(48)).toBeCloseTo(8.43, 2);
});
