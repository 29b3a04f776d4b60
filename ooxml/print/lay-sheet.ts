/** The pages of one sheet. */
import type { CellRange } from '../read/cell-address.ts';
import { heightOfLines, type Typesetting } from './break-lines.ts';
import { CellMap } from './cell-map.ts';
import { layBorders } from './lay-borders.ts';
import { layBox } from './lay-boxes.ts';
import { linesOf, PADDING } from './lay-text.ts';
import { wholeTwips } from './measures.ts';
import { PageGrid } from './page-grid.ts';
import { planPages, type PagePlan } from './plan-pages.ts';
import type { PrintBox, PrintRule } from './print-page.ts';
import type { PrintCell, PrintSheet } from './print-sheet.ts';
import type { PrintFont } from './print-style.ts';

interface LaidPage {
  readonly boxes: readonly PrintBox[];
  readonly rules: readonly PrintRule[];
}

/** Spaces of the default font in one step of indentation. */
const SPACES_PER_STEP = 3;
const DIGITS = '0123456789';

interface LaidSheet {
  /** By which its pages are made smaller. */
  readonly scale: number;
  readonly pages: readonly LaidPage[];
}

/** A page on which nothing stands is left out. */
export function laySheet(sheet: PrintSheet, defaultFont: PrintFont, typesetting: Typesetting): LaidSheet {
  const { area } = sheet;
  if (area === null) return { scale: 1, pages: [] };
  const measures = new SheetMeasures(sheet, area, defaultFont, typesetting);
  const { scale, pages } = planPages(measures.extent, sheet.setup);
  const laid = pages.map((plan) => measures.layPage(plan, scale));
  return { scale, pages: laid.filter(({ boxes, rules }) => boxes.length > 0 || rules.length > 0) };
}

class SheetMeasures {
  private readonly map: CellMap;
  private readonly digit: number;
  private readonly step: number;
  private readonly heights = new Map<number, number>();

  constructor(
    private readonly sheet: PrintSheet,
    private readonly area: CellRange,
    private readonly defaultFont: PrintFont,
    private readonly typesetting: Typesetting,
  ) {
    const { widthOf } = typesetting.fonts(defaultFont);
    this.map = new CellMap(sheet);
    this.digit = wholeTwips(Math.max(...Array.from(DIGITS, widthOf)) * defaultFont.size);
    this.step = SPACES_PER_STEP * widthOf(' ') * defaultFont.size;
    for (let row = area.first.row; row <= area.last.row; row += 1) {
      this.heights.set(row, wholeTwips(sheet.heightOf(row) ?? this.fittingHeight(row)));
    }
  }

  private readonly widthOf = (column: number): number => wholeTwips(this.sheet.widthOf(column) * this.digit);
  private readonly heightOf = (row: number): number => this.heights.get(row) ?? 0;

  get extent() {
    const { first, last } = this.area;
    const columns = Array.from({ length: last.column - first.column + 1 }, (_, at) => first.column + at);
    return {
      firstRow: first.row,
      firstColumn: first.column,
      heights: [...this.heights.values()],
      widths: columns.map(this.widthOf),
      titles: this.sheet.titles,
    };
  }

  layPage(plan: PagePlan, scale: number): LaidPage {
    const { map, area, step, typesetting, heightOf, widthOf } = this;
    const grid = new PageGrid(plan, this.sheet.setup, scale, { heightOf, widthOf });
    const cells = plan.rows.flatMap((row) => map.inRow(row).filter(({ column }) => grid.columns.has(column)));
    const source = { map, grid, area, step, typesetting };
    const boxes: PrintBox[] = [];
    for (const cell of cells) {
      const anchor = this.anchorOf(cell, grid);
      const box = anchor && layBox(anchor, source);
      if (box) boxes.push(box);
    }
    return { boxes, rules: layBorders(cells, map, grid) };
  }

  /** The cell whose look and text are seen here: of a merged range its first one, wherever it stands; then only once. */
  private anchorOf(cell: PrintCell, grid: PageGrid): PrintCell | undefined {
    const merge = this.map.mergeAt(cell);
    if (!merge) return cell;
    const { first } = merge;
    const isFirstHere =
      (cell.row === first.row || !grid.rows.has(cell.row - 1)) &&
      (cell.column === first.column || !grid.columns.has(cell.column - 1));
    if (!isFirstHere) return undefined;
    return this.map.inRow(first.row).find(({ column }) => column === first.column);
  }

  /** A row that names no height is as high as a line of the default font, or as a text that needs more. */
  private fittingHeight(row: number): number {
    const { sheet, typesetting, defaultFont, step, widthOf } = this;
    const { ascent, descent } = typesetting.fonts(defaultFont);
    const heights = this.map.inRow(row).map((cell) => {
      if (this.map.mergeAt(cell)) return 0;
      const lines = linesOf(cell, widthOf(cell.column), step, typesetting);
      const isOneLine = lines.length === 1 && cell.runs.every(({ font }) => font.size <= defaultFont.size);
      return isOneLine ? 0 : heightOfLines(lines) + 2 * PADDING;
    });
    return Math.max(sheet.lineHeight ?? (ascent + descent) * defaultFont.size, ...heights);
  }
}
