import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { patchSheet } from '../../../ooxml/patch/patch-sheet.ts';
import { LockedCell } from '../../../ooxml/errors.ts';
import { patchWorkbook, type WorkbookChange } from '../../../ooxml/patch/patch-workbook.ts';
import { XmlScanner } from '../../../ooxml/xml/xml-scan.ts';
import { ZipReader } from '../../../ooxml/zip/zip-reader.ts';
import { handWorkbook, sheetXml, workbookOfRows } from '../../support/hand-workbook.ts';
import { convert, readValues, recalculate } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { validateXlsx } from '../../support/validate-xlsx.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_PART = 'xl/worksheets/sheet1.xml';

function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = new ZipReader(bytes, '表.xlsx', INTAKE_LIMITS);
  return new Map(zip.names().map((name) => [name, Buffer.from(zip.read(name)).toString('latin1')]));
}

function textOf(bytes: Uint8Array, part: string): string {
  return Buffer.from(new ZipReader(bytes, '表.xlsx', INTAKE_LIMITS).read(part)).toString('utf8');
}

const scan = (xml: string): XmlScanner => new XmlScanner(xml, SHEET_PART, '表.xlsx');
const one = (address: string, value: WorkbookChange['value']): WorkbookChange[] => [{ sheet: '表', address, value }];

