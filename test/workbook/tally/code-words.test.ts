import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { nameCode } from '../../../workbook/tally/code-words.ts';

/** `| 类别 | … | code、code |` of the tables of the manual. */
const ROWS = readFileSync('docs/manual/score-sheets.md', 'utf8')
  .split('\n')
  .filter((line) => /\| [a-z-]+[^|]*\|$/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('every code of the manual stands under the word of its row', () => {
  expect(ROWS.length).toBeGreaterThan(50);
  for (const cells of ROWS) {
    const [word = '', codes = ''] = [cells[1], cells.at(-2)];
    for (const code of codes.match(/[a-z][a-z0-9-]*[a-z0-9](?=、|$)/g) ?? [])
      expect([code, word]).toEqual([code, expect.stringContaining(nameCode(code))]);
  }
});

/** As a reader of score sheets writes a code down. */
const GIVEN = /\.(?:fault|warn|note|ask)\(\s*'([a-z][a-z0-9-]+)'/g;

it('every code that a reader of score sheets gives has a word', () => {
  const sources = readdirSync('workbook/score-sheet').filter((name) => name.endsWith('.ts'));
  const texts = sources.map((name) => readFileSync(path.join('workbook/score-sheet', name), 'utf8'));
  const codes = texts.flatMap((text) => [...text.matchAll(GIVEN)].map(([, code = '']) => code));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => nameCode(code) === code)).toEqual([]);
});

it('says the word of a family, and an unknown code as it is', () => {
  expect(nameCode('archive-entry-twice')).toBe('压缩包里的文件');
  expect(nameCode('reader-hung')).toBe('文件打不开');
  expect(nameCode('no-such-code')).toBe('no-such-code');
});
