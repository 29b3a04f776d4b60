/** Bundles the command line into dist/. Run by `npm ci` (prepare), `npm run build:cli` and the tests. */
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: { pingyou: 'scripts/main.ts', 'collect-worker': 'scripts/collect/worker.ts' },
  // What a command needs is loaded when it is called.
  splitting: true,
  chunkNames: 'part-[hash]',
  outdir: 'dist',
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // exceljs brings unzipper, whose S3 reader nothing here calls.
  external: ['@aws-sdk/client-s3'],
  // Packages written for require() ask for Node's own modules by it.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  },
});

await mkdir('dist', { recursive: true });
const names = outputFiles.map(({ path }) => basename(path));
for (const name of await readdir('dist')) {
  if (name.endsWith('.js') && !names.includes(name)) await rm(join('dist', name));
}
// Renamed into place, so that a command that runs meanwhile finds the old bundle or the new one.
for (const { path, contents } of outputFiles) {
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, contents);
  await chmod(beside, 0o755);
  await rename(beside, path);
}
