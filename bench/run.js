/** `npm run bench`: builds the command line, bundles the benchmarks into a temporary folder, and runs them from there. */
import { mkdtemp, symlink } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import '../scripts/build.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), 'pingyou-bench-'));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

// Packages are found from the temporary folder as they are from here.
await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
await build({
  absWorkingDir: root,
  entryPoints: ['bench/main.ts', 'bench/workers/*.ts'],
  outdir: join(folder, 'programs'),
  outbase: 'bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
const { main } = await import(pathToFileURL(join(folder, 'programs/main.mjs')).href);
process.exitCode = await main(process.argv.slice(2), { root, folder });
