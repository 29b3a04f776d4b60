import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { WrittenStyle } from '../../../ooxml/write/cell-style.ts';
import { WorkbookWriter } from '../../../ooxml/write/workbook-writer.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';
import { validateXlsx } from '../../support/validate-xlsx.ts';

const PLAIN: WrittenStyle = { fontName: '宋体', fontSize: 12, ink: 'FF000000', horizontal: 'left', wrap: true };
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** Everything that a sheet can have. */
function writeEverything(): Uint8Array {
  const workbook = new WorkbookWriter({ title: '全 & <部>', creator: '写者', custom: { 'a.b': '值 & <1>' } });
  const plain = workbook.styleOf(PLAIN);
  const money = workbook.styleOf({
    ...PLAIN,
    numFmt: '0.00"元"',
    fill: 'FFFFF4D6',
    border: true,
    bold: true,
    horizontal: 'right',
  });
  const struck = workbook.styleOf({ ...PLAIN, numFmt: '@', strike: true, charset: 134, wrap: false });
  const list = workbook.addSheet("甲's 表");
  list.addRow([{ value: '标题', style: plain, span: 3 }], { height: 36 });
  list.addRow(['一', '二', '三'].map((value) => ({ value, style: struck })));
  list.addNote(2, '批注 <1>\n第二行');
  list.addRow([
    { value: ' 前后 ', style: plain },
    { value: 1.25, style: money },
    { value: { formula: 'SUM(B3:B3)', result: 1.25 }, style: money },
  ]);
  list.breakPage();
  list.addRow(
    [
      { value: null, style: money },
      { value: '', style: plain },
      { value: 'a&b"<c>', style: plain },
    ],
    { hidden: true },
  );
  list.merge({ row: 3, column: 1 }, { row: 4, column: 1 });
  Object.assign(list.options, {
    widths: [12, 8.43, 20],
    columnStyles: [plain, money, struck],
    hiddenColumns: new Set([3]),
    gridLines: false,
    frozen: { rows: 2, columns: 1 },
    filter: 'A2:C4',
    header: '&R&"宋体,Bold"未定稿',
    print: {
      paperSize: 9,
      orientation: 'landscape',
      margins: MARGINS,
      pagesHigh: 0,
      titleRows: { first: 2, last: 2 },
      footer: '&C第 &P 页',
    },
    validations: [
      { range: 'A3:A99', type: 'list', formula: '"是,否"', errorTitle: '一', error: '请选。' },
      {
        range: 'B3:B99',
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula: '0',
        errorTitle: '二',
        error: '应为数。',
      },
    ],
    dataBars: [
      { range: 'B3:B4', most: 100, colour: 'FF8FB4DC' },
      { range: 'C3:C4', most: 1, colour: 'FF8FB4DC' },
    ],
  });
  workbook.addSheet('空');
  const locked = workbook.addSheet('锁定');
  locked.addRow([
    { value: '填', style: workbook.styleOf({ ...PLAIN, unlocked: true }) },
    { value: { formula: 'A1&"<"', result: '填<' }, style: plain },
    { value: { formula: 'LEN(A1)', result: null }, style: plain },
  ]);
  locked.options.protected = true;
  locked.options.validations = [{ range: 'A1:A9', type: 'list', formula: '"甲,乙"' }];
  locked.options.print = {
    paperSize: 9,
    orientation: 'portrait',
    margins: MARGINS,
    pagesHigh: 0,
    area: '$A$1:$B$9',
    titleRows: { first: 1, last: 1 },
  };
  const hidden = workbook.addSheet('隐藏');
  hidden.options.hidden = true;
  hidden.options.frozen = { rows: 0, columns: 2 };
  return workbook.finish();
}

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

