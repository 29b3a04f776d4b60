/** Heights of the score sheet's rows, and where its pages end. All in points. */
import { readRange, type CellRange } from '../../ooxml/read/cell-address.ts';
import { countLines, LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';
import type { LayoutCell } from './score-sheet-cell.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { COLUMN_WIDTHS, LEAST_HEIGHT, lookOf } from './score-sheet-looks.ts';

/** By row. */
type RowHeights = ReadonlyMap<number, number>;

const ROW_PADDING = 5;

/** Rows as high as their texts need; a text merged over several rows makes the last of them higher where they are too low. */
export function measureRows({ cells }: ScoreSheetLayout): RowHeights {
  const heights = new Map<number, number>();
  const placed = cells.map((cell) => ({ cell, range: rangeOf(cell) }));
  const rowsOf = ({ first, last }: CellRange) => last.row - first.row;
  for (const { cell, range } of placed.sort((a, b) => rowsOf(a.range) - rowsOf(b.range))) {
    const above = sumHeights(heights, range.first.row, range.last.row - 1);
    const height = Math.max(textHeight(cell, range) - above, LEAST_HEIGHT[cell.look] ?? 0);
    heights.set(range.last.row, Math.max(height, heights.get(range.last.row) ?? 0));
  }
  return heights;
}

/** The cell's block of the grid. @throws {Error} when the layout is wrong */
export function rangeOf(cell: LayoutCell): CellRange {
  const range = readRange(cell.range);
  if (!range) throw new Error(`the layout has no such range: ${cell.range}`);
  return range;
}

/** The last row of each page but the last: a category is never torn. `pageHeight` is what lies between the margins. */
export function endPages(layout: ScoreSheetLayout, heights: RowHeights, pageHeight: number): number[] {
  const titles = sumHeights(heights, layout.headingRow, layout.headingRow);
  const blockEnds = [
    layout.headingRow,
    ...layout.categories.map(({ lastRow }) => lastRow),
    layout.basicRow,
    layout.totalRow,
    layout.totalRow + layout.vetoes.length,
    layout.signatureRow,
  ];
  const pageEnds: number[] = [];
  let used = 0;
  let first = 1;
  for (const last of blockEnds) {
    const height = sumHeights(heights, first, last);
    if (used + height > pageHeight) {
      pageEnds.push(first - 1);
      used = titles;
    }
    used += height;
    first = last + 1;
  }
  return pageEnds;
}

function textHeight(cell: LayoutCell, { first, last }: CellRange): number {
  const text = cell.content.kind === 'fixed' ? String(cell.content.value) : '';
  const { fontSize } = lookOf(cell);
  const widths = [...COLUMN_WIDTHS.values()].slice(first.column - 1, last.column);
  const width = widths.reduce((sum, each) => sum + each, 0);
  return countLines(text, fontSize, width) * fontSize * LINE_HEIGHT + ROW_PADDING;
}

function sumHeights(heights: RowHeights, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += heights.get(row) ?? 0;
  return sum;
}
