/** The height of a printed page that no text of the template needs: what is left below, and what blank rows can give. */
import { isInRange, readAddress, type CellRange } from '../read/cell-address.ts';
import type { XmlElement } from '../xml/xml-elements.ts';

export interface PageRoom {
  /** Points that no row takes. */
  readonly free: number;
  /** By row, points that a blank row can do without. */
  readonly spare: ReadonlyMap<number, number>;
  /** By row, its height in the template where it names one. */
  readonly heights: ReadonlyMap<number, number>;
}

/** A blank row never gets lower: with the lines below it a seal of 42 mm fits in, and two lines written by hand. */
const LEAST_BLANK = 44;
/** Height and width of A4, the one paper that forms are printed on here. */
const A4 = { paperSize: '9', long: 841.9, short: 595.3 };
const POINTS_PER_INCH = 72;
/** Excel's own margins, in inches. */
const DEFAULT_MARGIN = 0.75;
/** Programs round each row. */
const ROUNDING = 1;

/**
 * @param sheet the root of its part
 * @param isFilled whether a page fills a cell of these rows
 */
export function readRoom(
  sheet: XmlElement,
  heights: ReadonlyMap<number, number>,
  merges: readonly CellRange[],
  isFilled: (row: number) => boolean,
): PageRoom {
  const written = new Set<number>();
  for (const cell of sheet.find('c')) {
    const place = readAddress(cell.attribute('r') ?? '');
    if (place === undefined || cell.inner === '') continue;
    const merge = merges.find((range) => isInRange(place, range));
    // A label beside several rows needs none of them whole.
    if (merge === undefined || merge.first.row === merge.last.row) written.add(place.row);
  }
  const spare = new Map<number, number>();
  for (const [row, height] of heights) {
    if (height > LEAST_BLANK && !written.has(row) && !isFilled(row)) spare.set(row, height - LEAST_BLANK);
  }
  return { free: readFree(sheet, heights), spare, heights };
}

function readFree(sheet: XmlElement, heights: ReadonlyMap<number, number>): number {
  const [setup] = sheet.find('pageSetup');
  const [margins] = sheet.find('pageMargins');
  const rows = sheet.find('row').map((row) => Number(row.attribute('r') ?? 0));
  // Where a row has no height of its own, nobody can say how high the page is.
  if (setup?.attribute('paperSize') !== A4.paperSize || rows.some((row) => !heights.has(row))) return 0;
  const paper = setup.attribute('orientation') === 'landscape' ? A4.short : A4.long;
  const margin = (side: string) => Number(margins?.attribute(side) ?? DEFAULT_MARGIN) * POINTS_PER_INCH;
  const used = rows.reduce((sum, row) => sum + (heights.get(row) ?? 0), 0);
  return Math.max(0, Math.floor(paper - margin('top') - margin('bottom') - used) - ROUNDING);
}
