/** `npm run mutants:figures`: changes every figure of every scheme by one, and asks whether the scheme still loads. */
import { join } from 'node:path';
import { listSchemeIds, readSchemeFolder } from '../support/templates.ts';
import { describeMutant, isRefused, listFigureMutants } from './figure-mutants.ts';

const templates = join(process.cwd(), 'templates');
let all = 0;
let refused = 0;
for (const id of await listSchemeIds(templates)) {
  const files = await readSchemeFolder(join(templates, id));
  const mutants = listFigureMutants(files);
  const loaded = mutants.filter((mutant) => !isRefused(files, mutant));
  for (const mutant of loaded) console.log(`${id} loads with ${describeMutant(mutant)}`);
  console.log(`${id}: ${mutants.length - loaded.length} of ${mutants.length} refused`);
  all += mutants.length;
  refused += mutants.length - loaded.length;
}
console.log(`${refused} of ${all} refused.`);
process.exitCode = refused === all ? 0 : 1;
