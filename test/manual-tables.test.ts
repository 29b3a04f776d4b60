/** Tables of the documents: an empty line within one ends it, and what follows is printed as bars and text. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const DOCS = new URL('../docs/', import.meta.url);
const names = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

it.each(names)('every table of %s has its headings', (name) => {
  const lines = readFileSync(new URL(name, DOCS), 'utf8').split('\n');
  const begins = lines.flatMap((line, at) => (line.startsWith('|') && !lines[at - 1]?.startsWith('|') ? [at] : []));
  const headless = begins.filter((at) => !/^\|( *:?-+:? *\|)+ *$/.test(lines[at + 1] ?? ''));
  expect(headless.map((at) => at + 1)).toEqual([]);
});
