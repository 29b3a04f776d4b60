import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { allocateQuotas, type QuotaTable, type RosterOverride } from '../../../rules/quota/quota-table.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { writeQuotaTable } from '../../../workbook/draw/write-quota-table.ts';
import { readValues, recalculate, toPdfPages, type CellValues } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

const SOURCE = new URL('../../../templates/shanghai-security-2024/source.md', import.meta.url);

/** The rows of 附件1 as the document prints them, blank cells left out. */
function readPublishedRows(): string[][] {
  const lines = readFileSync(SOURCE, 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith('1\t浦东'));
  const to = lines.findIndex((line) => line.startsWith('合计'));
  return lines.slice(from, to + 1).map((line) => line.split('\t').filter((cell) => cell !== ''));
}

let scheme: FullScheme;

function allocate(overrides: RosterOverride[] = []): QuotaTable {
  const members = new Map(scheme.quota.published.map((row) => [row.district, row.members ?? 0]));
  return allocateQuotas(scheme, members, overrides);
}

/** The rows of a sheet from row `first`, as the values in columns A to L that are not blank. */
function rowsOf(values: CellValues, sheet: string, first: number, last: number): (string | number | boolean)[][] {
  const cells = values.get(sheet) ?? new Map<string, string | number | boolean>();
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Array.from('ABCDEFGHIJKL').flatMap((column) => cells.get(`${column}${first + index}`) ?? []),
  );
}

beforeAll(async () => {
  scheme = await findShanghai();
});

describe('writeQuotaTable', () => {
  it('writes the rows of 附件1 in the document’s order, with its subtotals and totals', async () => {
    const published = readPublishedRows();
    expect(published).toHaveLength(24);
    const values = await readValues(await writeQuotaTable(scheme, allocate(), []));
    const rows = rowsOf(values, '名额分配表', 5, 28);
    // A place of 0 is shown as `-` by its number format.
    const shown = rows.map((row) => row.map((value, column) => (value === 0 && column > 2 ? '-' : String(value))));
    expect(shown).toEqual(published);
  });

  it('heads the columns as 附件1 does', async () => {
    const values = await readValues(await writeQuotaTable(scheme, allocate(), []));
    const sheet = values.get('名额分配表');
    expect(sheet?.get('A1')).toBe('附件1');
    expect(sheet?.get('A2')).toBe('2024 年度上海内保工作先进名额分配表');
    expect(rowsOf(values, '名额分配表', 3, 4)).toEqual([
      ['序号', '各区', '会员单位', '先进集体', '先进个人'],
      ['单位', '保卫部门', '责任人', '保卫干部'],
    ]);
  });

  it('notes each override at its cell and under the table', async () => {
    const bytes = await writeQuotaTable(scheme, allocate(), []);
    const notes = unpackTexts(bytes).get('xl/comments1.xml') ?? '';
    expect([...notes.matchAll(/ref="(\w+)"/g)].map(([, cell]) => cell)).toEqual(['D22', 'D23', 'G24']);
    const values = await readValues(bytes);
    for (const { district, reason } of scheme.quota.overrides) {
      expect(notes).toContain(reason);
      const footnotes = rowsOf(values, '名额分配表', 30, 33).flat().map(String);
      expect(footnotes.filter((line) => line.includes(district) && line.includes(reason))).toHaveLength(1);
    }
  });

  it('explains every cell of the table', async () => {
    const quota = allocate();
    const values = await readValues(await writeQuotaTable(scheme, quota, []));
    const rows = rowsOf(values, '说明', 4, 3 + 21 * 4);
    expect(rows.every((row) => row.length >= 9)).toBe(true);
    const find = (district: string, award: string) => rows.find(([a, b]) => a === district && b === award);
    const document = '沪企保协（2024）39号 正文 二（二）2';
    expect(find('杨浦', '先进保卫干部')).toEqual([
      ...['杨浦', '先进保卫干部', '附件1会员单位', 425, '2%', '8.5', '四舍五入', 9, 9, document],
      '先进保卫干部按会员单位数 2%的比例进行评比，并报市企保协会审批',
    ]);
    expect(find('机场', '先进保卫干部')?.slice(3, 10)).toEqual([
      ...[36, '2%', '0.72', '四舍五入', 1],
      '附件1定为 0：36 × 2% = 0.72，四舍五入应为 1 名，附件1此格为“-”，以附件1为准',
      0,
    ]);
    expect(find('轨交', '先进单位')?.slice(2, 4)).toEqual(['无计算基数', '-']);
    expect(values.get('说明')?.has(`J${4 + 21 * 4}`)).toBe(false);
  });

  it('names the staff’s own override as theirs', async () => {
    const reason = '区里两家单位合并，减一家';
    const quota = allocate([{ district: '浦东', award: 'advancedUnit', places: 19, reason }]);
    const values = await readValues(await writeQuotaTable(scheme, quota, []));
    expect(values.get('名额分配表')?.get('D5')).toBe(19);
    expect(rowsOf(values, '说明', 4, 4)[0]?.slice(7)).toEqual([
      20,
      `名额调整为 19：${reason}`,
      19,
      '总名册“名额调整”表',
    ]);
  });
});

