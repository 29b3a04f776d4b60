import type { CellRef } from '../../rules/master-roster.ts';

/** Where the headings of a sheet stand: row from 1, and heading → column letters. Of 说明, the row of 名册范围 and the cell right of it. */
export interface RosterPlace {
  /** The tab as it is written. */
  readonly sheetName: string;
  readonly headingRow: number;
  readonly columns: ReadonlyMap<string, string>;
}

/** Where to find what the sheets of a master roster hold. */
export type RosterAddresses = ReadonlyMap<CellRef['sheet'], RosterPlace>;

/**
 * The address of a place in the master roster: `D17`. A place without a row is its heading's cell; a column that the sheet lacks gives the row
 * alone, `第17行`.
 */
export function addressOf(addresses: RosterAddresses, { sheet, row, heading }: CellRef): string {
  const place = addresses.get(sheet);
  const letters = place?.columns.get(heading);
  const number = row ?? place?.headingRow ?? 1;
  return letters === undefined ? `第${number}行` : `${letters}${number}`;
}
