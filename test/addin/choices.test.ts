import { expect, it } from 'vitest';
import { isCopies } from '../../addin/page/choices.ts';

// As a field hands them over while a count is typed anew; what is no number is blank there.
it.each([
  ['', false],
  ['0', false],
  ['1', true],
  ['20', true],
  ['21', false],
  ['2.5', false],
  ['-1', false],
])('copies typed as %j: %j', (text, fits) => {
  expect(isCopies(Number(text))).toBe(fits);
});
