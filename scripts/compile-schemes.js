/** The program's own schemes, checked and compiled, for every builder. */
import { Buffer } from 'node:buffer';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const TEMPLATES = 'templates';

/** How esbuild bundles what Node runs. */
export const FOR_NODE = {
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

/** @returns the files of `dist/schemes/` by name, or what is wrong with the schemes, a line each */
export async function compileSchemes() {
  const folder = await mkdtemp(join(tmpdir(), 'pingyou-build-'));
  try {
    const program = join(folder, 'build-schemes.mjs');
    await build({ ...FOR_NODE, write: true, entryPoints: ['scripts/build-schemes.ts'], outfile: program });
    const { checkAndBuild } = await import(pathToFileURL(program).href);
    return await checkAndBuild(TEMPLATES);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The modules of `addin/built/` as a page's scripts have them, by name. */
export const BUILT_MODULES = { schemes: writeSchemes, forms: writeForms };

async function writeSchemes() {
  const files = await compileSchemes();
  if (typeof files === 'string') throw new Error(files);
  const schemes = [...files].map(([name, bytes]) => {
    const { rows } = JSON.parse(Buffer.from(bytes).toString());
    return [name.replace(/\.json$/, ''), rows];
  });
  return `export const SCHEMES = new Map(${JSON.stringify(schemes)});`;
}

async function writeForms() {
  const names = (await readdir(TEMPLATES, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const forms = names.filter((name) => /^[^/]+\/forms\/[^/]+\.xlsx$/.test(name)).sort();
  const entries = await Promise.all(
    forms.map(async (name) => [name.replace('/forms/', '/'), await readFile(join(TEMPLATES, name), 'base64')]),
  );
  return `const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
export const FORMS = new Map(${JSON.stringify(entries)}.map(([name, text]) => [name, bytes(text)]));`;
}
