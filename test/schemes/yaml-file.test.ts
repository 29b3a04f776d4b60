import { describe, expect, test } from 'vitest';
import type { SchemeFault } from '../../schemes/fault.ts';
import { readYamlFile } from '../../schemes/yaml-file.ts';

function read(text: string) {
  const faults: SchemeFault[] = [];
  return { file: readYamlFile('a.yaml', text, faults), faults };
}

describe('readYamlFile', () => {
  test('gives the plain data of a sound file', () => {
    expect(read('a: 1\nb: [x, 3/100]\n')).toMatchObject({ file: { data: { a: 1, b: ['x', '3/100'] } }, faults: [] });
  });

  test('reads a file with a byte order mark and Windows line ends', () => {
    expect(read('\uFEFFa: 1\r\nb: 2\r\n').file?.data).toEqual({ a: 1, b: 2 });
  });

  test.each([
    ['the same key twice', 'a: 1\nb: 2\na: 3\n', 3, '两个相同的键'],
    ['a list that is not closed', 'a: 1\nb: [1, 2\n', 3, '括号是否写完'],
    ['a line without a colon', 'a: 1\nb\nc: 2\n', 2, '不是有效的 YAML'],
    ['a tab as indent', 'a:\n  b: 1\n\tc: 2\n', 3, '制表符'],
    ['two documents', 'a: 1\n---\nb: 2\n', 2, '一份内容'],
    ['an alias', 'a: &x 1\nb: *x\n', 2, '别名'],
    ['an unknown tag', 'a: 1\nb: !secret 2\n', 2, '不是有效的 YAML'],
  ])('refuses %s and names the line', (_what, text, line, message) => {
    const { file, faults } = read(text);
    expect(file).toBeNull();
    expect(faults[0]).toMatchObject({ file: 'a.yaml', line, field: '' });
    expect(faults[0]?.message).toContain(message);
  });

  test('refuses aliases that would grow without bound', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}, *l${n}, *l${n}]`);
    const { file, faults } = read(['l0: &l0 [x, x, x]', ...levels].join('\n'));
    expect(file).toBeNull();
    expect(faults.length).toBe(90);
  });

  const nested = (levels: number) => [
    `${'['.repeat(levels)}${']'.repeat(levels)}`,
    `${'{ a: '.repeat(levels)}1${' }'.repeat(levels)}`,
    `${'- '.repeat(levels)}a`,
    Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
  ];
  const manyKeys = (count: number) => {
    const keys = Array.from({ length: count }, (_, index) => `a${index}: 1`);
    return [keys.join('\n'), `{ ${keys.join(', ')} }`, `b:\n  - c: [{ ${keys.join(', ')} }]`];
  };

  test('reads what is nested fifty deep, and a thousand keys side by side', () => {
    for (const text of [...nested(50), ...manyKeys(1_000)]) expect(read(text).file, text.slice(0, 40)).not.toBeNull();
    expect(read(`- a${'\n- a'.repeat(5_000)}`).faults).toEqual([]);
  });

  // The depths at which the library itself ends the whole program are among them.
  test.each([51, 900, 5_000])('refuses what is nested %d deep', (levels) => {
    for (const text of nested(levels).filter(({ length }) => length < 500_000)) {
      const { file, faults } = read(text);
      expect(file).toBeNull();
      expect(faults.map(({ message }) => message)).toEqual(['内容套了 50 层以上，请核对括号和缩进']);
    }
  });

  test('refuses more keys side by side than anybody writes, and says where they begin', () => {
    const lines = manyKeys(1_001).map((text) => read(text).faults.map(({ line, message }) => [line, message]));
    const message = '同一层里有 1,000 个以上的键，请核对内容';
    expect(lines).toEqual([[[1, message]], [[1, message]], [[2, message]]]);
  });

  test('reports a field at its key, an item at its place, a missing field at what is around it', () => {
    const { file, faults } = read('# top\na:\n  - b: 1\n    c: 2\n  - b: 3\n\n    d:\n      e: 4\n');
    for (const path of [[], ['a'], ['a', 0, 'c'], ['a', 1], ['a', 1, 'd', 'e'], ['a', 1, 'missing'], ['a', 7, 'b']]) {
      file?.report(path, 'x');
    }
    expect(faults.map(({ line, field }) => [line, field])).toEqual([
      [2, ''],
      [2, 'a'],
      [4, 'a[0].c'],
      [5, 'a[1]'],
      [8, 'a[1].d.e'],
      [5, 'a[1].missing'],
      [2, 'a[7].b'],
    ]);
  });
});
