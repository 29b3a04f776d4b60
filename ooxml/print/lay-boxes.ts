/** The colours and texts of the cells on a page. */
import type { CellRange } from '../read/cell-address.ts';
import type { Typesetting } from './break-lines.ts';
import type { CellMap } from './cell-map.ts';
import { alignOf, layText } from './lay-text.ts';
import type { PageGrid } from './page-grid.ts';
import type { Frame, PrintBox } from './print-page.ts';
import type { PrintCell } from './print-sheet.ts';

interface BoxSource {
  readonly map: CellMap;
  readonly grid: PageGrid;
  /** What is printed of the sheet. */
  readonly area: CellRange;
  /** Of one step of indentation, in points. */
  readonly step: number;
  readonly typesetting: Typesetting;
}

/** Undefined for a cell of which nothing is seen but its borders. */
export function layBox(cell: PrintCell, source: BoxSource): PrintBox | undefined {
  const { map, grid, step, typesetting } = source;
  const { row, column, style } = cell;
  if (cell.runs.length === 0 && style.fill === null) return undefined;
  const own = { row, column };
  const merge = map.mergeAt(own);
  const range = merge ?? { first: own, last: own };
  const frame = grid.frameOf(range);
  if (!frame || frame.width === 0 || frame.height === 0) return undefined;
  const visible = grid.visibleOf(range, frame);
  const box = { ...visible, row, column, fill: style.fill };
  if (cell.runs.length === 0) return { ...box, lines: [], clip: null, turn: 0 };
  const turn = style.turn === 'stacked' ? 0 : style.turn;
  const text = layText(cell, { frame: turn === 0 ? frame : turned(frame), step, scale: grid.scale }, typesetting);
  const isTooHigh = text.height > frame.height || visible !== frame;
  const spill = turn !== 0 || style.wraps || merge ? visible : spillOf(cell, frame, text.width, source);
  const isTooWide = turn === 0 && text.width > spill.width;
  return { ...box, lines: text.lines, clip: isTooHigh || isTooWide ? spill : null, turn };
}

/** The frame on its side, about the same middle. */
function turned({ x, y, width, height }: Frame): Frame {
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

/** The frame with the free cells beside it that a text of that width runs over. */
function spillOf(cell: PrintCell, frame: Frame, width: number, { map, grid, area }: BoxSource): Frame {
  const over = width - frame.width;
  if (over <= 0 || cell.isNumber) return frame;
  const align = alignOf(cell);
  const reach = (towards: 1 | -1, wanted: number): number => {
    let reached = 0;
    for (let column = cell.column + towards; reached < wanted; column += towards) {
      const band = grid.columns.get(column);
      const isOut = column < area.first.column || column > area.last.column;
      if (!band || isOut || !map.isFree({ row: cell.row, column })) break;
      reached += band.size;
    }
    return reached;
  };
  const left = align === 'left' ? 0 : reach(-1, align === 'center' ? over / 2 : over);
  const right = align === 'right' ? 0 : reach(1, align === 'center' ? over / 2 : over);
  return { ...frame, x: frame.x - left, width: frame.width + left + right };
}
