/** Rows that are no records, by what stands in them; what cannot be told for sure is asked. */
import { describe, expect, it } from 'vitest';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { MEMBER_UNIT_COLUMNS, NOMINEE_COLUMNS } from '../../../rules/roster-columns.ts';
import { readSmallTable, type SmallTable } from '../../support/small-table.ts';

const UNIT = ['080001', '虚构公司', '黄浦', '其他行业'];
const PERSON = ['先进保卫干部', '080001', '虚构公司', null, '虚某', '男', '1975-03', null, null, '科长', '事迹'];

function read(
  columns: readonly RosterColumn[],
  rows: readonly (readonly (string | number | null)[])[],
  options: Partial<SmallTable> = {},
) {
  const table = readSmallTable({ columns, rows: [columns.map(({ heading }) => heading), ...rows], ...options });
  return {
    records: table.rows.map(({ row }) => row),
    aside: table.aside.map(({ row, kind }) => `${row} ${kind}`),
    unclear: table.unclear.map(({ row, isCounted }) => `${row} ${isCounted ? 'counted' : 'left'}`),
    problems: table.problems.length,
  };
}

const units = (...rows: (string | number | null)[][]) => read(MEMBER_UNIT_COLUMNS, rows);
const people = (...rows: (string | number | null)[][]) => read(NOMINEE_COLUMNS, rows);

describe('a row of 会员单位', () => {
  it.each<[string, (string | number | null)[], string]>([
    ['a sum in the column of names', [null, '松江小计'], 'total'],
    ['a sum in the column of numbers', ['合 计', null, 53], 'total'],
    ['a sum with its count', ['总计', '53家'], 'total'],
    ['a count in words', [null, '共 53 家'], 'total'],
    ['a sum in full width', ['　合计：５３'], 'total'],
    ['a note', ['注：1.本表一式两份；2.按行业序列排列。'], 'note'],
    ['a note with a star', [null, '※ 以公章为准'], 'note'],
    ['the end', ['以下空白'], 'note'],
    ['a sentence', ['本表由各区填写，市企保协会汇总。'], 'note'],
    ['who has made it', ['制表人：虚某', null, '审核人：仿某'], 'signature'],
    ['who has made it, in two cells', ['填表人：', '虚某'], 'signature'],
    ['a seal', [null, '（单位盖章）'], 'signature'],
    ['a day', [null, null, '2024年12月30日'], 'signature'],
    ['a title', ['黄浦会员单位名单'], 'title'],
    ['how secret the paper is', ['机密★1年'], 'title'],
    ['a note behind a star', ['*以上名单已公示'], 'note'],
    ['a chapter', ['二、内保处'], 'title'],
    ['the headings again', ['编号', '全称', '所属', '行业序列'], 'heading'],
    ['what was dragged down', [null, null, '黄浦', '其他行业'], 'nameless'],
  ])('that is %s is set aside', (_, row, kind) => {
    const found = units(UNIT, row, ['080002', '另一家', '黄浦', '其他行业']);
    expect(found).toEqual({ records: [2, 4], aside: [`3 ${kind}`], unclear: [], problems: 0 });
  });

  it.each<[string, (string | number | null)[]]>([
    ['without a number', [null, '虚构公司', '黄浦']],
    ['without a name', ['080003', null, '黄浦']],
    ['with a star before its number', ['080003', '*虚构公司', '黄浦']],
    ['whose name holds such a word', [null, '上海合计信息科技有限公司', '黄浦']],
    ['whose name begins with such a word', [null, '说明书印刷厂', '黄浦']],
    ['whose number is letters', ['甲', '虚构公司', '黄浦']],
  ])('%s is a record', (_, row) => {
    expect(units(UNIT, row)).toEqual({ records: [2, 3], aside: [], unclear: [], problems: 0 });
  });

  it.each<[string, (string | number | null)[]]>([
    ['of its own', ['*', '虚构公司', '黄浦']],
    ['before its name', [null, '*虚构公司', '黄浦']],
    ['before its name, ※', [null, '※虚构公司', '黄浦']],
  ])('with a star %s and no number is read, and asked about: it may be a record or a note', (_, row) => {
    expect(units(UNIT, row)).toMatchObject({ records: [2, 3], aside: [], unclear: ['3 counted'] });
  });

  it('of a number alone, as on a page or dragged on below the table, counts nowhere, and is asked about', () => {
    expect(units(UNIT, ['080003'])).toMatchObject({ records: [2], aside: ['3 nameless'], unclear: ['3 left'] });
  });

  it('that is called a sum and has a number is read, and asked about', () => {
    expect(units(['080001', '黄浦小计', '黄浦'])).toMatchObject({ records: [2], aside: [], unclear: ['2 counted'] });
  });

  it('costs nothing where it holds nothing', () => {
    expect(units(UNIT, [], [' ', '\u200b', null], UNIT)).toMatchObject({ records: [2, 5], aside: [], unclear: [] });
  });
});

