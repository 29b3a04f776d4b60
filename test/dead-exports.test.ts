/**
 * What is exported is taken by somebody. An export that no other file takes is none, and what only tests take is there for its own file too,
 * else it is dead code that a test keeps alive.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listRooms, parseModule, readModules, type SourceModule } from './support/source-modules.ts';

/** Files that are run, not imported; what they export is taken by the program that runs them. */
const ENTRY_POINTS = [
  'bench/main.ts',
  'scripts/build-schemes.ts',
  'scripts/built-loader.js',
  'test/support/build-cli.ts',
  'webpack.config.js',
];

/** `a.ts: name`, of all that nobody takes. */
function findDead(modules: readonly SourceModule[]): string[] {
  const takers = new Map<string, string[]>();
  for (const { file: taker, imports } of modules) {
    for (const { file, name } of imports) {
      const key = `${file}: ${name ?? '*'}`;
      takers.set(key, [...(takers.get(key) ?? []), taker]);
    }
  }
  return modules
    .filter(({ file }) => !ENTRY_POINTS.includes(file))
    .flatMap(({ file, exports, repeated }) =>
      exports
        .filter((name) => {
          const by = [...(takers.get(`${file}: ${name}`) ?? []), ...(takers.get(`${file}: *`) ?? [])];
          const isForTests = !file.startsWith('test/') && by.every((taker) => taker.startsWith('test/'));
          return by.length === 0 || (isForTests && !repeated.has(name));
        })
        .map((name) => `${file}: ${name}`),
    );
}

test('every export is taken', () => {
  const webpack = parseModule('webpack.config.js', readFileSync('webpack.config.js', 'utf8'));
  expect(findDead([...readModules(listRooms()), webpack])).toEqual([]);
});

const one = 'export const used = 1;\nexport interface Kind { used: typeof used }\nexport function alone() {}\n';

test.each([
  ['nobody takes anything', {}, ['used', 'Kind', 'alone']],
  ['a program takes one', { 'jobs/b.ts': "import { used } from '../rules/a.ts';" }, ['Kind', 'alone']],
  ['a type is taken', { 'jobs/b.ts': "import type { Kind as Own } from '../rules/a.ts';" }, ['used', 'alone']],
  ['the whole is taken', { 'jobs/b.ts': "import * as a from '../rules/a.ts';" }, []],
  ['the whole is loaded', { 'jobs/b.ts': "await import('../rules/a.ts');" }, []],
  ['passed on, and taken there', { 'jobs/b.ts': "export { alone } from '../rules/a.ts';" }, ['used', 'Kind']],
  [
    'a test takes what its file uses',
    { 'test/a.ts': "import { used, alone } from '../rules/a.ts';" },
    ['Kind', 'alone'],
  ],
] as const)('%s', (_, others, dead) => {
  const modules = Object.entries({ 'rules/a.ts': one, ...others }).map(([file, text]) => parseModule(file, text));
  const passedOn = modules.flatMap(({ file, exports }) => exports.map((name) => ({ file, name })));
  const taker = { file: 'scripts/c.ts', exports: [], declared: [], repeated: new Set<string>() };
  const taken = { ...taker, imports: passedOn.filter(({ file }) => file !== 'rules/a.ts') };
  expect(findDead([...modules, taken])).toEqual(dead.map((name) => `rules/a.ts: ${name}`));
});
