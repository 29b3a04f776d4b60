import type { CellError, CellValue } from '../snapshot.ts';

/** A value inside a formula; null is an empty cell. */
export type Value = CellValue | null;

/** What a reference gives: its values, row by row. */
export interface Area {
  area: Value[];
  /** How many cells of a whole column or row were left out because they lie beyond the used cells: all empty. */
  beyond: number;
  /** How many rows the reference spans. */
  rows?: number;
}

export const isError = (value: Value | Area): value is CellError =>
  typeof value === 'object' && value !== null && 'error' in value;
export const isArea = (value: Value | Area): value is Area =>
  typeof value === 'object' && value !== null && 'area' in value;

export const VALUE_ERROR: CellError = { error: '#VALUE!' };
export const DIVISION_ERROR: CellError = { error: '#DIV/0!' };
export const NAME_ERROR: CellError = { error: '#NAME?' };
export const REFERENCE_ERROR: CellError = { error: '#REF!' };

/** Thrown inside the evaluator to carry an Excel error value up to its cell. */
export class ErrorResult extends Error {
  constructor(readonly value: CellError) {
    super(value.error);
  }
}

/** The number that Excel takes a single value for: empty is 0, numeric text counts, other text is #VALUE!. */
export function toNumber(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isError(value)) throw new ErrorResult(value);
  const text = value.trim();
  if (text === '' || Number.isNaN(Number(text))) throw new ErrorResult(VALUE_ERROR);
  return Number(text);
}

/** The text that `&` takes a value for: numbers in General format, booleans in capitals. */
export function toText(value: Value): string {
  if (value === null) return '';
  if (isError(value)) throw new ErrorResult(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value;
}

/** The truth that IF takes a value for. */
export function toTruth(value: Value): boolean {
  if (typeof value === 'string') {
    if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    throw new ErrorResult(VALUE_ERROR);
  }
  return toNumber(value) !== 0;
}

const rank = (value: Value) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** Excel's order: numbers before text before booleans; text without regard to case; empty fits the other side. */
export function compareValues(left: Value, right: Value): number {
  if (isError(left)) throw new ErrorResult(left);
  if (isError(right)) throw new ErrorResult(right);
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

const emptyLike = (other: Value) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
