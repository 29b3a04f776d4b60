/** Where rows and columns stand on one page. */
import type { CellRange } from '../read/cell-address.ts';
import { wholeHundredths } from './measures.ts';
import type { PageSetup } from './page-setup.ts';
import type { PagePlan } from './plan-pages.ts';
import type { Frame } from './print-page.ts';

interface Band {
  readonly start: number;
  readonly size: number;
}

const NEAR = 0.01;

export class PageGrid {
  readonly rows: ReadonlyMap<number, Band>;
  readonly columns: ReadonlyMap<number, Band>;

  constructor(
    plan: PagePlan,
    { paper, margins, bands, centred }: PageSetup,
    readonly scale: number,
    private readonly sizes: {
      readonly heightOf: (row: number) => number;
      readonly widthOf: (column: number) => number;
    },
  ) {
    const across = { from: margins.left, to: paper.width - margins.right, centred: centred.across };
    const down = {
      from: margins.top + bands.top.height * scale,
      to: paper.height - margins.bottom - bands.bottom.height * scale,
      centred: centred.down,
    };
    this.columns = this.lay(plan.columns, sizes.widthOf, across);
    this.rows = this.lay(plan.rows, sizes.heightOf, down);
  }

  /** Of a block of cells, some of which may be on another page; undefined where none is on this. */
  frameOf({ first, last }: CellRange): Frame | undefined {
    const down = this.span(this.rows, this.sizes.heightOf, first.row, last.row);
    const across = this.span(this.columns, this.sizes.widthOf, first.column, last.column);
    if (!down || !across) return undefined;
    return { x: across.start, y: down.start, width: across.size, height: down.size };
  }

  /** The part of such a block that is on this page; the frame itself where it is whole. */
  visibleOf({ first, last }: CellRange, frame: Frame): Frame {
    const down = seen(this.rows, first.row, last.row);
    const across = seen(this.columns, first.column, last.column);
    const isWhole = down.size > frame.height - NEAR && across.size > frame.width - NEAR;
    return isWhole ? frame : { x: across.start, y: down.start, width: across.size, height: down.size };
  }

  private lay(
    numbers: readonly number[],
    sizeOf: (number: number) => number,
    { from, to, centred }: { readonly from: number; readonly to: number; readonly centred: boolean },
  ): Map<number, Band> {
    const whole = numbers.reduce((sum, number) => sum + sizeOf(number), 0) * this.scale;
    let at = from + (centred ? Math.max(0, (to - from - whole) / 2) : 0);
    const bands = new Map<number, Band>();
    for (const number of numbers) {
      const size = wholeHundredths(sizeOf(number)) * this.scale;
      bands.set(number, { start: at, size });
      at += size;
    }
    return bands;
  }

  /** What is before the page stands before its first band, as if the paper went on. */
  private span(
    bands: ReadonlyMap<number, Band>,
    sizeOf: (number: number) => number,
    first: number,
    last: number,
  ): Band | undefined {
    let anchor = first;
    let before = 0;
    let band = bands.get(anchor);
    while (!band && anchor < last) {
      before += wholeHundredths(sizeOf(anchor)) * this.scale;
      anchor += 1;
      band = bands.get(anchor);
    }
    if (!band) return undefined;
    let size = 0;
    for (let number = first; number <= last; number += 1) size += wholeHundredths(sizeOf(number)) * this.scale;
    return { start: band.start - before, size };
  }
}

function seen(bands: ReadonlyMap<number, Band>, first: number, last: number): Band {
  let start = Infinity;
  let end = -Infinity;
  for (let number = first; number <= last; number += 1) {
    const band = bands.get(number);
    if (!band) continue;
    start = Math.min(start, band.start);
    end = Math.max(end, band.start + band.size);
  }
  return { start, size: end - start };
}
