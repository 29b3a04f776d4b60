import { invalidArgument } from './wire.ts';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells; `row` and `column` count from 0. */
export interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const oneCell = (row: number, column: number): Block => ({ row, column, rows: 1, columns: 1 });

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, AA → 26. */
export function columnNumber(name: string): number {
  return Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Reads `B2`, `$B$2:C3`, `B:C` or `2:3` (without a sheet name). Throws InvalidArgument for anything else. */
export function parseBlock(address: string): Block {
  const [from = '', to = from, ...more] = address.replaceAll('$', '').split(':');
  const start = parseCorner(from);
  const end = parseCorner(to);
  if (more.length > 0 || !start || !end || !sameKind(start, end)) throw invalidArgument(`address ${address}`);
  const row = Math.min(start.row ?? 0, end.row ?? 0);
  const column = Math.min(start.column ?? 0, end.column ?? 0);
  const lastRow = Math.max(start.row ?? MAX_ROWS - 1, end.row ?? MAX_ROWS - 1);
  const lastColumn = Math.max(start.column ?? MAX_COLUMNS - 1, end.column ?? MAX_COLUMNS - 1);
  const block = { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  if (!isOnSheet(block)) throw invalidArgument(`address ${address}`);
  return block;
}

interface Corner {
  row: number | null;
  column: number | null;
}

function parseCorner(text: string): Corner | null {
  const match = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(text);
  if (!match || text === '') return null;
  const [, letters = '', digits = ''] = match;
  return { row: digits === '' ? null : Number(digits) - 1, column: letters === '' ? null : columnNumber(letters) };
}

const sameKind = (a: Corner, b: Corner) =>
  (a.row === null) === (b.row === null) && (a.column === null) === (b.column === null);

export function isOnSheet(block: Block): boolean {
  return (
    block.row >= 0 &&
    block.column >= 0 &&
    block.rows >= 1 &&
    block.columns >= 1 &&
    block.row + block.rows <= MAX_ROWS &&
    block.column + block.columns <= MAX_COLUMNS
  );
}

export const isEntireColumn = (block: Block) => block.rows === MAX_ROWS;
export const isEntireRow = (block: Block) => block.columns === MAX_COLUMNS;

/** `B2:C3` as Excel writes it: one cell without a colon, whole columns as `B:C`, whole rows as `2:3`. */
export function blockAddress(block: Block): string {
  const lastRow = block.row + block.rows;
  const lastColumn = columnName(block.column + block.columns - 1);
  if (isEntireColumn(block)) return `${columnName(block.column)}:${lastColumn}`;
  if (isEntireRow(block)) return `${block.row + 1}:${lastRow}`;
  const first = `${columnName(block.column)}${block.row + 1}`;
  return block.rows * block.columns === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}

export const cellAddress = (row: number, column: number) => blockAddress(oneCell(row, column));

/** Puts a sheet name in quotes where Excel does: anything but letters, digits, `_` and `.`, or a leading digit. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'Sheet 1'!A1` into the sheet name (null when there is none) and the rest. */
export function splitSheetName(address: string): { sheet: string | null; rest: string } {
  const at = address.lastIndexOf('!');
  if (at < 0) return { sheet: null, rest: address };
  const name = address.slice(0, at);
  const bare = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet: bare, rest: address.slice(at + 1) };
}

/** The cells that both blocks hold, or null. */
export function intersectBlocks(a: Block, b: Block): Block | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest block that holds both. */
export function boundingBlock(a: Block, b: Block): Block {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
