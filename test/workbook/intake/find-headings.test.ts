/** Headings by other names, and headings in two rows. */
import { describe, expect, it } from 'vitest';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { readSmallTable } from '../../support/small-table.ts';

const COLUMNS: readonly RosterColumn[] = [
  { heading: '编号', type: 'code', aliases: ['单位编号', '序号'] },
  { heading: '全称', type: 'text', aliases: ['单位名称'] },
  { heading: '基本得分（自评）', type: 'points' },
  { heading: '序号', type: 'integer', optional: true },
];

const read = (rows: (string | number | null)[][], merges: readonly string[] = []) =>
  readSmallTable({ columns: COLUMNS, rows, merges });

describe('aliases', () => {
  it('are as good as headings, and told', () => {
    const table = read([
      ['单 位编号*', '单位名称', '基本得分（自评）'],
      ['1', '甲', 90],
    ]);
    expect(table.columns.get('编号')).toBe('A');
    expect(table.rows[0]?.facts.get('全称')).toBe('甲');
    expect(table.aliases).toEqual([
      { heading: '编号', alias: '单 位编号*' },
      { heading: '全称', alias: '单位名称' },
    ]);
  });

  it.each(['全称（加盖公章的）', '全称（必填）', '单位名称(全称)', '全称\n（20字以内）', '全称【选填】'])(
    'what stands behind a heading to say how to fill it in is no part of it: %j',
    (heading) => {
      const table = read([
        ['编号', heading, '基本得分（自评）'],
        ['1', '甲', 90],
      ]);
      expect(table.rows[0]?.facts.get('全称')).toBe('甲');
    },
  );

  it.each(['全称（元）', '全称（自评）', '全称（单位）', '（必填）', '全称（必填）说明'])(
    'what says what the column holds is: %j',
    (heading) => {
      expect(() => read([['编号', heading, '基本得分（自评）']])).toThrow('缺少表头“全称”');
    },
  );

  it('with and without such a remark are two columns that fit one heading', () => {
    expect(() => read([['编号', '全称', '全称（必填）', '基本得分（自评）']])).toThrow('有两列都可以是“全称”');
  });

  it('are none where another column of the table is called so', () => {
    expect(() => read([['序号', '全称', '基本得分（自评）']])).toThrow('缺少表头“编号”');
  });

  it.each([
    [
      ['编号', '单位编号', '全称', '基本得分（自评）'],
      '有两列都可以是“编号”：A1 “编号”、B1 “单位编号”，请改名其中一个。',
    ],
    [
      ['编号', '单位名称', '基本得分（自评）', '全称'],
      '有两列都可以是“全称”：B1 “单位名称”、D1 “全称”，请改名其中一个。',
    ],
  ])('two columns that fit one heading are refused, both named: %j', (headings, message) => {
    expect(() => read([headings])).toThrow(message);
  });
});

describe('headings in two rows', () => {
  const upper = ['编号', '全称', '自评', null];
  const lower = [null, null, '基本得分', '加分'];

  it('are one where a merged cell stands above several', () => {
    const table = read([upper, lower, ['1', '甲', 90, 3]], ['A1:A2', 'B1:B2', 'C1:D1']);
    expect(table.headingRow).toBe(2);
    expect(table.rows.map(({ row, facts }) => [row, facts.get('基本得分（自评）')])).toEqual([[3, 90]]);
  });

  it('are two without a merged cell', () => {
    expect(() => read([upper, lower])).toThrow('缺少表头');
  });
});
