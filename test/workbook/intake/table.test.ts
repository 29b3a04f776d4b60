import { describe, expect, it } from 'vitest';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { columnLetters } from '../../../workbook/intake/cell-address.ts';
import { openWorkbook } from '../../../workbook/intake/open-workbook.ts';
import { readTable, type Table } from '../../../workbook/intake/table.ts';
import { workbookOfRows } from '../../support/hand-workbook.ts';

const COLUMNS: RosterColumn[] = [
  { heading: '编号', type: 'text' },
  { heading: '基本得分（自评）', type: 'points' },
  { heading: '会费', type: 'yes-no' },
  { heading: '身份证号', type: 'id-number', optional: true },
];

/** Reads rows of texts and numbers, null being blank. */
function read(rows: readonly (readonly (string | number | null)[])[], columns = COLUMNS): Table {
  const xml = rows.map((cells, index) => {
    const inside = cells.map((value, column) => {
      const address = `${columnLetters(column + 1)}${index + 1}`;
      if (value === null) return '';
      if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
      return `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
    });
    return `<row r="${index + 1}">${inside.join('')}</row>`;
  });
  return readTable(openWorkbook(workbookOfRows(xml.join('')), '总名册.xlsx').readSheet('表'), columns);
}

const facts = (table: Table): unknown[] => table.rows.map(({ row, facts }) => [row, Object.fromEntries(facts)]);

describe('reading a table by its headings', () => {
  it('finds them below a title, in any order, among others, however they are spaced', () => {
    const table = read([
      ['2024 年会员单位总名册'],
      [],
      [null, '备注', '会 费', '编 号*', ' 基本得分\n(自评) ', '＊身份证号'],
      [null, '甲', '是', 'A1', 96, '11010119900101123X'],
      [null, null, '否', 12, '８４．５'],
    ]);
    expect(table.headingRow).toBe(3);
    expect([...table.columns]).toEqual([
      ['编号', 'D'],
      ['基本得分（自评）', 'E'],
      ['会费', 'C'],
      ['身份证号', 'F'],
    ]);
    expect(facts(table)).toEqual([
      [4, { 编号: 'A1', '基本得分（自评）': 96, 会费: true, 身份证号: '11010119900101123X' }],
      [5, { 编号: '12', '基本得分（自评）': 84.5, 会费: false, 身份证号: null }],
    ]);
    expect(table.problems).toEqual([]);
  });

  it('passes over blank rows and goes on to the end', () => {
    const table = read([
      ['编号', '基本得分（自评）', '会费'],
      ['A1'],
      [],
      [' ', '　', null, null, '以下空白'],
      ...Array<[]>(500).fill([]),
      ['A2'],
    ]);
    expect(table.rows.map(({ row }) => row)).toEqual([2, 505]);
    expect(table.columns.has('身份证号')).toBe(false);
    expect(table.rows[0]?.facts.get('身份证号')).toBeNull();
  });

  it('finds headings in row 10 and no lower', () => {
    const under = (blank: number) => [...Array<[]>(blank).fill([]), ['编号', '基本得分（自评）', '会费'], ['A1']];
    expect(read(under(9)).rows).toHaveLength(1);
    expect(() => read(under(10))).toThrow(
      '文件“总名册.xlsx”的工作表“表”前 10 行里找不到表头，应有“编号”、“基本得分（自评）”、“会费”，请补上表头行。',
    );
    expect(() => read([])).toThrow('找不到表头');
  });

  it('names every missing heading, and those that are there', () => {
    expect(() => read([['编号', '得分', '会费？']])).toThrow(
      '文件“总名册.xlsx”的工作表“表”第 1 行缺少表头“基本得分（自评）”、“会费”（现有“编号”、“得分”、“会费？”），请补上或改正表头。',
    );
  });

  it('refuses a wanted heading that stands twice, and no other', () => {
    const twice = ['编号', '基本得分（自评）', '会费', '备注', '备注', '编 号'];
    expect(() => read([twice])).toThrow(
      '文件“总名册.xlsx”的工作表“表”有两个表头“编号”（A1、F1），请删去或改名其中一个。',
    );
    expect(read([twice.slice(0, 5)]).rows).toEqual([]);
  });

  it('is not misled by headings named as parts of objects', () => {
    const columns: RosterColumn[] = [{ heading: '__proto__', type: 'text' }];
    expect(read([['__proto__', 'constructor'], ['甲']], columns).rows[0]?.facts.get('__proto__')).toBe('甲');
  });
});

describe('cells that are not what their column asks', () => {
  const table = read([
    ['编号', '基本得分（自评）', '会费', '身份证号'],
    ['A1', '九十', '对', 110101199001011230],
    [null, null, '√', null],
  ]);

  it('read as null and are listed, each with its cell', () => {
    expect(facts(table)).toEqual([
      [2, { 编号: 'A1', '基本得分（自评）': null, 会费: null, 身份证号: null }],
      [3, { 编号: null, '基本得分（自评）': null, 会费: null, 身份证号: null }],
    ]);
    expect(table.problems.map(({ row, heading, address, code }) => [row, heading, address, code])).toEqual([
      [2, '基本得分（自评）', 'B2', 'not-a-number'],
      [2, '会费', 'C2', 'not-yes-no'],
      [2, '身份证号', 'D2', 'id-as-number'],
      [3, '会费', 'C3', 'not-yes-no'],
    ]);
  });

  it('are told in one sentence, with what is there and what is wanted', () => {
    expect(table.problems[1]?.message).toBe(
      '文件“总名册.xlsx”工作表“表”的 C2 单元格（会费）应为“是”或“否”，现为“对”，请改正。',
    );
  });

  it('never show an ID number, in whichever column it stands', () => {
    const wrong = read([
      ['编号', '基本得分（自评）', '会费', '身份证号'],
      ['A1', '11010119900101123X', 110101199001011230, 110101199001011230],
      [110101199001011230],
    ]);
    expect(wrong.problems).toHaveLength(4);
    for (const { message } of wrong.problems) expect(message).not.toMatch(/\d{6}/);
  });
});
