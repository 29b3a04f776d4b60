import { cellAddress, readAddress } from '../../../ooxml/read/cell-address.ts';
import type { BlockWrite } from '../../host/port.ts';

/** What is written into a cell; null empties it. */
export type Written = string | number | null;

export interface CellValue {
  readonly address: string;
  readonly value: Written;
}

/**
 * The fewest blocks that write these cells and no other: runs of cells below one another in a column. Neighbouring columns stay apart, because
 * what lies between two runs may be locked.
 * @param cells each cell once
 */
export function planWrites(sheet: string, cells: readonly CellValue[]): BlockWrite[] {
  const placed = cells.map(({ address, value }) => {
    const place = readAddress(address);
    if (!place) throw new RangeError(`no address: ${address}`);
    return { ...place, value };
  });
  placed.sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { row: number; column: number; values: Written[][] }[] = [];
  for (const { row, column, value } of placed) {
    const run = runs.at(-1);
    if (run?.column === column && run.row + run.values.length === row) run.values.push([value]);
    else runs.push({ row, column, values: [[value]] });
  }
  return runs.map(({ row, column, values }) => ({ sheet, address: cellAddress({ row, column }), values }));
}
