/** Rows that somebody has put into a returned sheet: the form's own rows are known by their texts, and are read where they stand now. */
import { textKey } from '../../rules/same-text.ts';
import { groupBy } from '../../rules/group-by.ts';
import { readAddress } from '../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';

/** The text by which a row of the form is known. */
interface Anchor {
  readonly row: number;
  readonly address: string;
  readonly column: number;
  readonly text: string;
  readonly key: string;
}

export interface AlignedSheet {
  readonly grid: SheetGrid;
  /** Numbers of the sheet's rows that are none of the form's. */
  readonly inserted: readonly number[];
}

/** Finds the form's rows in sheets. One for all sheets of a layout. */
export class RowAligner {
  private readonly anchors: readonly Anchor[];

  constructor({ cells }: ScoreSheetLayout) {
    const fixed = cells.flatMap(({ address, content }): Anchor[] => {
      const place = readAddress(address);
      if (content.kind !== 'fixed' || typeof content.value !== 'string' || !place) return [];
      return [{ ...place, address, text: content.value, key: textKey(content.value) }];
    });
    this.anchors = [...groupBy(fixed, ({ row }) => row).values()].flatMap((inRow) => {
      const longest = Math.max(...inRow.map(({ key }) => key.length));
      return inRow.filter(({ key }) => key.length === longest && key !== '').slice(0, 1);
    });
  }

  /** The sheet with the form's rows in their places; as it is where they stand there already, and where they cannot be told for certain. */
  align(content: SheetContent): AlignedSheet {
    const grid = new SheetGrid(content);
    const unmoved = { grid, inserted: [] };
    if (this.anchors.every((anchor) => isThere(grid, anchor))) return unmoved;
    const placeOf = this.findRows(content);
    if (!placeOf) return unmoved;
    const last = Math.max(...placeOf.keys());
    const rowOf = (row: number) => placeOf.get(row) ?? row + this.lastRow - last;
    const inserted = listInserted(placeOf);
    const rows = content.rows
      .filter(({ number }) => number > last || placeOf.has(number))
      .map((row) => ({ ...row, number: rowOf(row.number) }));
    const above = (row: number) => {
      for (let at = row; at > 0; at -= 1) if (placeOf.has(at) || at > last) return rowOf(at);
      return 1;
    };
    const merges = content.merges.map(({ first, last: end }) => {
      return { first: { ...first, row: above(first.row) }, last: { ...end, row: above(end.row) } };
    });
    const hiddenRows = content.hiddenRows.filter((row) => placeOf.has(row)).map(rowOf);
    return { grid: new SheetGrid({ ...content, rows, merges, hiddenRows }), inserted };
  }

  private get lastRow(): number {
    return this.anchors.at(-1)?.row ?? 0;
  }

  /** The form's row by that of the sheet; null unless every text of the form stands there as often as in the form, and in its order. */
  private findRows(content: SheetContent): ReadonlyMap<number, number> | null {
    const wanted = groupBy(this.anchors, keyOf);
    const found = new Map<string, number[]>();
    for (const { number, cells } of content.rows) {
      for (const cell of cells) {
        const key = cell.kind === 'text' ? keyOf({ column: cell.column, key: textKey(cell.text) }) : '';
        if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), number]);
      }
    }
    const places = new Map<number, number>();
    for (const [key, anchors] of wanted) {
      const rows = found.get(key) ?? [];
      if (rows.length !== anchors.length) return null;
      anchors.forEach(({ row }, index) => places.set(rows[index] ?? 0, row));
    }
    const inOrder = [...places].sort(([one], [other]) => one - other).map(([, row]) => row);
    const isRising = inOrder.every((row, index) => index === 0 || row > (inOrder[index - 1] ?? 0));
    return isRising && places.size === this.anchors.length ? places : null;
  }

  /** Where the form's rows begin to stand elsewhere: `第 9 行起比发出的评分表低 1 行`; empty where they do not. */
  describeShift(content: SheetContent): string {
    const grid = new SheetGrid(content);
    for (const anchor of this.anchors) {
      if (isThere(grid, anchor)) continue;
      const rows = content.rows.filter(({ cells }) =>
        cells.some(
          (cell) => cell.kind === 'text' && cell.column === anchor.column && textKey(cell.text) === anchor.key,
        ),
      );
      const [only, other] = rows;
      if (!only || other) continue;
      const shift = only.number - anchor.row;
      return `第 ${anchor.row} 行起比发出的评分表${shift > 0 ? '低' : '高'} ${Math.abs(shift)} 行，可能${shift > 0 ? '插入' : '删去'}了行`;
    }
    return '';
  }
}

/** Rows by which the distance between two rows of the form has grown. */
function listInserted(placeOf: ReadonlyMap<number, number>): number[] {
  const inserted: number[] = [];
  let before = { found: 0, wanted: 0 };
  for (const [found, wanted] of [...placeOf].sort(([one], [other]) => one - other)) {
    const extra = found - before.found - (wanted - before.wanted);
    for (let index = 1; index <= extra; index += 1) inserted.push(before.found + index);
    before = { found, wanted };
  }
  return inserted;
}

function keyOf({ column, key }: Pick<Anchor, 'column' | 'key'>): string {
  return `${column} ${key}`;
}

function isThere(grid: SheetGrid, { address, text, key }: Anchor): boolean {
  const cell = grid.get(address);
  return cell?.kind === 'text' && (cell.text === text || textKey(cell.text) === key);
}
