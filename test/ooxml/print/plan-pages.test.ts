import { describe, expect, it } from 'vitest';
import { planPages, type Extent } from '../../../ooxml/print/plan-pages.ts';
import { NO_BAND, type PageSetup } from '../../../ooxml/print/page-setup.ts';

const NONE = { header: '', footer: '' };
const SETUP: PageSetup = {
  paper: { width: 120, height: 120 },
  margins: { left: 10, right: 10, top: 10, bottom: 10, header: 0, footer: 0 },
  scale: 100,
  fit: null,
  centred: { across: false, down: false },
  overThenDown: false,
  firstPage: null,
  breaks: { rows: new Set(), columns: new Set() },
  headings: { odd: NONE, even: null, first: null },
  bands: { top: NO_BAND, bottom: NO_BAND },
};
const extent = (rows: number, size: number, more: Partial<Extent> = {}): Extent => ({
  firstRow: 1,
  firstColumn: 1,
  heights: Array.from({ length: rows }, () => size),
  widths: [50],
  titles: null,
  ...more,
});
const rowsOf = (setup: PageSetup, of: Extent) => planPages(of, setup).pages.map(({ rows }) => rows);

describe('planPages', () => {
  it('ends a page below the last row that is wholly on it: exactly as high as the page is no break', () => {
    expect(rowsOf(SETUP, extent(4, 25))).toEqual([[1, 2, 3, 4]]);
    expect(rowsOf(SETUP, extent(5, 25))).toEqual([[1, 2, 3, 4], [5]]);
    expect(rowsOf(SETUP, extent(4, 26))).toEqual([[1, 2, 3], [4]]);
  });

  it('repeats title rows on every page after theirs', () => {
    const titles = { first: 2, last: 2 };
    expect(rowsOf(SETUP, extent(7, 25, { titles }))).toEqual([
      [1, 2, 3, 4],
      [2, 5, 6, 7],
    ]);
  });

  it('ends a page where somebody said so, but not where all is to be on so many pages', () => {
    const setup = { ...SETUP, breaks: { rows: new Set([2]), columns: new Set<number>() } };
    expect(rowsOf(setup, extent(3, 10))).toEqual([[1, 2], [3]]);
    expect(rowsOf({ ...setup, fit: { wide: 1, high: 1 } }, extent(3, 10))).toEqual([[1, 2, 3]]);
    expect(rowsOf({ ...setup, fit: { wide: 1, high: 0 } }, extent(3, 10))).toEqual([[1, 2], [3]]);
  });

  it('makes smaller what does not fit, to the largest whole per cent, and never larger', () => {
    const fit = { wide: 1, high: 1 };
    expect(planPages(extent(4, 25), { ...SETUP, fit }).scale).toBe(1);
    expect(planPages(extent(4, 30), { ...SETUP, fit }).scale).toBe(0.83);
    expect(planPages(extent(1, 25, { widths: [60, 60] }), { ...SETUP, fit: { wide: 1, high: 0 } }).scale).toBe(0.83);
    expect(planPages(extent(4, 5), { ...SETUP, fit }).scale).toBe(1);
  });

  it('makes as many rows fit as a sheet may have, seen or hidden', () => {
    const setup = (high: number) => ({ ...SETUP, fit: { wide: 1, high } });
    const heights = Array.from({ length: 200_000 }, (_, at) => (at < 4 ? 30 : 0));
    // Seven rows a page are 28 572 pages at 57 %, six would be more than 30 000.
    expect(planPages(extent(200_000, 25), setup(30_000)).scale).toBe(0.57);
    expect(planPages(extent(0, 0, { heights }), setup(1)).scale).toBe(0.83);
    expect(planPages(extent(0, 0, { heights: [...heights, 30] }), setup(0)).pages).toHaveLength(2);
  });

  it('goes down before it goes over, unless the sheet says otherwise', () => {
    const wide = extent(5, 25, { widths: [60, 60] });
    const corners = (setup: PageSetup) =>
      planPages(wide, setup).pages.map(({ rows, columns }) => `${rows[0] ?? 0}/${columns[0] ?? 0}`);
    expect(corners(SETUP)).toEqual(['1/1', '5/1', '1/2', '5/2']);
    expect(corners({ ...SETUP, overThenDown: true })).toEqual(['1/1', '1/2', '5/1', '5/2']);
  });
});
