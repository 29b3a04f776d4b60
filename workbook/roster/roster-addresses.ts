import type { CellRef } from '../../rules/roster-cell.ts';

/** Where the headings of a sheet stand: row from 1, and heading → column letters. Of 说明, the row of 名册范围 and the cell right of it. */
export interface RosterPlace {
  /** The tab as it is written. */
  readonly sheetName: string;
  readonly headingRow: number;
  /** The last row of the sheet that holds anything: what is added stands below. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<string, string>;
}

/** Where to find what the sheets of a master roster hold. */
export type RosterAddresses = ReadonlyMap<CellRef['sheet'], RosterPlace>;

/**
 * The address of a place in the master roster: `D17`. A place without a row is its heading's cell; a column that the sheet lacks gives the row
 * alone, `第17行`.
 */
export function addressOf(addresses: RosterAddresses, cell: CellRef): string {
  return cellAddressOf(addresses, cell) ?? `第${rowOf(addresses, cell)}行`;
}

/** `D17`; null in a column that the sheet lacks. */
export function cellAddressOf(addresses: RosterAddresses, cell: CellRef): string | null {
  const letters = addresses.get(cell.sheet)?.columns.get(cell.heading);
  return letters === undefined ? null : `${letters}${rowOf(addresses, cell)}`;
}

/** The row of the heading for a place without one. */
export function rowOf(addresses: RosterAddresses, { sheet, row }: CellRef): number {
  return row ?? addresses.get(sheet)?.headingRow ?? 1;
}
