/** The lines of all borders on a page, each drawn once however many cells it belongs to. */
import type { CellMap } from './cell-map.ts';
import type { PageGrid } from './page-grid.ts';
import type { PrintRule } from './print-page.ts';
import type { PrintCell } from './print-sheet.ts';
import { SIDES, type BorderLine, type Side } from './print-style.ts';

/** Ends of lines that are nearer than this meet. */
const NEAR = 0.01;

type Edge = Omit<PrintRule, 'line'>;

export function layBorders(cells: Iterable<PrintCell>, map: CellMap, grid: PageGrid): PrintRule[] {
  const edges = new Map<string, PrintRule>();
  for (const cell of cells) {
    for (const side of SIDES) {
      const line = cell.style.borders[side];
      if (line === null || isInside(cell, side, map)) continue;
      const edge = edgeAt(cell, side, grid);
      if (!edge) continue;
      const key = nameEdge(edge);
      const known = edges.get(key);
      if (known && known.line.width >= line.width) continue;
      edges.set(key, { ...edge, line: { ...line, width: line.width * grid.scale } });
    }
  }
  return join([...edges.values()]);
}

/** To the hundredth of a point: what neighbours share comes out of other sums. */
function nameEdge({ x1, y1, x2, y2 }: Edge): string {
  return `${Math.round(x1 * 100)} ${Math.round(y1 * 100)} ${Math.round(x2 * 100)} ${Math.round(y2 * 100)}`;
}

/** Whether the side lies within a merged range. */
function isInside({ row, column }: PrintCell, side: Side, map: CellMap): boolean {
  const merge = map.mergeAt({ row, column });
  if (!merge) return false;
  const { first, last } = merge;
  switch (side) {
    case 'left':
      return column > first.column;
    case 'right':
      return column < last.column;
    case 'top':
      return row > first.row;
    case 'bottom':
      return row < last.row;
  }
}

function edgeAt({ row, column }: PrintCell, side: Side, grid: PageGrid): Edge | undefined {
  const down = grid.rows.get(row);
  const across = grid.columns.get(column);
  if (!down || !across || down.size === 0 || across.size === 0) return undefined;
  const [left, right] = [across.start, across.start + across.size];
  const [top, bottom] = [down.start, down.start + down.size];
  switch (side) {
    case 'left':
      return { x1: left, y1: top, x2: left, y2: bottom };
    case 'right':
      return { x1: right, y1: top, x2: right, y2: bottom };
    case 'top':
      return { x1: left, y1: top, x2: right, y2: top };
    case 'bottom':
      return { x1: left, y1: bottom, x2: right, y2: bottom };
  }
}

/** Makes one of lines that carry each other on. */
function join(rules: readonly PrintRule[]): PrintRule[] {
  const isUpright = ({ x1, x2 }: PrintRule) => x1 === x2;
  const order = (a: PrintRule, b: PrintRule) =>
    isUpright(a) ? a.x1 - b.x1 || a.y1 - b.y1 : a.y1 - b.y1 || a.x1 - b.x1;
  const joined: PrintRule[] = [];
  for (const group of [rules.filter(isUpright), rules.filter((rule) => !isUpright(rule))]) {
    let last: PrintRule | undefined;
    for (const rule of group.sort(order)) {
      const goesOn =
        last !== undefined &&
        Math.abs(last.x2 - rule.x1) < NEAR &&
        Math.abs(last.y2 - rule.y1) < NEAR &&
        isAlike(last.line, rule.line);
      if (last && goesOn) {
        last = { ...last, x2: rule.x2, y2: rule.y2 };
        joined[joined.length - 1] = last;
      } else {
        joined.push(rule);
        last = rule;
      }
    }
  }
  return joined;
}

function isAlike(a: BorderLine, b: BorderLine): boolean {
  return a.width === b.width && a.kind === b.kind && a.colour === b.colour;
}
