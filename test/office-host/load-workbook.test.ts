import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { missing } from '../support/tools.ts';
import { loadWorkbook } from './load-workbook.ts';
import { createNodeHost } from './node-host.ts';

/** A workbook made by XlsxWriter, so that what is loaded does not come from the library that loads it. */
const MAKE_WORKBOOK = `
import sys, datetime, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet('评分表')
sheet.write('A1', '治安保卫机构')
sheet.write('B1', 8, book.add_format({'locked': False, 'bg_color': '#FFC7CE'}))
sheet.write_formula('B2', '=SUM(B1:B1)', book.add_format({'num_format': '0.00'}))
sheet.write_datetime('C1', datetime.datetime(2026, 11, 20), book.add_format({'num_format': 'yyyy-mm-dd'}))
sheet.write_boolean('C2', True)
sheet.merge_range('D1:E2', '合并')
sheet.write('A2', '红字', book.add_format({'font_color': '#FF0000', 'bold': True}))
sheet.write_comment('A2', '请核对')
sheet.protect('', {'format_cells': True})
book.add_worksheet('数据').hide()
book.add_worksheet('第二').activate()
book.define_name('得分', '=评分表!$B$1:$B$2')
book.set_custom_property('评优方案', '上海 & "2024"')
book.set_custom_property('版本', 3)
book.set_custom_property('已核', True)
book.close()
`;

function makeWorkbook(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'load-workbook-'));
  try {
    const file = join(folder, 'book.xlsx');
    execFileSync('/usr/bin/python3', ['-c', MAKE_WORKBOOK, file], { stdio: 'pipe' });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(missing('xlsxwriter'))('loading a workbook into the host', () => {
  it('reads what XlsxWriter wrote', async () => {
    const book = await loadWorkbook(makeWorkbook());
    const [scores, data] = book.sheets;
    expect(scores?.cells).toEqual({
      A1: { value: '治安保卫机构' },
      B1: { value: 8, fill: '#FFC7CE', locked: false },
      C1: { value: 46346, numberFormat: 'yyyy-mm-dd' },
      D1: { value: '合并' },
      A2: { value: '红字', fontColor: '#FF0000', bold: true, note: '请核对' },
      B2: { formula: '=SUM(B1:B1)', numberFormat: '0.00' },
      C2: { value: true },
    });
    expect(scores?.protection?.options).toMatchObject({ allowFormatCells: true, allowInsertRows: false });
    expect(scores?.protection?.password).toBeUndefined();
    expect([data?.name, data?.visibility]).toEqual(['数据', 'Hidden']);
    expect(book.names).toEqual([{ name: '得分', refersTo: "='评分表'!$B$1:$B$2" }]);
    expect(book.customProperties).toEqual({ 评优方案: '上海 & "2024"', 版本: 3, 已核: true });
    expect(book.activeSheet).toBe('第二');
  });

  it('shows through the client what Excel would show', async () => {
    const { Excel, host } = await createNodeHost({ apiSet: '1.14', workbook: makeWorkbook() });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('评分表').getRange('B1:D2').load('text,values,valueTypes');
      await context.sync();
      expect(range.text).toEqual([
        ['8', '2026-11-20', '合并'],
        ['8.00', 'TRUE', ''],
      ]);
      expect(range.valueTypes[0]).toEqual(['Double', 'Double', 'String']);
    });
    expect(host.gaps).toEqual([]);
  });

  it('gives back what it was given when nothing was changed', async () => {
    const book = await loadWorkbook(makeWorkbook());
    const { host } = await createNodeHost({ apiSet: '1.14', workbook: book });
    const dump = host.dump();
    expect(dump.sheets[0]?.cells['B2']).toEqual({ formula: '=SUM(B1:B1)', numberFormat: '0.00', value: 8 });
    delete dump.sheets[0]?.cells['B2']?.value;
    expect(dump.sheets[0]).toEqual({ ...book.sheets[0], visibility: undefined });
    expect(dump.customProperties).toEqual(book.customProperties);
  });
});

describe('a password that nobody knows', () => {
  it('lifts no protection', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('评分表');
    await sheet.protect('口令', { spinCount: 1 });
    const { Excel } = await createNodeHost({ apiSet: '1.14', workbook: new Uint8Array(await book.xlsx.writeBuffer()) });
    const lift = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('评分表').protection.unprotect();
      await context.sync();
    });
    await expect(lift).rejects.toEqual(expect.objectContaining({ code: 'AccessDenied' }));
  });
});
