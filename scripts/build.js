/** Bundles the command line into dist/. Run by `npm ci` (prepare) and `npm run build:cli`. */
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

await mkdir('dist', { recursive: true });
for (const name of await readdir('dist')) {
  if (name.endsWith('.js')) await rm(`dist/${name}`);
}
await build({
  entryPoints: { pingyou: 'scripts/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
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
await chmod('dist/pingyou.js', 0o755);
