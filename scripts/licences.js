/** The licences of the packages that a bundle carries, which ask that their text goes with every copy. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE = /^(licen[cs]e|copying|notice)\b/i;

/**
 * @param files that went into the bundle, as esbuild's metafile names them
 * @returns one text: each package with its version, and its licence
 */
export async function collectLicences(files) {
  const folders = [...new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []))].sort();
  const parts = await Promise.all(folders.map(describePackage));
  return `${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function describePackage(folder) {
  const { name, version, license, licenses } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter((each) => LICENCE.test(each)).sort();
  const texts = await Promise.all(names.map((each) => readFile(join(folder, each), 'utf8')));
  const kind = license ?? licenses?.map(({ type }) => type).join(', ') ?? 'see its text';
  return [`${name} ${version} (${kind})`, ...texts.map((text) => text.trim())].join('\n\n') + '\n';
}
