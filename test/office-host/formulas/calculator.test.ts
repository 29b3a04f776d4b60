import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { missing } from '../../support/tools.ts';
import type { CellSnapshot } from '../snapshot.ts';
import { HostGap } from '../wire.ts';
import { WorkbookModel } from '../workbook-model.ts';

/**
 * Cells that the formulas below read: numbers, text, numeric text, an empty cell (A7) and an empty text (A8).
 * No boolean stands in an area or in a text: there LibreOffice takes it for a number and Excel does not.
 */
const DATA: { [address: string]: CellSnapshot } = {
  A1: { value: 8 },
  A2: { value: 2.5 },
  A3: { value: '未发生' },
  A4: { value: '12' },
  A5: { value: 0 },
  A6: { value: -3 },
  A8: { formula: '=""' },
  A9: { formula: '=1/0' },
};

const FORMULAS = [
  '=SUM(A1:A8)',
  '=SUM(A1,A2,3)',
  '=SUM(A3)',
  '=SUM(A7:A8)',
  '=SUM(A1:A9)',
  '=MAX(A1:A8)',
  '=MIN(A1:A8)',
  '=MAX(A7:A8)',
  '=MIN(A3,A7)',
  '=AVERAGE(A1:A6)',
  '=COUNT(A1:A9)',
  '=COUNTA(A1:A9)',
  '=COUNTBLANK(A1:A8)',
  '=COUNTIF(A1:A8,"未发生")',
  '=COUNTIF(A1:A8,"未*")',
  '=COUNTIF(A1:A8,">=2.5")',
  '=COUNTIF(A1:A6,"<>未发生")',
  '=COUNTIF(A1:A8,A1)',
  '=COUNTIF(A1:A6,"<0")',
  '=IF(A1>=8,"合格","不合格")',
  '=IF(A1>8,"合格")',
  '=IF(A7="","空","有")',
  '=IF(A8="","空","有")',
  '=IF(AND(A1>0,A2>0,NOT(A6>0)),1,0)',
  '=OR(A1<0,A2<0,A6<0)',
  '=AND(A1:A2)',
  '=IF(ISNUMBER(A1),1,0)&IF(ISNUMBER(A3),1,0)&IF(ISNUMBER(A4),1,0)&IF(ISNUMBER(A7),1,0)&IF(ISNUMBER(A9),1,0)',
  '=IF(ISBLANK(A7),1,0)&IF(ISBLANK(A8),1,0)',
  '=ISTEXT(A4)',
  '=ROWS(A2:A7)',
  '=ROWS(A1)',
  '=SUBSTITUTE("1 2 5"," ","、")',
  '=SUMPRODUCT(ISNUMBER(A1:A8)*(A1:A8<=8))',
  '=SUMPRODUCT(ISNUMBER(A1:A6)*ISNUMBER(MATCH(A1:A6,{0,8,9},0)))',
  '=SUMPRODUCT(ISNUMBER(A1:A8)*ISNUMBER(MATCH(A1:A8,{0,-3},0))*(A1:A8<=B1:B8))',
  '=SUMPRODUCT(A1:A2,A5:A6)',
  '=SUMPRODUCT(A1:A2*1)+SUM({1,2,3})',
  '=ROUND(2.5,0)',
  '=ROUND(-2.5,0)',
  '=ROUND(1.005,2)',
  '=ROUND(425*0.02,0)',
  '=ROUND(1234.5,-2)',
  '=ROUNDUP(8.01,0)',
  '=ROUNDDOWN(-8.99,0)',
  '=INT(-2.5)',
  '=ABS(A6)',
  '="得分："&A1&"／"&A2',
  '="说""好"""',
  '=A1&A5',
  '=1+2*3^2-4/2',
  '=-2^2',
  '=50%*A1',
  '=(1+2)*3',
  '=A1=8',
  '=A3<>"未发生"',
  '="b">"A"',
  '=A7=0',
  '="1">2',
  '=1/0',
  '=A9+1',
  '=IFERROR(A9,"错")',
  '=IFERROR(A1,"错")',
  '=LEN("评优台")',
  '=TRIM("  a   b ")',
  "='另 表'!B2*2",
  '=合计值+1',
  '=没有这个名字',
  '=$A$1+A$2',
  '=TRUE',
  '=1.5E2',
];

