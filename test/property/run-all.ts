/** `npm run property [rosters]`: all the rosters of every scheme, of which `npm test` runs a tenth. */
import { listAllSchemes, runScheme } from './schemes.ts';

const ROSTERS = 500;

const rosters = Number(process.argv[2] ?? ROSTERS);
if (!Number.isInteger(rosters) || rosters < 1) throw new RangeError('say how many rosters a scheme, or nothing');
for (const { id, folder } of await listAllSchemes()) {
  const { changes, comparisons, explained, failures } = await runScheme(id, folder, rosters);
  console.log(
    `${id}: ${rosters} rosters, ${changes} changes, ${comparisons} comparisons, ${explained} of them changed by a rule that says so, ${failures.length} otherwise`,
  );
  for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}
