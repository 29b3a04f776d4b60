import { cellAddress, readAddress } from './cell-address.ts';
import type { Cell, SheetContent } from './sheet-content.ts';

/** Looks cells of a sheet up by their address. */
export class SheetGrid {
  private readonly rows: ReadonlyMap<number, readonly Cell[]>;

  constructor(readonly sheet: SheetContent) {
    this.rows = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  }

  /** Undefined for a blank cell; a text of nothing but white space is blank too. */
  get(address: string): Cell | undefined {
    const place = readAddress(address);
    const cell = place && this.rows.get(place.row)?.find(({ column }) => column === place.column);
    return cell?.kind === 'text' && cell.text.trim() === '' ? undefined : cell;
  }

  /** The text of a cell; a number as its digits. Empty for anything else. */
  textAt(address: string): string {
    const cell = this.get(address);
    if (cell?.kind === 'number' && !cell.isDate) return String(cell.value);
    return cell?.kind === 'text' ? cell.text.trim() : '';
  }

  /** The addresses of all cells that hold something. */
  addresses(): string[] {
    return this.sheet.rows.flatMap(({ number, cells }) =>
      cells
        .filter((cell) => cell.kind !== 'text' || cell.text.trim() !== '')
        .map(({ column }) => cellAddress({ row: number, column })),
    );
  }
}
