import { describe, expect, it } from 'vitest';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { columnLetters } from '../../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { readTable, type Table } from '../../../workbook/intake/table.ts';
import { handWorkbook, sheetXml, workbookOfRows } from '../../support/hand-workbook.ts';

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
    expect(() => read([twice])).toThrow('文件“总名册.xlsx”的工作表“表”有两个表头“编号”（A1、F1），请改名其中一个。');
    expect(read([twice.slice(0, 5)]).rows).toEqual([]);
  });

  it('is not misled by headings named as parts of objects', () => {
    const columns: RosterColumn[] = [{ heading: '__proto__', type: 'text' }];
    expect(read([['__proto__', 'constructor'], ['甲']], columns).rows[0]?.facts.get('__proto__')).toBe('甲');
  });
});

const noteOf = (heading: string, found: string, canonical: string | number, message: string) => {
  return { row: 2, heading, kind: 'control-character', message, found, canonical };
};

describe('control characters', () => {
  it.each([
    ['as spreadsheets spell them', '甲_x000B_乙_x0007_', '_x0001_96', '是_x001F_'],
    ['as they are', '甲\u000b乙\u0007', '\u000196', '是\u001f'],
    ['as XML has no way to', '甲&#11;乙&#7;', '&#1;96', '是&#31;'],
  ])('written %s are a line break or nothing, in every column, and noted', (_, name, points, word) => {
    const table = read([
      ['编_x0000_号', '基本得分（自评）', '会费'],
      [name, points, word],
    ]);
    expect(facts(table)).toEqual([[2, { 编号: '甲\n乙', '基本得分（自评）': 96, 会费: true, 身份证号: null }]]);
    expect(table.problems).toEqual([]);
    expect(table.notes).toEqual([
      noteOf('编号', '“甲乙”（含有一个看不见的字符）', '甲\n乙', '含有看不见的控制字符，已按换行读取或去掉'),
      noteOf('基本得分（自评）', '“96”（含有一个看不见的字符）', 96, '含有看不见的控制字符，已去掉'),
      {
        ...noteOf('基本得分（自评）', '“96”（含有一个看不见的字符）', 96, '是文本格式的数字，按数字读取'),
        kind: 'number-as-text',
      },
      noteOf('会费', '“是”（含有一个看不见的字符）', '是', '含有看不见的控制字符，已去掉'),
    ]);
  });

  it('alone in a cell are a blank one, and make no row', () => {
    const table = read([
      ['编号', '基本得分（自评）', '会费'],
      ['_x0007_', '_x000B_', null],
      ['A1', '\u2028', null],
    ]);
    expect(facts(table)).toEqual([[3, { 编号: 'A1', '基本得分（自评）': null, 会费: null, 身份证号: null }]]);
    expect(table.notes).toEqual([]);
  });

  it('are not spoken of where the cell cannot be read anyway', () => {
    const table = read([
      ['编号', '基本得分（自评）', '会费'],
      ['A1', '优_x0007_良', null],
    ]);
    expect([table.problems.length, table.notes]).toEqual([1, []]);
    expect(table.problems[0]?.message).toContain('现为“优良”');
  });
});

describe('two rows that may both be the headings', () => {
  const whole = ['编号', '基本得分（自评）', '会费'];

  it('and are both complete: the first is, and the other is set aside', () => {
    const table = read([whole, ['A1', 96, '是'], whole, ['A2', 90, '否']]);
    expect(table.headingRow).toBe(1);
    expect(table.rows.map(({ row, facts: found }) => [row, found.get('编号')])).toEqual([
      [2, 'A1'],
      [4, 'A2'],
    ]);
    expect(table.aside).toEqual([{ row: 3, kind: 'heading', text: '“编号”' }]);
    expect(table.problems).toEqual([]);
  });

  it('and are both incomplete: neither is, and both are named', () => {
    expect(() =>
      read([['总名册'], ['编号', '得分', '会费'], ['编号', '基本得分（自评）', '费'], ['A1', 96, '是']]),
    ).toThrow(
      '文件“总名册.xlsx”的工作表“表”第 2、3 行都像表头，又都不全（第 2 行缺少“基本得分（自评）”；第 3 行缺少“会费”），请把表头合成一行。',
    );
  });

  it('and one of them says more: that one is, wherever it stands', () => {
    expect(read([['编号', '得分', '会费'], whole, ['A1', 96, '是']]).headingRow).toBe(2);
    expect(read([whole, ['编号', '得分', '会费'], ['A1', 96, '是']]).headingRow).toBe(1);
  });
});

describe('cells that are not what their column asks', () => {
  const table = read([
    ['编号', '基本得分（自评）', '会费', '身份证号'],
    ['A1', '优', '对', 110101199001011230],
    [null, null, '≈', null],
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

describe('rows of which something is struck out', () => {
  const STYLES =
    '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>';
  /** Reads 编号 A1, 基本得分 96 and 会费 是, those of the columns struck out that are named. */
  const strike = (columns: string) => {
    const cell = (address: string, text: string) =>
      `<c r="${address}"${address.endsWith('2') && columns.includes(address.charAt(0)) ? ' s="1"' : ''} t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = [
      ['编号', '基本得分（自评）', '会费', '备注'],
      ['A1', '96', '是', '旧'],
    ].map((texts, at) => {
      const cells = texts.map((text, column) => cell(`${columnLetters(column + 1)}${at + 1}`, text));
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    });
    const bytes = handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows.join('')), 'xl/styles.xml': STYLES });
    const table = readTable(openWorkbook(bytes, '总名册.xlsx').readSheet('表'), COLUMNS);
    const notes = table.notes.filter(({ kind }) => kind === 'struck-out').map(({ heading }) => heading);
    return [
      table.rows[0]?.facts.get('编号'),
      table.rows[0]?.facts.get('基本得分（自评）'),
      table.rows[0]?.facts.get('会费'),
      ...notes,
    ];
  };

  it('lose what is struck out, and are read where all of them is: then the record itself is asked about', () => {
    expect(strike('')).toEqual(['A1', 96, true]);
    expect(strike('B')).toEqual(['A1', null, true, '基本得分（自评）']);
    expect(strike('AC')).toEqual([null, 96, null, '编号', '会费']);
    expect(strike('ABC')).toEqual(['A1', 96, true]);
    expect(strike('D')).toEqual(['A1', 96, true]);
  });
});
