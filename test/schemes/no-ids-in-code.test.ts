/** A scheme is data: no line of code names one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findScheme, listSchemeIds } from '../support/templates.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE = ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts', 'addin'];
const SOURCE = /\.(ts|tsx|js|html|css)$/;

const sources = CODE.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: withoutComments(readFileSync(join(ROOT, folder, name), 'utf8')),
    })),
);
const ids = await listSchemeIds();

/** Comments may show an example. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');
}

/** Names of the files that hold a text. */
function holding(text: string): string[] {
  return sources.filter((source) => source.text.includes(text)).map(({ name }) => name);
}

test('the sources of every folder are read', () => {
  for (const folder of CODE)
    expect(sources.filter(({ name }) => name.startsWith(`${folder}/`)).length).toBeGreaterThan(5);
  expect(holding('export function loadScheme(')).toEqual(['schemes/load-scheme.ts']);
  expect(ids.length).toBeGreaterThanOrEqual(5);
});

test.each(ids)('no code names the scheme %s, its title or its document', async (id) => {
  const { title, documents } = await findScheme(id);
  const [own] = documents;
  for (const name of [id, title, own?.title, own?.shortTitle]) expect(holding(name ?? ''), name).toEqual([]);
});

test.each(ids)('no code names an award of %s', async (id) => {
  const { awards } = await findScheme(id);
  expect(awards.length).toBeGreaterThan(0);
  for (const award of awards) expect([...holding(award.name), ...holding(`'${award.id}'`)], award.name).toEqual([]);
});