function calculate(): unknown[] {
  const cells: { [address: string]: CellSnapshot } = { ...DATA };
  for (const [index, formula] of FORMULAS.entries()) cells[`C${index + 1}`] = { formula };
  const model = new WorkbookModel({
    sheets: [
      { name: '数据', cells },
      { name: '另 表', cells: { B2: { value: 21 } } },
    ],
    names: [{ name: '合计值', refersTo: '=数据!$A$1' }],
  });
  const sheet = model.activeSheet;
  return FORMULAS.map((_, index) => {
    const value = model.valueAt(sheet, index, 2);
    return typeof value === 'object' && value !== null ? value.error : value;
  });
}

/** The same workbook, calculated by LibreOffice: no result is in the file that it opens. */
async function calculateWithLibreOffice(): Promise<unknown[]> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('数据');
  const put = (address: string, cell: CellSnapshot) => {
    const value = cell.value as string | number | boolean;
    sheet.getCell(address).value =
      cell.formula === undefined ? value : { formula: cell.formula.slice(1), date1904: false };
  };
  for (const [address, cell] of Object.entries(DATA)) put(address, cell);
  for (const [index, formula] of FORMULAS.entries()) put(`C${index + 1}`, { formula });
  book.addWorksheet('另 表').getCell('B2').value = 21;
  book.definedNames.add('数据!$A$1', '合计值');
  const folder = mkdtempSync(join(tmpdir(), 'calculator-'));
  try {
    const source = join(folder, 'source.xlsx');
    writeFileSync(source, Buffer.from(await book.xlsx.writeBuffer()));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, source], {
      stdio: 'pipe',
    });
    const calculated = new ExcelJS.Workbook();
    await calculated.xlsx.load(Uint8Array.from(readFileSync(join(out, 'source.xlsx'))).buffer);
    const results = calculated.getWorksheet('数据');
    return FORMULAS.map((_, index) => {
      const { result } = results?.getCell(`C${index + 1}`) ?? {};
      return typeof result === 'object' && 'error' in result ? result.error : result;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the calculator', () => {
  it.skipIf(missing('soffice'))('gives what LibreOffice gives', async () => {
    const theirs = await calculateWithLibreOffice();
    const ours = calculate();
    const pairs = (results: unknown[]) => FORMULAS.map((formula, index) => `${formula} → ${String(results[index])}`);
    expect(pairs(ours)).toEqual(pairs(theirs));
  });

  it('names a function and a form that it does not know', () => {
    const valueOf = (formula: string) => {
      const model = new WorkbookModel({ sheets: [{ name: '数据', cells: { A1: { formula } } }] });
      return () => model.valueAt(model.activeSheet, 0, 0);
    };
    expect(valueOf('=VLOOKUP(1,B1:C2,2)')).toThrow(new HostGap('the function VLOOKUP (in a formula of sheet 数据)'));
    expect(valueOf('={1,2}')).toThrow(HostGap);
    expect(valueOf('=SUM(B1:B2')).toThrow(HostGap);
    expect(valueOf('=表1[得分]')).toThrow(HostGap);
    expect(valueOf('=B1:B2+1')).toThrow(HostGap);
  });

  it('follows Excel where LibreOffice differs: booleans of an area do not count, and whole columns have 1048576 cells', () => {
    const formulas = ['=SUM(A1:A2)', '=COUNT(A1:A2)', '=A1&A2', '=COUNTBLANK(D:D)', '=SUM(A:A)'];
    const cells: { [address: string]: CellSnapshot } = { A1: { value: true }, A2: { value: 5 } };
    for (const [index, formula] of formulas.entries()) cells[`C${index + 1}`] = { formula };
    const model = new WorkbookModel({ sheets: [{ name: '数据', cells }] });
    expect(formulas.map((_, row) => model.valueAt(model.activeSheet, row, 2))).toEqual([5, 1, 'TRUE5', 1_048_576, 5]);
  });

  it('takes a circle for 0', () => {
    const model = new WorkbookModel({
      sheets: [{ name: '数据', cells: { A1: { formula: '=B1+1' }, B1: { formula: '=A1+1' } } }],
    });
    expect(model.valueAt(model.activeSheet, 0, 0)).toBe(2);
  });
});