describe('a workbook written row by row', () => {
  it('has in an independent reader what was written', async () => {
    const [list, empty, , hidden] = (await readBack(writeEverything())).worksheets;
    expect([list?.name, empty?.name, hidden?.name, hidden?.state]).toEqual(["甲's 表", '空', '隐藏', 'hidden']);
    expect(list?.getCell('A1').isMerged && list.getCell('C1').master.address).toBe('A1');
    expect(list?.getCell('A3').value).toBe(' 前后 ');
    expect(list?.getCell('B3').value).toBe(1.25);
    expect(list?.getCell('C3').value).toEqual({ formula: 'SUM(B3:B3)', result: 1.25 });
    expect(list?.getCell('C4').value).toBe('a&b"<c>');
    expect(list?.getCell('A4').master.address).toBe('A3');
    expect(list?.getCell('B3').style).toMatchObject({
      numFmt: '0.00"元"',
      font: { name: '宋体', size: 12, bold: true },
      fill: { fgColor: { argb: 'FFFFF4D6' } },
      border: { left: { style: 'thin' } },
      alignment: { horizontal: 'right', vertical: 'middle', wrapText: true },
    });
    expect(list?.getCell('A2').style).toMatchObject({ numFmt: '@', font: { strike: true, charset: 134 } });
    expect([1, 2, 3].map((column) => list?.getColumn(column).width)).toEqual([12, 8.43, 20]);
    expect(list?.getColumn(3).hidden).toBe(true);
    expect([list?.getRow(1).height, list?.getRow(4).hidden]).toEqual([36, true]);
    expect(list?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2, showGridLines: false });
    expect(list?.autoFilter).toBe('A2:C4');
    expect(list?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      paperSize: 9,
    });
    expect(list?.pageSetup.printTitlesRow).toBe('2:2');
    expect(list?.headerFooter).toMatchObject({ oddHeader: '&R&"宋体,Bold"未定稿', oddFooter: '&C第 &P 页' });
    expect(list?.getCell('A50').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'], error: '请选。' });
    expect(JSON.stringify(list?.getCell('B2').note)).toContain('批注 <1>');
    expect(unpackTexts(writeEverything()).get('xl/worksheets/sheet1.xml')).toContain('<brk id="3"');
  });

  it('may be locked but for some cells, and compute texts or leave results to the program that opens it', async () => {
    const bytes = writeEverything();
    const locked = (await readBack(bytes)).getWorksheet('锁定');
    expect(locked?.getCell('A1').style.protection?.locked).toBe(false);
    expect(locked?.getCell('B1').style.protection?.locked).not.toBe(false);
    expect(locked?.getCell('B1').value).toEqual({ formula: 'A1&"<"', result: '填<' });
    expect(locked?.getCell('C1').value).toEqual({ formula: 'LEN(A1)' });
    expect(locked?.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"甲,乙"'] });
    expect(locked?.getCell('A2').dataValidation.showErrorMessage).not.toBe(true);
    expect(locked?.pageSetup.printArea).toBe('A1:B9');
    const parts = unpackTexts(bytes);
    const protectedParts = [...parts].filter(([, xml]) => xml.includes('<sheetProtection sheet="1"'));
    expect(protectedParts.map(([name]) => name)).toEqual(['xl/worksheets/sheet3.xml']);
    expect(parts.get('xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
    expect(openWorkbook(bytes, 'a.xlsx').customProperties.get('a.b')).toBe('值 & <1>');
    const plain = new WorkbookWriter({ title: '', creator: '' });
    plain.addSheet('表').addRow([{ value: { formula: '1+1', result: 2 }, style: 0 }]);
    const others = unpackTexts(plain.finish());
    expect(others.get('xl/workbook.xml')).not.toContain('calcPr');
    expect([...others.keys()]).not.toContain('docProps/custom.xml');
  });

  it('stands once with a text that cells share, until the table of texts is full', async () => {
    const workbook = new WorkbookWriter({ title: '', creator: '' });
    const style = workbook.styleOf(PLAIN);
    const sheet = workbook.addSheet('表');
    const rows = 21_000;
    for (let row = 1; row <= rows; row += 1) {
      sheet.addRow([
        { value: `第 ${row} 行`, style },
        { value: '同', style },
      ]);
    }
    const bytes = workbook.finish();
    const parts = unpackTexts(bytes);
    expect(parts.get('xl/sharedStrings.xml')?.match(/>同</g)).toHaveLength(1);
    expect(parts.get('xl/worksheets/sheet1.xml')?.match(/inlineStr/g)?.length).toBe(rows + 1 - 20_000);
    const read = (await readBack(bytes)).worksheets[0];
    for (const row of [1, 19_999, 20_000, 20_001, rows]) {
      expect([read?.getCell(row, 1).value, read?.getCell(row, 2).value]).toEqual([`第 ${row} 行`, '同']);
    }
  });

  it('has the same bytes for the same rows, and refuses a number that no cell can hold', () => {
    expect(Buffer.from(writeEverything()).equals(writeEverything())).toBe(true);
    const workbook = new WorkbookWriter({ title: '', creator: '' });
    const sheet = workbook.addSheet('表');
    for (const value of [NaN, Infinity]) expect(() => sheet.addRow([{ value, style: 0 }])).toThrow(RangeError);
  });
});

describe.skipIf(missing('lxml'))('under the schemas of the format', () => {
  it('breaks none, with everything a sheet can have', () => {
    const folder = mkdtempSync(join(tmpdir(), 'write-'));
    try {
      const file = join(folder, 'a.xlsx');
      writeFileSync(file, writeEverything());
      const report = validateXlsx([file])[file];
      expect(report?.violations).toEqual([]);
      expect(report?.checked).toBeGreaterThan(6);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
