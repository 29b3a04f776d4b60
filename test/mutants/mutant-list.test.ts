/** The broken rules of `npm run mutants` can all be made of the rules as they stand. */
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { applyMutant } from './apply-mutant.ts';
import { MUTANTS } from './mutant-list.ts';

it('has a good many, of every folder', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
  const folders = new Set(MUTANTS.map(({ file }) => file.split('/').slice(0, -1).join('/')));
  expect([...folders].toSorted()).toEqual(['', 'checks', 'conditions', 'grading', 'quota', 'tally']);
});

it.each(MUTANTS)('$file: $before', (mutant) => {
  const text = readFileSync(new URL(`../../rules/${mutant.file}`, import.meta.url), 'utf8');
  const applied = applyMutant(text, mutant);
  expect(applied).toEqual({ broken: expect.any(String) as string });
  // Nothing is noticed by tests that a compiler refuses.
  if ('broken' in applied) expect(() => transformSync(applied.broken, { loader: 'ts' })).not.toThrow();
});
