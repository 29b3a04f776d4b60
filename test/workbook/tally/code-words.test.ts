import { readFileSync } from 'node:fs';
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

it('says the word of a family, and an unknown code as it is', () => {
  expect(nameCode('archive-entry-twice')).toBe('压缩包里的文件');
  expect(nameCode('reader-hung')).toBe('文件打不开');
  expect(nameCode('no-such-code')).toBe('no-such-code');
});
