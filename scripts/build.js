/**
 * Builds the command line into dist/: its bundle, the licences of the packages in it, and the schemes as compiled data. Run by `npm ci`
 * (`preprepare`), `npm pack` (`prepack`), `npm run build:cli` and the tests.
 */
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { compileSchemes, FOR_NODE } from './compile-schemes.js';
import { collectLicences } from './licences.js';

const { outputFiles, metafile } = await build({
  ...FOR_NODE,
  entryPoints: { pingyou: 'scripts/main.ts', 'collect-worker': 'scripts/collect/worker.ts' },
  // What a command needs is loaded when it is called.
  splitting: true,
  chunkNames: 'part-[hash]',
  outdir: 'dist',
  metafile: true,
});
await fill('dist', '.js', new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])), 0o755);
await fill('dist', '.txt', new Map([['licences.txt', await collectLicences(Object.keys(metafile.inputs))]]), 0o644);

const schemes = await compileSchemes();
if (typeof schemes === 'string') {
  console.error(schemes);
  process.exitCode = 1;
} else {
  await fill('dist/schemes', '.json', schemes, 0o644);
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
