/** Merged cells are what people would have written out, but where no two rows may share a value. */
import { expect, it } from 'vitest';
import { makeRandom } from '../../../jobs/sample/random.ts';
import { columnLetters } from '../../../ooxml/read/cell-address.ts';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { readSmallTable } from '../../support/small-table.ts';

const COLUMNS: readonly RosterColumn[] = [
  { heading: '编号', type: 'code', naming: 'own' },
  { heading: '奖项', type: 'text', naming: 'shared' },
  { heading: '所属', type: 'text' },
  { heading: '得分', type: 'points' },
];
const HEADINGS = COLUMNS.map(({ heading }) => heading);
type Values = (string | number | null)[][];

function read(rows: Values, merges: readonly string[] = []) {
  return readSmallTable({ columns: COLUMNS, rows: [HEADINGS, ...rows], merges });
}

const facts = (rows: Values, merges: readonly string[] = []) =>
  read(rows, merges).rows.map(({ row, facts: found }) => [row, ...found.values()]);

it('each row that holds something of its own is filled, and said once for each merged cell', () => {
  const table = read(
    [
      ['1', '金', '黄浦', 90],
      ['2', null, null, 91],
      ['3', '银', null, 92],
    ],
    ['B2:B3', 'C2:C4'],
  );
  expect(table.rows.map(({ facts: found }) => [...found.values()])).toEqual([
    ['1', '金', '黄浦', 90],
    ['2', '金', '黄浦', 91],
    ['3', '银', '黄浦', 92],
  ]);
  expect(table.merges).toEqual([
    { heading: '奖项', range: 'B2:B3', rows: [3], value: '“金”' },
    { heading: '所属', range: 'C2:C4', rows: [3, 4], value: '“黄浦”' },
  ]);
});

it('a row that holds nothing of its own belongs to the row above', () => {
  const table = read([['1', '金', '黄浦', 90], [], ['2', '金', '黄浦', 91]], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3']);
  expect(table.rows.map(({ row }) => row)).toEqual([2, 4]);
  expect([table.merges, table.problems]).toEqual([[], []]);
});

it('a number over several rows is nobody’s: the range is named, and the row has none', () => {
  const { rows, problems, merges } = read(
    [
      ['1', '金', '黄浦', 90],
      [null, '银', '黄浦', 91],
    ],
    ['A2:A3'],
  );
  expect(rows.map(({ facts: found }) => found.get('编号'))).toEqual(['1', null]);
  expect(merges).toEqual([]);
  expect(problems).toEqual([
    {
      row: 3,
      heading: '编号',
      address: 'A3',
      code: 'merged',
      found: 'A2:A3',
      candidates: [],
      message: '文件“表.xlsx”工作表“表”的 A2:A3 是合并单元格，几行不能共用一个编号，请取消合并，逐行填写。',
    },
  ]);
});

it('over several columns it is no value of the second, and the range is named; over columns that nobody reads it is', () => {
  const rows: Values = [
    ['1', '金', null, 90, null],
    ['2', '银', '黄浦', 91, '备注'],
  ];
  const { problems } = read(rows, ['B2:C2', 'D3:F3']);
  expect(problems.map(({ address, message }) => [address, message])).toEqual([
    [
      'C2',
      '文件“表.xlsx”工作表“表”的 B2:C2 是合并单元格，横跨“奖项”和“所属”，不知道是哪一列的内容，请取消合并，逐列填写。',
    ],
  ]);
  expect(read([['合计', null, null, 90]], ['A2:C2']).problems).toEqual([]);
});

it('merged is written out, whatever is merged', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = makeRandom(seed);
    const written: Values = Array.from({ length: random.integer(1, 12) }, (_, index) => [
      String(index + 1),
      '金',
      '黄浦',
      90,
    ]);
    const merged = written.map((row) => [...row]);
    const merges: string[] = [];
    for (const column of [1, 2, 3]) {
      for (let row = 0; row < written.length;) {
        const height = Math.min(random.integer(1, 4), written.length - row);
        const value = column === 3 ? random.integer(50, 100) : random.pick(['甲', '乙', '丙']);
        for (let below = 0; below < height; below += 1) {
          (written[row + below] ?? [])[column] = value;
          (merged[row + below] ?? [])[column] = below === 0 ? value : null;
        }
        const letters = columnLetters(column + 1);
        if (height > 1) merges.push(`${letters}${row + 2}:${letters}${row + height + 1}`);
        row += height;
      }
    }
    expect(facts(merged, merges), `seed ${seed}`).toEqual(facts(written));
  }
});

it('one that covers the whole sheet, or overlaps others, takes no time and reads nothing twice', () => {
  const rows: Values = Array.from({ length: 500 }, (_, index) => [
    String(index + 1),
    ['金', '银'][index] ?? null,
    '黄浦',
    90,
  ]);
  const merges = ['B2:B1048576', ...Array.from({ length: 5000 }, () => 'B3:B1048576')];
  const before = performance.now();
  expect(read(rows, merges).merges.map(({ range }) => range)).toEqual(['B2:B1048576']);
  expect(performance.now() - before).toBeLessThan(2000);
});
