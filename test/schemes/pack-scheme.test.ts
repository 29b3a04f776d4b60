/** A packed scheme comes back the same in everything that a program can tell. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Scheme } from '../../rules/scheme.ts';
import { packScheme, unpackScheme } from '../../schemes/pack-scheme.ts';
import { findScheme, listSchemeIds, TEMPLATES_FOLDER } from '../support/templates.ts';

const folders = [TEMPLATES_FOLDER, fileURLToPath(new URL('sixth', import.meta.url))];
const all = await Promise.all(
  folders.map(async (folder) =>
    Promise.all((await listSchemeIds(folder)).map(async (id) => [id, await findScheme(id, folder)] as const)),
  ),
);

test.each(all.flat())('%s comes back the same through JSON', (_id, scheme) => {
  const back = throughJson(scheme);
  expect(back).toStrictEqual(scheme);
  expect(namesOfThings(back)).toEqual(namesOfThings(scheme));
});

test('the schemes hold what plain JSON would lose: maps, undefined fields and things that stand in several places', () => {
  const schemes = all.flat().map(([, scheme]) => scheme);
  const values = schemes.flatMap((scheme) => [...walk(scheme)]);
  expect(values.some(({ value }) => value instanceof Map)).toBe(true);
  expect(values.some(({ value }) => value === undefined)).toBe(true);
  expect(schemes.some((scheme) => namesOfThings(scheme).some((names) => names.length > 1))).toBe(true);
});

test('names that objects have of themselves are names like others', () => {
  const odd = { fields: JSON.parse('{"__proto__": "甲", "constructor": "乙"}') as object, list: [], none: null };
  const back = throughJson(odd as unknown as Scheme);
  expect(back).toStrictEqual(odd);
  expect(Object.keys((back as unknown as typeof odd).fields)).toEqual(['__proto__', 'constructor']);
});

test.each([
  ['a function', () => 1],
  ['a number that JSON lacks', NaN],
  ['minus nothing', -0],
  ['a big integer', 1n],
  ['a date', new Date(0)],
  ['a set', new Set(['a'])],
  ['a map by numbers', new Map([[1, 'a']])],
])('%s is refused', (_name, value) => {
  expect(() => packScheme({ value } as unknown as Scheme)).toThrow(TypeError);
});

function throughJson(scheme: Scheme): Scheme {
  return unpackScheme(JSON.parse(JSON.stringify(packScheme(scheme))) as ReturnType<typeof packScheme>);
}

/** For each thing all the places in which it stands. */
function namesOfThings(scheme: Scheme): string[][] {
  const places = new Map<unknown, string[]>();
  for (const { value, path } of walk(scheme)) {
    if (typeof value === 'object' && value !== null) places.set(value, [...(places.get(value) ?? []), path]);
  }
  return [...places.values()];
}

function* walk(value: unknown, path = ''): Generator<{ value: unknown; path: string }> {
  yield { value, path };
  if (typeof value !== 'object' || value === null) return;
  const entries: [string, unknown][] =
    value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
  for (const [key, each] of entries) yield* walk(each, `${path}/${key}`);
}
