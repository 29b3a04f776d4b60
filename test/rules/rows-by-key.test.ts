import { expect, it } from 'vitest';
import { RowsByKey } from '../../rules/rows-by-key.ts';

const rows = [
  { row: 2, name: 'a' },
  { row: 3, name: '' },
  { row: 4, name: 'A' },
  { row: 5, name: 'b' },
  { row: 6, name: '' },
];
const byName = new RowsByKey(
  rows,
  ({ name }) => name,
  (name) => name.toLowerCase(),
);
const numbers = (found: readonly { readonly row: number }[]) => found.map(({ row }) => row);

it('rows are found by what their names have in common, in the order of the sheet', () => {
  expect(numbers(byName.all('A'))).toEqual([2, 4]);
  expect([byName.first('a')?.row, byName.last('a')?.row]).toEqual([2, 4]);
  expect(numbers(byName.all('c'))).toEqual([]);
});

it('blank is never a key', () => {
  expect(numbers(byName.all(''))).toEqual([]);
  expect([byName.first(''), byName.last('')]).toEqual([undefined, undefined]);
  expect([...byName.groups()].map(numbers)).toEqual([[2, 4], [5]]);
});
