/** What is said of what was made: no more than the browser tells. */
import { expect, it } from 'vitest';
import type { Made } from '../../addin/page/made.ts';
import { sayMade } from '../../addin/page/said.ts';

const MADE: Made = { name: '名册.xlsx', file: new Blob(['1']), files: 1, inFolder: null, told: [] };

it.each([
  [true, '已保存“名册.xlsx”'],
  [false, '已交给浏览器下载“名册.xlsx”'],
])('certain to be saved %j: %s', (isCertain, title) => {
  expect(sayMade(MADE, isCertain)).toEqual({ intent: 'success', title, rest: '。', told: [] });
});
