/** No file imports itself by way of others, not even for its types: the types of a thing stand apart from what acts on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findCircle } from '../schemes/checks/circles.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts', 'addin', 'bench'];
const IMPORTED = /(?:^(?:import|export)\b[^;'"]*?|\bimport\()['"](\.[^'"]+)['"]/gm;

const imports = new Map(
  ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|js)$/.test(name))
      .map((name) => join(room, name)),
  ).map((file) => [file, importsOf(file)]),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const folder = join(ROOT, dirname(file));
  return [...text.matchAll(IMPORTED)].map(([, target = '']) => relative(ROOT, join(folder, target)));
}

test('the imports of every folder are read', () => {
  expect(imports.size).toBeGreaterThan(300);
  expect(imports.get('rules/eligibility.ts')).toContain('rules/conditions/registry.ts');
  expect(imports.get('addin/taskpane.tsx')?.length).toBeGreaterThan(0);
});

test('no file leads back to itself', () => {
  const circles = [...imports.keys()].flatMap((file) => {
    const circle = findCircle(file, (name) => imports.get(name) ?? []);
    return circle ? [circle.join(' → ')] : [];
  });
  expect(circles).toEqual([]);
});