describe('patching the XML of a sheet', () => {
  const patch = (rows: string, changes: Parameters<typeof patchSheet>[1], before = '') =>
    /<sheetData>(.*)<\/sheetData>/.exec(patchSheet(scan(sheetXml(rows, '', before)), changes))?.[1];

  it('replaces a value, keeps its format and touches nothing else', () => {
    const rows =
      '<row r="2" ht="30"><c r="A2" s="3" t="s"><v>0</v></c><!-- <c r="B2"/> --><c r="C2"><v>1</v></c></row>';
    expect(patch(rows, [{ row: 2, column: 1, value: 2.5 }])).toBe(rows.replace(' t="s"><v>0</v>', '><v>2.5</v>'));
  });

  it('empties a cell and leaves its format', () => {
    expect(patch('<row r="1"><c r="A1" s="1"><v>4</v></c></row>', [{ row: 1, column: 1, value: null }])).toBe(
      '<row r="1"><c r="A1" s="1"/></row>',
    );
  });

  it('inserts cells and rows in their order, before, between and behind what is there', () => {
    const changes = [
      { row: 9, column: 1, value: 9 },
      { row: 1, column: 2, value: 12 },
      { row: 3, column: 1, value: 31 },
      { row: 3, column: 4, value: 34 },
      { row: 3, column: 3, value: 33 },
      { row: 5, column: 1, value: 5 },
      { row: 4, column: 1, value: 4 },
    ];
    expect(patch('<row r="3" spans="2:2"><c r="B3"><v>32</v></c></row><row r="5"/>', changes)).toBe(
      '<row r="1"><c r="B1"><v>12</v></c></row>' +
        '<row r="3"><c r="A3"><v>31</v></c><c r="B3"><v>32</v></c><c r="C3"><v>33</v></c><c r="D3"><v>34</v></c></row>' +
        '<row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>',
    );
  });

  it('fills a sheet without rows', () => {
    const xml = `<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData/></worksheet>`;
    expect(patchSheet(scan(xml), [{ row: 2, column: 2, value: 1 }])).toBe(
      `<worksheet xmlns="${MAIN}"><dimension ref="A1:B2"/><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>`,
    );
  });

  it('counts cells and rows that do not say where they are', () => {
    const rows = '<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>';
    expect(patch(rows, [{ row: 2, column: 2, value: 7 }])).toBe(rows.replace('<c><v>3</v>', '<c r="B2"><v>7</v>'));
  });

  it('writes into a sheet whose elements have a prefix', () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>`;
    const patched = patchSheet(scan(xml), [
      { row: 1, column: 1, value: '甲' },
      { row: 2, column: 1, value: 2 },
    ]);
    expect(patched).toContain('<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c>');
    expect(patched).toContain('<x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>');
  });

  it('takes the format of the row, else of the column, for a new cell', () => {
    const rows = '<row r="1" s="7" customFormat="1"/><row r="2" s="7"/>';
    const columns = '<cols><col min="2" max="3" width="9" style="5"/></cols>';
    const at = (row: number, column: number) => ({ row, column, value: 1 });
    const patched = patch(rows, [at(1, 2), at(2, 2), at(2, 3), at(2, 4)], columns);
    expect(patched).toContain('<c r="B1" s="7">');
    expect(patched).toContain('<c r="B2" s="5"><v>1</v></c><c r="C2" s="5">');
    expect(patched).toContain('<c r="D2"><v>');
  });

  it('drops the stored results of formulas, with their type, and keeps the formulas', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2" t="str"><f>A1&amp;"分"</f><v>1分</v></c></row>';
    expect(patch(rows, [{ row: 1, column: 1, value: 2 }])).toBe(
      '<row r="1"><c r="A1"><v>2</v></c><c r="B1" s="2"><f>A1&amp;"分"</f></c></row>',
    );
  });

  it('inserts a cell right before a formula', () => {
    const rows = '<row r="1"><c r="B1" t="str"><f>A1</f><v>x</v></c></row>';
    expect(patch(rows, [{ row: 1, column: 1, value: 2 }])).toBe(
      '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1</f></c></row>',
    );
  });

  it('refuses a number that is none', () => {
    expect(() => patch('', [{ row: 1, column: 1, value: Number.NaN }])).toThrow(RangeError);
  });
});

describe('patching a workbook', () => {
  it('reads back what was written: text, number, blank', () => {
    const text = ' <分> & "甲"\n乙 _x0041_ \u0007 ';
    const changed = patchWorkbook(handWorkbook(), '表.xlsx', [
      ...one('A1', text),
      ...one('B1', 0.1),
      ...one('C1', null),
      ...one('A3', '旧'),
      ...one('A3', '新'),
    ]);
    const { rows } = openWorkbook(changed, '表.xlsx').readSheet('表');
    expect(rows.flatMap(({ number, cells }) => cells.map((cell) => ({ ...cell, row: number })))).toMatchObject([
      { row: 1, column: 1, kind: 'text', text },
      { row: 1, column: 2, kind: 'number', value: 0.1 },
      { row: 3, column: 1, kind: 'text', text: '新' },
    ]);
  });

  it('leaves every other part as it is, packed bytes and order included', () => {
    const before = handWorkbook({ 'xl/ctrlProps/ctrlProp1.xml': '<formControlPr/>', 'xl/media/图.png': 'not really' });
    const after = patchWorkbook(before, '表.xlsx', one('B1', 1));
    const changed = [...partsOf(after)].filter(([name, content]) => partsOf(before).get(name) !== content);
    expect(changed.map(([name]) => name)).toEqual(['xl/workbook.xml', SHEET_PART]);
    expect([...partsOf(after).keys()]).toEqual([...partsOf(before).keys()]);
    expect(Buffer.from(after).includes('xl/media/图.png')).toBe(true);
  });

  it('without a change gives the same parts', () => {
    expect(partsOf(patchWorkbook(handWorkbook(), '表.xlsx', []))).toEqual(partsOf(handWorkbook()));
  });

  it('asks for calculation, keeping what else the workbook says of it', () => {
    expect(textOf(patchWorkbook(handWorkbook(), '表.xlsx', one('B1', 1)), 'xl/workbook.xml')).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    );
    const own = textOf(handWorkbook(), 'xl/workbook.xml');
    const manual = handWorkbook({
      'xl/workbook.xml': own.replace(
        '</sheets>',
        '</sheets><calcPr calcId="1" fullCalcOnLoad="0"/><oleSize ref="A1"/>',
      ),
    });
    expect(textOf(patchWorkbook(manual, '表.xlsx', one('B1', 1)), 'xl/workbook.xml')).toContain(
      '<calcPr calcId="1" fullCalcOnLoad="1"/><oleSize ref="A1"/>',
    );
  });

  it('refuses a locked cell of a protected sheet, also one that is missing yet, and writes one that is not locked', () => {
    const rows = '<row r="1"><c r="A1"/><c r="B1" s="2"/></row>';
    const file = workbookOfRows(rows, '<sheetProtection sheet="1"/>', '<cols><col min="4" max="4" style="2"/></cols>');
    for (const address of ['A1', 'C1', 'A9']) {
      expect(() => patchWorkbook(file, '表.xlsx', one(address, 1)), address).toThrow(LockedCell);
    }
    for (const address of ['B1', 'D1', 'D9'])
      expect(() => patchWorkbook(file, '表.xlsx', one(address, 1))).not.toThrow();
    const open = workbookOfRows(rows, '<sheetProtection sheet="0"/>');
    expect(() => patchWorkbook(open, '表.xlsx', one('A1', 1))).not.toThrow();
  });

  it('refuses to overwrite a formula, one of a shared group or inside an array formula', () => {
    const file = workbookOfRows(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="array" ref="B1:C2">{1,2}</f><v>1</v></c><c r="C1"><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c></row>',
    );
    for (const address of ['A1', 'B1', 'C1', 'C2', 'A2']) {
      expect(() => patchWorkbook(file, '表.xlsx', one(address, 1)), address).toThrow(
        `文件“表.xlsx”工作表“表”的 ${address} 单元格是公式`,
      );
    }
    expect(() => patchWorkbook(file, '表.xlsx', one('D1', 1))).not.toThrow();
  });

  it('names the sheets there are when the sheet is not there', () => {
    expect(() => patchWorkbook(handWorkbook(), '表.xlsx', [{ sheet: '别的', address: 'A1', value: 1 }])).toThrow(
      /没有工作表“别的”（现有“表”）/,
    );
  });
});

/** A workbook with most of what staff put into one: styles, validation, comments, a chart, conditional format, a table, protection, names. */
const RICH_WORKBOOK = `
import sys
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.workbook.defined_name import DefinedName
book = Workbook()
sheet = book.active
sheet.title = '评分'
for row in range(1, 11):
    sheet.cell(row, 1, f'项目{row}')
    sheet.cell(row, 2, row).protection = Protection(locked=False)
sheet['B11'] = '=SUM(B1:B10)'
sheet['A2'].protection = Protection(locked=False)
sheet.column_dimensions['C'].protection = Protection(locked=False)
sheet['B3'].fill = PatternFill('solid', fgColor='FFEEAA')
sheet['A3'].font = Font(bold=True)
sheet['A1'].comment = Comment('请核对', '工作人员')
check = DataValidation(type='whole', operator='between', formula1='0', formula2='100')
check.add('B1:B10')
sheet.add_data_validation(check)
sheet.conditional_formatting.add('B1:B10', CellIsRule(operator='lessThan', formula=['3'], font=Font(color='FF0000')))
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=10))
sheet.add_chart(chart, 'D2')
sheet.merge_cells('D20:E21')
sheet.protection.sheet = True
other = book.create_sheet('汇总')
other['A1'] = "=评分!B11*2"
total = DefinedName('合计', attr_text='评分!$B$11')
if hasattr(book.defined_names, 'append'):
    book.defined_names.append(total)
else:
    book.defined_names['合计'] = total
book.save(sys.argv[1])
`;

const READ_BACK = `
import json, sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1])
sheet = book['评分']
print(json.dumps({
  'values': [sheet.cell(row, 2).value for row in (1, 3, 11)] + [sheet['A2'].value, sheet['C30'].value],
  'fill': sheet['B3'].fill.fgColor.rgb, 'comment': sheet['A1'].comment.text, 'charts': len(sheet._charts),
  'validations': [str(each.sqref) for each in sheet.data_validations.dataValidation],
  'merged': [str(each) for each in sheet.merged_cells.ranges], 'protected': sheet.protection.sheet,
  'names': [getattr(each, 'name', each) for each in getattr(book.defined_names, 'definedName', book.defined_names)]}))
