import { parseBlock } from './addresses.ts';
import { editContents, selectBlock } from './changes.ts';
import type { ExcelHost } from './excel-host.ts';
import { readTyped } from './typed-text.ts';

export type Input = string | number | boolean;

/**
 * A person types into one cell, or pastes a table with its corner there. An empty text empties a cell.
 * @throws Error where Excel would not let her: a locked cell of a protected sheet, a read-only workbook
 */
export function typeByHand(host: ExcelHost, sheetName: string, address: string, input: Input | Input[][]): void {
  const sheet = host.sheet(sheetName);
  const { row, column } = parseBlock(address);
  const table = Array.isArray(input) ? input : [[input]];
  const isLocked = table.some((line, r) => line.some((_, c) => sheet.peek(row + r, column + c).locked));
  if (host.readOnly || (sheet.protection && isLocked))
    throw new Error(`Excel lets nobody type into ${sheetName}!${address}`);
  const block = { row, column, rows: table.length, columns: table[0]?.length ?? 0 };
  editContents(host, sheet, block, 'hand', () => {
    for (const [r, line] of table.entries()) {
      for (const [c, value] of line.entries()) {
        const cell = sheet.touch(row + r, column + c);
        Object.assign(cell, readTyped(value, cell.numberFormat));
      }
    }
  });
  host.flushSoon();
}

/** A person selects cells, on a sheet that becomes the active one. */
export function selectByHand(host: ExcelHost, sheetName: string, address: string): void {
  selectBlock(host, host.sheet(sheetName), parseBlock(address));
  host.flushSoon();
}
