/**
 * Adding, removing, failing or mending one nomination never changes another's verdict, reasons or papers, unless a rule that speaks of both says
 * so. A tenth of the rosters; `npm run property` runs them all.
 */
import { expect, it } from 'vitest';
import { listAllSchemes, runScheme } from './schemes.ts';

const ROSTERS = 50;

it.each(await listAllSchemes())('holds in $id', { timeout: 600_000 }, async ({ id, folder }) => {
  const { failures, comparisons, changes, noticed, explained } = await runScheme(id, folder, ROSTERS);
  expect(failures.slice(0, 20)).toEqual([]);
  // It would hold of changes that change nothing as well.
  expect(comparisons).toBeGreaterThan(10 * changes);
  expect(noticed).toBeGreaterThan(changes / 2);
  expect(explained).toBeGreaterThan(0);
});