`;

describe.skipIf(missing('openpyxl'))('a patched workbook in other programs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'patch-'));
  const before = path.join(folder, 'before.xlsx');
  const after = path.join(folder, 'after.xlsx');
  beforeAll(() => {
    const made = spawnSync('/usr/bin/python3', ['-c', RICH_WORKBOOK, before], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const changes = Object.entries({ B1: 100, B3: null, A2: '改过', C30: 5 } as const);
    const patched = patchWorkbook(
      new Uint8Array(readFileSync(before)),
      'before.xlsx',
      changes.map(([address, value]) => ({ sheet: '评分', address, value })),
    );
    writeFileSync(after, patched);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('has the new values and everything else for openpyxl', () => {
    const read = spawnSync('/usr/bin/python3', ['-c', READ_BACK, after], { encoding: 'utf8' });
    expect(JSON.parse(read.stdout)).toEqual({
      values: [100, null, '=SUM(B1:B10)', '改过', 5],
      fill: '00FFEEAA',
      comment: '请核对',
      charts: 1,
      validations: ['B1:B10'],
      merged: ['D20:E21'],
      protected: true,
      names: ['合计'],
    });
  });

  it('differs from the first file in the sheet, and in the empty result of another sheet’s formula', () => {
    const [was, is] = [before, after].map((file) => partsOf(new Uint8Array(readFileSync(file))));
    const differing = [...(is ?? [])].filter(([name, content]) => was?.get(name) !== content).map(([name]) => name);
    // openpyxl asks for calculation itself, so that the workbook part stays too.
    expect(differing).toEqual([SHEET_PART, 'xl/worksheets/sheet2.xml']);
    expect(is?.size).toBe(was?.size);
    expect(is?.has('xl/charts/chart1.xml')).toBe(true);
  });

  it.skipIf(missing('lxml'))('keeps to the schemas of the format', () => {
    expect(validateXlsx([after])[after]?.violations).toEqual([]);
  });

  it.skipIf(missing('soffice'))('is computed anew by LibreOffice, also where another sheet refers to it', async () => {
    const values = await recalculate(new Uint8Array(readFileSync(after)));
    // 1 to 10 are 55; 1 became 100 and 3 was emptied.
    expect(values.get('评分')?.get('B11')).toBe(151);
    expect(values.get('汇总')?.get('A1')).toBe(302);
  });
});

describe('formulas of sheets that were not touched', () => {
  /** 汇总!A1 holds the sum of 评分!B1:B2, which is 3, as Excel stores it; 说明 holds no formula. */
  async function makeWorkbook(): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const scores = book.addWorksheet('评分');
    scores.getCell('B1').value = 1;
    scores.getCell('B2').value = 2;
    const total = book.addWorksheet('汇总');
    total.getCell('A1').value = { formula: 'SUM(评分!B1:B2)', result: 3 };
    total.getCell('A2').value = { formula: '"共"&A1&"分"', result: '共3分' };
    total.getCell('B1').value = 3;
    book.addWorksheet('说明').getCell('A1').value = '合计见汇总表';
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
  const change: WorkbookChange[] = [{ sheet: '评分', address: 'B1', value: 40 }];

  it('keep no stored result, and everything else', async () => {
    const before = await makeWorkbook();
    const after = patchWorkbook(before, '表.xlsx', change);
    const part = 'xl/worksheets/sheet2.xml';
    const dropped = textOf(before, part)
      .replace(' t="str"', '')
      .replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
    expect(textOf(before, part)).toMatch(/<v>3<\/v>.*<v>共3分<\/v>/);
    expect(textOf(after, part)).toBe(dropped);
    const changed = [...partsOf(after)].filter(([name, content]) => partsOf(before).get(name) !== content);
    expect(changed.map(([name]) => name).toSorted()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', part]);
  });

  it.skipIf(missing('soffice'))('show the new result in LibreOffice, which ignores the order to compute', async () => {
    const before = await makeWorkbook();
    const after = await convert(patchWorkbook(before, '表.xlsx', change), 'xlsx', 'as-installed');
    const total = (await readValues(after)).get('汇总');
    expect([total?.get('A1'), total?.get('A2'), total?.get('B1')]).toEqual([42, '共42分', 3]);
  });
});
