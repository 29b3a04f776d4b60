import { expect, it } from 'vitest';
import { nameCells } from '../../../workbook/score-sheet/sheet-remarks.ts';

const cells = (count: number) => Array.from({ length: count }, (_, index) => `D${index + 7}`);

it.each([
  [1, 'D7 单元格'],
  [8, 'D7、D8、D9、D10、D11、D12、D13、D14 单元格'],
  [9, 'D7、D8、D9、D10、D11、D12、D13、D14 等 9 个单元格'],
  [31, 'D7、D8、D9、D10、D11、D12、D13、D14 等 31 个单元格'],
])('%i cells are named', (count, words) => {
  expect(nameCells(cells(count))).toBe(words);
});
