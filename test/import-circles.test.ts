/** No file imports itself by way of others, not even for its types: the types of a thing stand apart from what acts on them. */
import { expect, test } from 'vitest';
import { findCircle } from '../schemes/checks/circles.ts';
import { listRooms, parseModule, readModules } from './support/source-modules.ts';

/** The stand-in for Excel among the tests follows Excel's own objects, which lead to each other. */
const rooms = listRooms().filter((room) => room !== 'test');
const imports = new Map(
  readModules(rooms).map(({ file, imports: taken }) => [file, [...new Set(taken.map((one) => one.file))]]),
);

test('the imports of every folder are read', () => {
  for (const room of ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts', 'addin', 'bench']) {
    expect([...imports.keys()].filter((file) => file.startsWith(`${room}/`)).length).toBeGreaterThan(10);
  }
  expect(imports.get('rules/eligibility.ts')).toContain('rules/conditions/registry.ts');
  expect(imports.get('addin/taskpane.tsx')?.length).toBeGreaterThan(0);
});

test.each([
  "import { a } from './b.ts';",
  "import type { A } from './b.ts';",
  "import { type A } from './b.ts';",
  "import * as b from './b.ts';",
  "import './b.ts';",
  "export { a } from './b.ts';",
  "export * from './b.ts';",
  "const b = await import('./b.ts');",
  "type A = import('./b.ts').A;",
])('%s is an import', (line) => {
  expect(parseModule('rules/a.ts', line).imports.map(({ file }) => file)).toEqual(['rules/b.ts']);
});

test('no file leads back to itself', () => {
  const circles = [...imports.keys()].flatMap((file) => {
    const circle = findCircle(file, (name) => imports.get(name) ?? []);
    return circle ? [circle.join(' → ')] : [];
  });
  expect(circles).toEqual([]);
});
