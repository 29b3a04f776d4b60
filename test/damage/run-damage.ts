/** `npm run damage [files] [seed]`: all the damaged files, of which `npm test` has a twentieth. */
import { damageFiles } from './damage-files.ts';

const FILES = 2700;

const [files = FILES, seed = 1] = process.argv.slice(2).map(Number);
const { accepted, rejected, codes, failures } = await damageFiles(files, seed);
console.log(
  `${files} files damaged (seed ${seed}): ${accepted} returns accepted, ${rejected} refused, ${failures.length} failures`,
);
for (const [code, count] of [...codes].sort(([, one], [, other]) => other - one)) console.log(`  ${code}: ${count}`);
for (const failure of failures.slice(0, 20)) console.log(`FAILURE ${failure}`);
if (failures.length > 0) process.exitCode = 1;
