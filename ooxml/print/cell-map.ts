/** Looks up what a sheet holds by place. */
import type { CellPlace, CellRange } from '../read/cell-address.ts';
import type { PrintCell, PrintSheet } from './print-sheet.ts';

const key = ({ row, column }: CellPlace): number => row * 16_385 + column;

export class CellMap {
  private readonly rows = new Map<number, PrintCell[]>();
  private readonly filled = new Set<number>();
  private readonly merged = new Map<number, CellRange>();

  constructor({ cells, merges }: PrintSheet) {
    for (const cell of cells) {
      const row = this.rows.get(cell.row) ?? [];
      row.push(cell);
      this.rows.set(cell.row, row);
      if (cell.runs.length > 0) this.filled.add(key(cell));
    }
    for (const range of merges) {
      for (let row = range.first.row; row <= range.last.row; row += 1) {
        for (let column = range.first.column; column <= range.last.column; column += 1) {
          this.merged.set(key({ row, column }), range);
        }
      }
    }
  }

  inRow(row: number): readonly PrintCell[] {
    return this.rows.get(row) ?? [];
  }

  /** The merged range that the place is in. */
  mergeAt(place: CellPlace): CellRange | undefined {
    return this.merged.get(key(place));
  }

  /** Whether text of a neighbour may run over the place. */
  isFree(place: CellPlace): boolean {
    return !this.filled.has(key(place)) && !this.merged.has(key(place));
  }
}
