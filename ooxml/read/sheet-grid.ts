import { readAddress, type CellPlace } from './cell-address.ts';
import { cleanControls } from './control-characters.ts';
import type { Cell, SheetContent } from './sheet-content.ts';

/** Places of the addresses asked for; they come from a layout, so there are few and always the same. */
const places = new Map<string, CellPlace | undefined>();

/** Looks cells of a sheet up by the addresses of a layout. */
export class SheetGrid {
  /** Addresses of cells that were asked for and held control characters. */
  readonly cleaned = new Set<string>();
  private readonly rows: (readonly Cell[] | undefined)[] = [];

  constructor(readonly sheet: SheetContent) {
    for (const { number, cells } of sheet.rows) this.rows[number] = cells;
  }

  /** Undefined for a blank cell; a text of nothing but white space is blank too. Control characters are read as what they stand for. */
  get(address: string): Cell | undefined {
    const place = placeOf(address);
    const cell = place && this.rows[place.row]?.find(({ column }) => column === place.column);
    if (cell?.kind !== 'text') return cell;
    const text = cleanControls(cell.text);
    if (text.trim() === '') return undefined;
    if (text === cell.text) return cell;
    this.cleaned.add(address);
    return { ...cell, text };
  }

  /** The text of a cell; a number as its digits. Empty for anything else. */
  textAt(address: string): string {
    const cell = this.get(address);
    if (cell?.kind === 'number' && !cell.isDate) return String(cell.value);
    return cell?.kind === 'text' ? cell.text.trim() : '';
  }

  /** The places of the cells that hold something and lie outside a block of covered ones. */
  findOutside(isCovered: (row: number, column: number) => boolean): CellPlace[] {
    return this.sheet.rows.flatMap(({ number: row, cells }) =>
      cells
        .filter((cell) => !isCovered(row, cell.column) && !isBlank(cell))
        .map(({ column }): CellPlace => ({ row, column })),
    );
  }
}

function isBlank(cell: Cell): boolean {
  return cell.kind === 'text' && cleanControls(cell.text).trim() === '';
}

function placeOf(address: string): CellPlace | undefined {
  const known = places.get(address);
  if (known) return known;
  const place = readAddress(address);
  places.set(address, place);
  return place;
}
