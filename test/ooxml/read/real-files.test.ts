import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cellAddress } from '../../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { styleOf, type Cell } from '../../../ooxml/read/sheet-content.ts';
import { writeExceljsSample } from '../../support/exceljs-sample.ts';
import { intakeCode } from '../../support/intake.ts';
import { readWithOpenpyxl, runPython, type ShownCells } from '../../support/python-files.ts';
import { resaveWithLibreOffice } from '../../support/resave.ts';
import { missing } from '../../support/tools.ts';

const directory = mkdtempSync(join(tmpdir(), 'intake-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const WRITE_WITH_OPENPYXL = `
import sys, datetime, openpyxl
from openpyxl.workbook.protection import WorkbookProtection
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '甲表'
for row in [['编号', '得分', '日期'], ['00123', 96, datetime.date(2024, 3, 5)], ['x', 2.5, datetime.datetime(2024, 3, 5, 18, 30)],
            [True, False, '#N/A'], ['换\\n行', ' 空格 ', '<&>'], [1e-9, -1e20, 123456789.123]]:
    sheet.append(row)
sheet['Z99'] = '远'
sheet.merge_cells('A8:C8')
sheet.row_dimensions[3].hidden = True
book.create_sheet('乙表').sheet_state = 'hidden'
book.save(sys.argv[1])
`;

const WRITE_WITH_XLSXWRITER = `
import sys, datetime, xlsxwriter
for path, options in [(sys.argv[1], {}), (sys.argv[2], {'constant_memory': True, 'date_1904': True})]:
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet('丙表')
    date = book.add_format({'num_format': 'yyyy"年"m"月"d"日"'})
    bold = book.add_format({'bold': True})
    sheet.write_row(0, 0, ['甲', 1, 2.5, True, 'tab\\tnew\\nline'])
    sheet.write_datetime(1, 0, datetime.datetime(2024, 2, 29), date)
    sheet.write_formula(1, 1, '=B1-B1', None, 0)
    sheet.write_formula(1, 2, '="a"&"b"', None, 'ab')
    sheet.write_formula(1, 3, '=1/0', None, '#DIV/0!')
    sheet.write_formula(1, 4, '=1=1', None, True)
    sheet.write_rich_string(2, 0, '先进', bold, '单位', ' 与个人')
    sheet.write_blank(2, 1, None, bold)
    sheet.set_row(2, None, None, {'hidden': True})
    book.set_custom_property('方案', 'shanghai-security-2024')
    book.set_custom_property('编号', 12)
    book.close()
`;

/** What is read of a file, in the form in which openpyxl's reading is given. */
function show(path: string): ShownCells {
  const workbook = openWorkbook(readFileSync(path), path);
  const shown: ShownCells = {};
  for (const { name } of workbook.sheets) {
    const sheet: ShownCells[string] = {};
    for (const { number, cells } of workbook.readSheet(name).rows) {
      for (const cell of cells) {
        const address = cellAddress({ row: number, column: cell.column });
        // openpyxl does not tell of an empty text.
        if (cell.kind !== 'text' || cell.text !== '') sheet[address] = showCell(cell);
      }
    }
    shown[name] = sheet;
  }
  return shown;
}

function showCell(cell: Cell): [string, string | number | boolean] {
  switch (cell.kind) {
    case 'number':
      return cell.isDate ? ['date', Math.round(cell.value * 1e8) / 1e8] : ['number', cell.value];
    case 'boolean':
      return ['boolean', cell.value];
    case 'text':
    case 'error':
      return [cell.kind, cell.text];
    case 'uncomputed':
      return ['uncomputed', ''];
  }
}

async function sampleOnDisk(): Promise<string> {
  const path = join(directory, 'exceljs.xlsx');
  writeFileSync(path, await writeExceljsSample());
  return path;
}

describe('a workbook by exceljs', () => {
  it('is read value for value', async () => {
    const shown = show(await sampleOnDisk())['评分 & 表'];
    expect(shown).toMatchObject({
      B2: ['text', '甲单位 有限公司'],
      C2: ['number', 96.5],
      D2: ['date', 45356],
      E2: ['boolean', true],
      F2: ['number', 193],
      B3: ['text', ' 前后空格 '],
      D3: ['date', 27462.5],
      F3: ['number', 0],
      B4: ['text', '换\n行 & <标签> "引号"'],
      C4: ['number', 0.1 + 0.2],
      F4: ['boolean', false],
      B5: ['text', '先进 单位'],
      F5: ['text', '甲'],
      B6: ['text', '链接'],
      F6: ['error', '#DIV/0!'],
      A7: ['text', '😀'],
      C7: ['number', 1e-7],
      B9: ['text', '合并'],
    });
  });

  it('tells its state', async () => {
    const workbook = openWorkbook(await writeExceljsSample(), 'a.xlsx');
    expect(workbook.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['评分 & 表', 'visible'],
      ['隐藏', 'veryHidden'],
    ]);
    const sheet = workbook.readSheet('评分 & 表');
    expect(sheet).toMatchObject({ isProtected: true, hiddenRows: [4], hiddenColumns: [{ first: 5, last: 5 }] });
    expect(sheet.merges).toEqual([{ first: { row: 9, column: 2 }, last: { row: 10, column: 3 } }]);
    const unlocked = sheet.rows.flatMap(({ number, cells }) =>
      cells.filter((cell) => !styleOf(sheet, cell).locked).map(({ column }) => cellAddress({ row: number, column })),
    );
    expect(unlocked).toEqual(['C2']);
    expect(workbook.creatingApplication).toBe('Microsoft Excel');
  });
});

describe.skipIf(missing('openpyxl', 'xlsxwriter'))('a workbook read as openpyxl reads it', () => {
  it('by openpyxl', () => {
    const path = join(directory, 'openpyxl.xlsx');
    runPython(WRITE_WITH_OPENPYXL, path);
    expect(show(path)).toEqual(readWithOpenpyxl(path));
    const workbook = openWorkbook(readFileSync(path), path);
    expect(workbook.sheets.map(({ state }) => state)).toEqual(['visible', 'hidden']);
    expect(workbook.readSheet('甲表').hiddenRows).toEqual([3]);
  });

  it('by XlsxWriter, with shared and with inline strings, in both calendars', () => {
    const paths = [join(directory, 'shared.xlsx'), join(directory, 'inline.xlsx')];
    runPython(WRITE_WITH_XLSXWRITER, ...paths);
    for (const path of paths) {
      const ours = show(path);
      expect(ours).toEqual(readWithOpenpyxl(path));
      expect(Object.keys(ours['丙表'] ?? {})).toHaveLength(11);
      const { customProperties } = openWorkbook(readFileSync(path), path);
      expect([...customProperties]).toEqual([
        ['方案', 'shanghai-security-2024'],
        ['编号', '12'],
      ]);
    }
  });
});

describe.skipIf(missing('soffice', 'openpyxl'))('a workbook saved again by LibreOffice', () => {
  it('reads as openpyxl reads it, and keeps protection, locks and hidden parts', async () => {
    const path = resaveWithLibreOffice(await sampleOnDisk(), mkdtempSync(join(directory, 'resaved-')));
    expect(show(path)).toEqual(readWithOpenpyxl(path));
    const workbook = openWorkbook(readFileSync(path), path);
    expect(workbook.creatingApplication).toMatch(/^LibreOffice/);
    const sheet = workbook.readSheet('评分 & 表');
    expect(sheet).toMatchObject({ isProtected: true, hiddenRows: [4], hiddenColumns: [{ first: 5, last: 5 }] });
    const score = sheet.rows[1]?.cells[2];
    const number = sheet.rows[1]?.cells[0];
    expect(score && styleOf(sheet, score).locked).toBe(false);
    expect(number && styleOf(sheet, number).locked).toBe(true);
  });

  it.each([
    ['xls', 'old-xls'],
    ['ods', 'ods'],
    ['csv', 'text'],
    ['html', 'web-page'],
  ])('as .%s is refused as %s', async (extension, code) => {
    const path = resaveWithLibreOffice(await sampleOnDisk(), mkdtempSync(join(directory, 'other-')), extension);
    expect(intakeCode(() => openWorkbook(readFileSync(path), path))).toBe(code);
  });
});
