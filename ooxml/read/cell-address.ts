import { GRID } from './intake-limits.ts';

/** A place in the grid; rows and columns count from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, corners included. */
export interface CellRange {
  readonly first: CellPlace;
  readonly last: CellPlace;
}

const LETTERS: string[] = [];

/** Column 1 is `A`, 16384 is `XFD`. */
export function columnLetters(column: number): string {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  LETTERS[column] = letters;
  return letters;
}

/** `{row: 12, column: 3}` is `C12`. */
export function cellAddress({ row, column }: CellPlace): string {
  return columnLetters(column) + String(row);
}

/** Reads `C12`, as files write it: upper case, without `$`, inside the grid. Undefined for anything else. */
export function readAddress(address: string): CellPlace | undefined {
  let at = 0;
  let column = 0;
  for (; at < 3; at += 1) {
    const code = address.charCodeAt(at);
    if (!(code >= 65 && code <= 90)) break;
    column = column * 26 + code - 64;
  }
  if (at === 0 || column > GRID.columns) return undefined;
  const row = readRowNumber(address, at);
  return row === undefined ? undefined : { row, column };
}

/** The digits of `text` from `from` to its end as a row number, 1 to 1048576; undefined for anything else. */
export function readRowNumber(text: string, from = 0): number | undefined {
  let row = 0;
  const first = text.charCodeAt(from);
  if (!(first >= 49 && first <= 57) || text.length - from > 7) return undefined;
  for (let at = from; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    row = row * 10 + digit;
  }
  return row <= GRID.rows ? row : undefined;
}

/** Reads `A1:C3`, or `A1` as a block of one cell; undefined when it is neither or its corners are swapped. */
export function readRange(text: string): CellRange | undefined {
  const [from = '', to = from, ...more] = text.split(':');
  const first = readAddress(from);
  const last = readAddress(to);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return first.row <= last.row && first.column <= last.column ? { first, last } : undefined;
}

/** Whether the cell lies in the block. */
export function isInRange({ row, column }: CellPlace, { first, last }: CellRange): boolean {
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}
