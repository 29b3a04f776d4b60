import { describe, expect, test } from 'vitest';
import { readPrintedTable, splitRow } from '../../../schemes/figures/read-table.ts';

const TABS = [
  '附件 1',
  '',
  '序号\t各区\t会员\t集体\t\t',
  '\t\t\t单位\t部门\t人',
  '1\t东区\t650\t20\t8\t-',
  '2\t西 区\t1200\t-\t4\t5',
  '小计\t\t1850\t20\t12\t5',
  '',
  '附件 2\t正文',
  '9\t假区\t1\t1\t1\t1',
].join('\n');

function rowsOf(text: string, heading: string, wanted: readonly string[]): string[] {
  const { rows, missing } = readPrintedTable(text, heading, wanted);
  return [
    ...missing.map((name) => `no ${name}`),
    ...rows.map(({ cells, text: all, label }) => `${label}: ${[...cells.values()].join(',')} < ${all}`),
  ];
}

describe('readTable', () => {
  test('finds columns below a heading of two lines, and rows down to the first line that is none', () => {
    expect(rowsOf(TABS, '序号 各区 会员 集体 单位 部门 人', ['各区', '会员', '部门', '人'])).toEqual([
      '序号1: 东区,650,8,- < 1 东区 650 20 8 -',
      '序号2: 西区,1200,4,5 < 2 西区 1200 - 4 5',
      '序号小计: ,1850,12,5 < 小计 1850 20 12 5',
    ]);
  });

  test('spaces part cells where there are no tabs, and blank lines are passed over', () => {
    const text = '名额表\n\n片区 会员 民宿\n\n湖区 530 22\n\n海岛 - 3\n\n合计 530 25\n\n附表2';
    expect(rowsOf(text, '片区 会员 民宿', ['片区', '民宿'])).toEqual([
      '片区湖区: 湖区,22 < 湖区 530 22',
      '片区海岛: 海岛,3 < 海岛 - 3',
      '片区合计: 合计,25 < 合计 530 25',
    ]);
  });

  test('bars part cells', () => {
    expect(rowsOf('| 片区 | 民宿 |\n| 湖区 | 22 |', '| 片区 | 民宿 |', ['片区', '民宿'])).toEqual([
      ': 湖区,22 < 湖区 22',
    ]);
  });

  test('a column that is not there, or there twice, gives no rows', () => {
    expect(rowsOf(TABS, '序号 各区 会员 集体 单位 部门 人', ['各区', '集'])).toEqual(['no 集']);
    expect(rowsOf('区\t人\t人\n东\t1\t2', '区 人 人', ['区', '人'])).toEqual(['no 人']);
  });

  test('a heading that is no whole line is none', () => {
    expect(rowsOf(TABS, '各区 会员', ['各区'])).toEqual(['no 各区']);
    expect(rowsOf(TABS, '另一张表', ['各区'])).toEqual(['no 各区']);
  });
});

test.each([
  ['1\t东 区\t\t', ['1', '东区', '', '']],
  ['  东区  12 3 ', ['东区', '12', '3']],
  ['| 东区 | 12 |', ['', '东区', '12', '']],
])('splitRow %j', (line, cells) => {
  expect(splitRow(line)).toEqual(cells);
});
