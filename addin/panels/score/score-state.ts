/**
 * How the score panel gets and gives its data. The sheet is the truth: the panel shows what was read last, overlaid by what it has written and not
 * yet read again.
 *
 *     host.readBlocks (one sync) → SheetContent → the scores of both roles, by the sheet's layout → rules/ → totals, reasons, verdict
 *     a tap → planWrites → host.writeCells (one sync), shown at once
 *     host.watch → a hint (also of the panel's own write) → host.readBlocks → what is in the sheet wins
 *
 * So one score typed costs one write and one read, and the verdict does not wait for either.
 */
import { cellAddress, readAddress } from '../../../workbook/cell-address.ts';
import type { BlockWrite } from '../../host/port.ts';

export interface CellValue {
  readonly address: string;
  readonly value: string | number | null;
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
  const runs: { row: number; column: number; values: (string | number | null)[][] }[] = [];
  for (const { row, column, value } of placed) {
    const run = runs.at(-1);
    if (run?.column === column && run.row + run.values.length === row) run.values.push([value]);
    else runs.push({ row, column, values: [[value]] });
  }
  return runs.map(({ row, column, values }) => ({ sheet, address: cellAddress({ row, column }), values }));
}
