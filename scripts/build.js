/**
 * Builds the command line into dist/: its bundle, the licences of the packages in it, and the schemes as compiled data. Run by `npm ci`
 * (`preprepare`), `npm pack` (`prepack`), `npm run build:cli` and the tests.
 */
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { collectLicences } from './licences.js';

const COMMON = {
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
};

const { outputFiles, metafile } = await build({
  ...COMMON,
  entryPoints: { pingyou: 'scripts/main.ts', 'collect-worker': 'scripts/collect/worker.ts' },
  // What a command needs is loaded when it is called.
  splitting: true,
  chunkNames: 'part-[hash]',
  outdir: 'dist',
  metafile: true,
});
await fill('dist', '.js', new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])), 0o755);
await fill('dist', '.txt', new Map([['licences.txt', await collectLicences(Object.keys(metafile.inputs))]]), 0o644);

const schemes = await buildSchemes();
if (typeof schemes === 'string') {
  console.error(schemes);
  process.exitCode = 1;
} else {
  await fill('dist/schemes', '.json', schemes, 0o644);
}

/** @returns the files by name, or what is wrong with the schemes */
async function buildSchemes() {
  const folder = await mkdtemp(join(tmpdir(), 'pingyou-build-'));
  try {
    const program = join(folder, 'build-schemes.mjs');
    await build({ ...COMMON, write: true, entryPoints: ['scripts/build-schemes.ts'], outfile: program });
    const { checkAndBuild } = await import(pathToFileURL(program).href);
    return await checkAndBuild('templates');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each file is renamed into place, so that a command that runs meanwhile finds the old one or the new one; what was there before goes. */
async function fill(folder, extension, files, mode) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(extension) && !files.has(name)) await rm(join(folder, name));
  }
  for (const [name, contents] of files) {
    const beside = join(folder, `${name}.${process.pid}.tmp`);
    await writeFile(beside, contents);
    await chmod(beside, mode);
    await rename(beside, join(folder, name));
  }
}
