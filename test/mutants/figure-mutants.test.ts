/** A tenth of `npm run mutants:figures`, every tenth mutant from a place that differs by scheme. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { listSchemeIds, readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';
import { describeMutant, isRefused, listFigureMutants } from './figure-mutants.ts';

const TENTH = 10;

const folders = [
  ...(await listSchemeIds()).map((id) => `${TEMPLATES_FOLDER}/${id}`),
  fileURLToPath(new URL('../schemes/sixth/starbridge-inns-2031', import.meta.url)),
];

it.each(folders)('%s refuses every figure that is changed by one', async (folder) => {
  const files = await readSchemeFolder(folder);
  const mutants = listFigureMutants(files);
  expect(mutants.length).toBeGreaterThan(20);
  const start = mutants.length % TENTH;
  const some = mutants.filter((_, index) => index % TENTH === start);
  expect(some.filter((mutant) => !isRefused(files, mutant)).map(describeMutant)).toEqual([]);
});
