/** What the documents for developers name is there: files, folders, links, and functions where they say that one stands in a file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/glossary.md',
  'docs/decisions.md',
  'docs/condition-kinds.md',
];
/** Written while somebody works, or shown as an example. */
const NOT_IN_TREE = /^(dist|out|node_modules)\/|[<>*…]|^cases\/|\bno-fewer\b/;
const ROOMS = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
/** Of a file that is named without its folder. */
const SOURCE = /^[\w-]+\.(tsx?|yaml)$/;

const names = new Set(
  ROOMS.filter((room) => !['node_modules', 'dist', 'out', '.git'].includes(room)).flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
  ),
);

const [CODE, LINK] = [/`([^`\n]+)`/g, /\]\(([^)#\s]+)(?:#[^)]*)?\)/g];
const STANDS_IN = /`(\w+)` in `([\w/.-]+\.tsx?)`/g;

/** The paths that a document names and that are nowhere. */
function findMissing(document: string, text: string): string[] {
  const code = [...withoutBlocks(text).matchAll(CODE)].map(([, name = '']) => name);
  const paths = code.filter((name) => ROOMS.some((room) => name.startsWith(`${room}/`)) && !/\s/.test(name));
  const links = [...text.matchAll(LINK)].flatMap(([, to = '']) => (/^https?:/.test(to) ? [] : [to]));
  return [
    ...paths.filter((path) => !NOT_IN_TREE.test(path) && !existsSync(join(ROOT, path))),
    ...code.filter((name) => SOURCE.test(name) && !NOT_IN_TREE.test(name) && !names.has(name)),
    ...links.filter((to) => !existsSync(join(ROOT, dirname(document), to))),
  ];
}

function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}

const MANUALS = [
  'docs/manual.zh-CN.md',
  ...readdirSync(join(ROOT, 'docs', 'manual')).map((name) => `docs/manual/${name}`),
];

test.each(MANUALS)('%s leads to pages and pictures that are there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const links = [...text.matchAll(LINK)].flatMap(([, to = '']) => (/^https?:/.test(to) ? [] : [to]));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((to) => !existsSync(join(ROOT, dirname(document), to)))).toEqual([]);
});

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');

  test('names files that are there', () => {
    expect(findMissing(document, text)).toEqual([]);
  });

  test('names functions where they stand', () => {
    const strays = [...text.matchAll(STANDS_IN)].filter(([, name = '', file = '']) => {
      const declared = new RegExp(
        `^(?:export )?(?:async )?(?:function\\*?|class|const|interface|type) ${name}\\b`,
        'm',
      );
      return !existsSync(join(ROOT, file)) || !declared.test(readFileSync(join(ROOT, file), 'utf8'));
    });
    expect(strays.map(([found]) => found)).toEqual([]);
  });
});

test('the documents are read', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  expect([...text.matchAll(STANDS_IN)].length).toBeGreaterThan(10);
  const broken = 'See `rules/gone.ts`, `lost.yaml`, [there](docs/nowhere.md) and `rules/ratio.ts`.\n';
  expect(findMissing('README.md', broken)).toEqual(['rules/gone.ts', 'lost.yaml', 'docs/nowhere.md']);
});