describe('where the roster counts otherwise than 附件1', () => {
  const counted = new Map([
    ['浦东', 633],
    ['黄浦', 297],
    ['轨交', 4],
    ['内保处', 320],
  ]);

  it('both numbers stand side by side, and the places are those of 附件1', async () => {
    const values = await readValues(await writeQuotaTable(scheme, allocateQuotas(scheme, counted), []));
    const shown = rowsOf(values, '名额分配表', 3, 30);
    expect(shown[0]).toEqual(['序号', '各区', '会员单位', '总名册', '先进集体', '先进个人']);
    const find = (name: string) => shown.find((row) => row[1] === name)?.slice(2);
    expect(find('浦东')).toEqual([650, 633, 20, 8, 12, 13]);
    expect(find('黄浦')).toEqual([297, 297, 9, 4, 5, 6]);
    // Not counted: 附件1 gives no members, or the roster does not hold the district.
    expect(find('轨交')).toEqual(['-', '-', 1, 0, 1, 0]);
    expect(find('徐汇')).toEqual([236, '-', 7, 3, 4, 5]);
    expect(find('内保处')).toEqual([316, 320, 63, 25, 38, 63]);
    const sums = shown.filter(([first]) => first === '小计').map((row) => row.slice(1));
    expect(sums).toEqual([
      [4892, 930, 151, 60, 91, 98],
      [5208, 1250, 214, 85, 129, 161],
    ]);
    expect(shown.find(([first]) => first === '合计')).toEqual(['合计', 589]);
    const notes = rowsOf(values, '名额分配表', 29, 38).flat().map(String);
    expect(notes.filter((line) => line.includes('“总名册”一栏') && line.includes('以附件1为准'))).toHaveLength(1);
  });

  it.skipIf(missing('soffice', 'pdftotext'))('recalculates to the values that were written, on one page', async () => {
    const bytes = await writeQuotaTable(scheme, allocateQuotas(scheme, counted), []);
    expect(await recalculate(bytes)).toEqual(await readValues(bytes));
    const [page = '', next = ''] = await toPdfPages(bytes);
    expect(page).toContain('不随它增减');
    expect(next).toContain('名额计算说明');
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the quota table in LibreOffice', () => {
  it('recalculates to the values that were written', async () => {
    const bytes = await writeQuotaTable(scheme, allocate(), []);
    expect(unpackTexts(bytes).get('xl/worksheets/sheet1.xml')?.match(/<f>/g)).toHaveLength(11);
    expect(await recalculate(bytes)).toEqual(await readValues(bytes));
  });

  it('prints the table on one page, with - for no place and * for an override', async () => {
    const [page = '', next = ''] = await toPdfPages(await writeQuotaTable(scheme, allocate(), []));
    const lines = page.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
    expect(lines).toContain('18 轨交 - 1* - 1 -');
    expect(lines).toContain('20 机场 36 1 - 1 -*');
    expect(lines).toContain('合计 589');
    expect(page).toContain('以附件1为准');
    expect(next).toContain('名额计算说明');
  });
});
