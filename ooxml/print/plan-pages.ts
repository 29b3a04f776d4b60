/** Which rows and columns stand on which page, and how far all is made smaller. */
import type { PageSetup } from './page-setup.ts';

/** Sizes in points before they are made smaller; in each list, one for each row or column of what is printed. */
export interface Extent {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  readonly titles: { readonly first: number; readonly last: number } | null;
}

export interface PagePlan {
  /** By their numbers, rows that are repeated first; hidden ones too. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Rounding of whole pages. */
const TOLERANCE = 0.05;
const LEAST_SCALE = 10;
/** So little smaller a list is made where that saves a page, as LibreOffice does it too. */
const SQUEEZE = 0.98;

/** @returns the scale, 1 for the size as it is, and pages in the order in which they come out */
export function planPages(extent: Extent, setup: PageSetup): { scale: number; pages: readonly PagePlan[] } {
  const percent = setup.fit ? fittingScale(extent, setup, setup.fit) : setup.scale;
  return { scale: percent / 100, pages: arrange(extent, setup, percent / 100) };
}

/** The largest whole per cent at which it is no more pages than asked for; never more than 100. */
function fittingScale(extent: Extent, setup: PageSetup, { wide, high }: NonNullable<PageSetup['fit']>): number {
  const fits = (percent: number) => {
    const { rows, columns, room } = split(extent, setup, percent / 100);
    const isNarrow = wide === 0 || (columns.length <= wide && largest(extent.widths) <= room.width + TOLERANCE);
    return isNarrow && (high === 0 || (rows.length <= high && largest(extent.heights) <= room.height + TOLERANCE));
  };
  let [fitting, tooLarge] = [LEAST_SCALE, 101];
  while (tooLarge - fitting > 1) {
    const middle = (fitting + tooLarge) >> 1;
    if (fits(middle)) fitting = middle;
    else tooLarge = middle;
  }
  const pages = split(extent, setup, fitting / 100).rows.length;
  if (wide === 0 || high > 0 || pages === 1) return fitting;
  const squeezed = Math.floor(fitting * SQUEEZE);
  return split(extent, setup, squeezed / 100).rows.length < pages ? squeezed : fitting;
}

/** A sheet's rows are too many to be arguments of `Math.max`. */
function largest(sizes: readonly number[]): number {
  return sizes.reduce((most, size) => Math.max(most, size), 0);
}

function arrange(extent: Extent, setup: PageSetup, scale: number): PagePlan[] {
  const { rows, columns } = split(extent, setup, scale);
  if (setup.overThenDown) return rows.flatMap((some) => columns.map((each) => ({ rows: some, columns: each })));
  return columns.flatMap((each) => rows.map((some) => ({ rows: some, columns: each })));
}

function split({ firstRow, firstColumn, heights, widths, titles }: Extent, setup: PageSetup, scale: number) {
  const { paper, margins, bands, breaks, fit } = setup;
  const none = new Set<number>();
  const room = {
    width: (paper.width - margins.left - margins.right) / scale,
    height: (paper.height - margins.top - margins.bottom) / scale - bands.top.height - bands.bottom.height,
  };
  const columns = cut({
    first: firstColumn,
    sizes: widths,
    room: room.width,
    breaks: fit && fit.wide > 0 ? none : breaks.columns,
    titles: null,
  });
  const rows = cut({
    first: firstRow,
    sizes: heights,
    room: room.height,
    breaks: fit && fit.high > 0 ? none : breaks.rows,
    titles,
  });
  return { rows, columns, room };
}

interface Cutting {
  readonly first: number;
  readonly sizes: readonly number[];
  readonly room: number;
  readonly breaks: ReadonlySet<number>;
  readonly titles: Extent['titles'];
}

function cut({ first, sizes, room, breaks, titles }: Cutting): number[][] {
  const repeated = titles ? sizes.flatMap((_, at) => (isTitle(first + at, titles) ? [first + at] : [])) : [];
  const titleSize = repeated.reduce((sum, number) => sum + (sizes[number - first] ?? 0), 0);
  const pages: number[][] = [];
  let page: number[] = [];
  let used = 0;
  const begin = (number: number) => {
    const repeats = titles !== null && number > titles.last && titleSize < room;
    page = repeats ? [...repeated] : [];
    used = repeats ? titleSize : 0;
    pages.push(page);
  };
  sizes.forEach((size, at) => {
    const number = first + at;
    const isFull = used > 0 && size > 0 && used + size > room + TOLERANCE;
    if (at === 0 || isFull || breaks.has(number - 1)) begin(number);
    page.push(number);
    used += size;
  });
  return pages;
}

function isTitle(number: number, { first, last }: NonNullable<Extent['titles']>): boolean {
  return first <= number && number <= last;
}