describe('a row of 推荐名单', () => {
  it.each<[string, (string | number | null)[], string]>([
    ['a sum', ['崇明小计', null, null, 5], 'total'],
    ['a sum of one award', ['先进单位', null, '小计', '3个'], 'total'],
    ['who has filled it in', ['填表人：仿某某　　联系电话：000-11112222'], 'signature'],
    ['the name of a list', ['边港推荐名单'], 'title'],
    ['the headings again', NOMINEE_COLUMNS.map(({ heading }) => heading), 'heading'],
  ])('that is %s is set aside', (_, row, kind) => {
    expect(people(PERSON, row, PERSON)).toEqual({ records: [2, 4], aside: [`3 ${kind}`], unclear: [], problems: 0 });
  });

  it.each<[string, (string | number | null)[], string]>([
    ['a note beside a name', ['先进保卫干部', null, '备注：已退休', null, '虚某'], '2 counted'],
    ['deeds alone', [null, null, null, null, null, null, null, null, null, null, '事迹的后半段'], '2 left'],
  ])('that may be one or not (%s) is asked about', (_, row, unclear) => {
    expect(people(row).unclear).toEqual([unclear]);
  });

  it('that holds the words of two headings and more of its own is a record', () => {
    const odd = ['先进保卫干部', null, '单位名称', null, '姓名', '男', '1975-03', null, null, '科长', '事迹'];
    expect(people(odd).records).toEqual([2]);
  });

  it('that has words of sums, notes and signatures in its other columns is a record', () => {
    const busy = [
      '先进保卫干部',
      '080001',
      '虚构公司',
      null,
      '虚某',
      '男',
      '1975-03',
      null,
      null,
      '负责人',
      '说明：合计',
    ];
    expect(people(busy)).toEqual({ records: [2], aside: [], unclear: [], problems: 0 });
  });
});

it('in a list of one column a text that stands alone is a record', () => {
  const rows = [['一、国资系统'], ['（二）金融系统'], ['其他行业'], ['合计']];
  const columns: RosterColumn[] = [{ heading: '行业序列', type: 'text', naming: 'own' }];
  expect(read(columns, rows)).toMatchObject({ records: [2, 3, 4], aside: ['5 total'] });
});

it('a text that is merged over several columns and stands alone is a title', () => {
  const rows = [UNIT, ['黄浦片'], UNIT];
  expect(read(MEMBER_UNIT_COLUMNS, rows).records).toEqual([2, 3, 4]);
  expect(read(MEMBER_UNIT_COLUMNS, rows, { merges: ['A3:D3'] }).aside).toEqual(['3 title']);
});

it('headings again in another order are refused, for what stands below them would be read wrongly', () => {
  expect(() => units(UNIT, ['全称', '编号', '行业序列', '所属'], ['虚构公司', '080002', '其他行业', '黄浦'])).toThrow(
    '文件“表.xlsx”的工作表“表”第 3 行又是一行表头，各列的次序与上面的不同，请把它下面的各行按上面的次序排好。',
  );
});

it.each<[string, readonly RosterColumn[], (string | number | null)[], string | null]>([
  ['a number of a unit', MEMBER_UNIT_COLUMNS, ['080001'], '编号'],
  ['a number that is stored as one', MEMBER_UNIT_COLUMNS, [160028], '编号'],
  ['a number of a nomination’s unit', NOMINEE_COLUMNS, [null, '080001'], '单位编号'],
  ['no number and no name', NOMINEE_COLUMNS, [null, null, null, null, null, '男', '1975-03'], null],
])('of a row that was left as it holds but %s is told what alone is filled in', (_, columns, row, only) => {
  const table = readSmallTable({ columns, rows: [columns.map(({ heading }) => heading), row] });
  expect(table.unclear.map((each) => each.only)).toEqual([only]);
});
