import type { Block } from '../addresses.ts';
import type { ExcelHost } from '../excel-host.ts';
import type { Sheet } from '../grid.ts';
import { accessDenied } from '../wire.ts';

/** Throws AccessDenied when a block holds a locked cell of a protected sheet, whatever is written there. */
export function checkContents(host: ExcelHost, sheet: Sheet, block: Block): void {
  checkWritable(host);
  if (!sheet.protection) return;
  for (let row = block.row; row < block.row + block.rows; row += 1) {
    for (let column = block.column; column < block.column + block.columns; column += 1) {
      if (sheet.peek(row, column).locked)
        throw accessDenied(`the sheet ${sheet.name} is protected and the cell locked`);
    }
  }
}

/** Throws AccessDenied when a protected sheet does not allow what the option names (`allowFormatCells`, `allowEditObjects`). */
export function checkOption(host: ExcelHost, sheet: Sheet, option: string): void {
  checkWritable(host);
  if (sheet.protection && sheet.protection.options[option] !== true)
    throw accessDenied(`the sheet ${sheet.name} is protected`);
}

export function checkWritable(host: ExcelHost): void {
  if (host.readOnly) throw accessDenied('the workbook is read-only');
}
