import { expect, it } from 'vitest';
import type { CellRef } from '../../../rules/roster-cell.ts';
import { nameRanges } from '../../../workbook/roster/name-ranges.ts';

const columns = new Map([
  ['所属', 'C'],
  ['编号', 'A'],
]);
const addresses = new Map(
  (['memberUnits', 'nominees'] as const).map((sheet) => [
    sheet,
    { sheetName: '', headingRow: 1, lastRow: 99, columns },
  ]),
);
const cell = (row: number | null, heading = '所属', sheet: CellRef['sheet'] = 'memberUnits') => ({
  sheet,
  row,
  heading,
});

it.each<[string, CellRef[], string]>([
  ['one cell', [cell(2)], '会员单位 C2'],
  ['cells one below the other', [cell(2), cell(3), cell(4)], '会员单位 C2–C4'],
  ['cells in any order', [cell(4), cell(2), cell(3)], '会员单位 C2–C4'],
  ['a gap', [cell(2), cell(4), cell(5)], '会员单位 C2、C4–C5'],
  ['a cell twice', [cell(2), cell(2)], '会员单位 C2'],
  ['a heading', [cell(null)], '会员单位 C1'],
  ['two columns', [cell(2), cell(2, '编号')], '会员单位 C2、A2'],
  ['two sheets', [cell(2), cell(3, '编号', 'nominees')], '会员单位 C2，推荐名单 A3'],
  ['four stretches', [2, 4, 6, 8].map((row) => cell(row)), '会员单位 C2、C4、C6、C8'],
  ['five stretches', [2, 4, 6, 8, 10].map((row) => cell(row)), '会员单位 C2、C4、C6、C8 等'],
])('%s', (_, cells, name) => {
  expect(nameRanges(addresses, cells)).toBe(name);
});
