import { isEntireColumn, isEntireRow } from '../addresses.ts';
import { editContents } from '../changes.ts';
import type { ExcelHost } from '../excel-host.ts';
import type { Cell } from '../grid.ts';
import { readTyped } from '../typed-text.ts';
import { HostError, invalidArgument, type Wire } from '../wire.ts';
import { checkContents, checkOption } from './access.ts';
import type { RangeTarget } from './range.ts';

/** Excel answers at most this many cells at once. */
const MAX_READ = 5_000_000;

/** Reads each cell; null for a whole column or row, as Excel answers for a range without bounds. */
export function readCells({ block }: RangeTarget, read: (row: number, column: number) => Wire): Wire {
  if (isEntireColumn(block) || isEntireRow(block)) return null;
  if (block.rows * block.columns > MAX_READ) throw new HostError('RangeExceedsLimit', 'The range is too large.');
  return Array.from({ length: block.rows }, (_, r) =>
    Array.from({ length: block.columns }, (_, c) => read(block.row + r, block.column + c)),
  );
}

/** The value for each cell: a single value goes everywhere, an array must have the shape of the range. */
function spread({ block }: RangeTarget, given: Wire): (row: number, column: number) => Wire {
  if (isEntireColumn(block) || isEntireRow(block)) throw invalidArgument('cells of a range without bounds');
  if (!Array.isArray(given)) return () => given;
  const rows = given.map((row) => (Array.isArray(row) ? row : [row, ...Array<null>(block.columns)]));
  if (rows.length !== block.rows || rows.some((row) => row.length !== block.columns)) {
    throw invalidArgument(
      "the number of rows or columns in the input array doesn't match the size or dimensions of the range",
    );
  }
  return (row, column) => rows[row - block.row]?.[column - block.column];
}

function writeEach(
  range: RangeTarget,
  given: Wire,
  write: (cell: Cell, value: string | number | boolean) => void,
): void {
  const { sheet, block } = range;
  const valueFor = spread(range, given);
  for (let row = block.row; row < block.row + block.rows; row += 1) {
    for (let column = block.column; column < block.column + block.columns; column += 1) {
      const value = valueFor(row, column);
      if (value === null || value === undefined) continue;
      if (typeof value === 'object') throw invalidArgument('a cell value that is an object');
      write(sheet.touch(row, column), value);
    }
  }
}

/** Puts constants, and formulas where a text starts with `=`; null leaves a cell as it is, `''` empties it. */
export function writeContents(range: RangeTarget, given: Wire, host: ExcelHost): void {
  spread(range, given);
  checkContents(host, range.sheet, range.block);
  editContents(host, range.sheet, range.block, 'addin', () => {
    writeEach(range, given, (cell, value) => {
      Object.assign(cell, readTyped(value, cell.numberFormat));
    });
  });
}

export function writeNumberFormats(range: RangeTarget, given: Wire, host: ExcelHost): void {
  spread(range, given);
  checkOption(host, range.sheet, 'allowFormatCells');
  writeEach(range, given, (cell, value) => {
    cell.numberFormat = String(value);
  });
  host.touched();
}
