/** A revised copy: cells with their colour, merged cells taken apart, lists to choose from, a sheet that tells; everything else as it was. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { strikeOf } from '../../../ooxml/read/sheet-content.ts';
import { reviseWorkbook, type SheetPlan } from '../../../ooxml/patch/revise-workbook.ts';
import { handWorkbook, sheetXml, workbookParts, zipParts } from '../../support/hand-workbook.ts';
import { readValues } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';
import { validateXlsx } from '../../support/validate-xlsx.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyFill="0"><alignment wrapText="1"/><protection locked="0"/></xf></cellXfs></styleSheet>`;
const COLOURS = { changed: 'FFDDEBF7', heading: 'FFEDEFF2' };

const folder = mkdtempSync(path.join(tmpdir(), 'revise-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function revise(bytes: Uint8Array, plan: Partial<SheetPlan>, lastRow: number | null = null, name = '清单') {
  const workbook = openWorkbook(bytes, '表.xlsx');
  const told: string[] = [];
  const list = {
    name,
    widths: [10],
    headings: ['单元格'],
    lastRow,
    tell: ({ refused, listed }: { refused: ReadonlySet<string>; listed: ReadonlySet<string> }) => {
      told.push(...[...refused].map((cell) => `refused ${cell}`), ...[...listed].map((cell) => `listed ${cell}`));
      return (plan.changes ?? []).length + listed.size === 0 ? [] : [['甲'], ['乙']];
    },
  };
  const whole = { sheet: '表', changes: [], unmerged: [], lists: [], ...plan };
  const revised = reviseWorkbook(workbook, [whole], list, COLOURS);
  return { bytes: revised, parts: revised && unpackTexts(revised), told };
}

const book = (rows: string, after = '', changes: Parameters<typeof workbookParts>[0] = {}) =>
  handWorkbook({ [SHEET]: sheetXml(rows, after), 'xl/styles.xml': STYLES, ...changes });
const change = (address: string, value: string | number | null) => ({ changes: [{ address, value }] });

describe('a changed cell', () => {
  it('keeps its format and gets the colour; a format is added once', () => {
    const rows =
      '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>１</t></is></c><c r="B1" s="1"/><c r="C1"><v>3</v></c></row>';
    const { parts } = revise(book(rows), {
      changes: ['A1', 'B1', 'C1'].map((address) => ({ address, value: 1 })),
    });
    expect(parts?.get(SHEET)).toContain(
      '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="3"><v>1</v></c></row>',
    );
    const styles = parts?.get('xl/styles.xml') ?? '';
    expect(styles).toContain(
      '<xf numFmtId="49" fontId="0" borderId="0" xfId="0" fillId="2" applyFill="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    );
    expect(styles).toContain('<fills count="4">');
    expect(styles.match(/rgb="FFDDEBF7"/g)).toHaveLength(1);
  });

  it('that was struck out is so no longer: what is written anew holds', () => {
    const struck = STYLES.replace(
      '<fonts count="1"><font/>',
      '<fonts count="3"><font/><font><strike/></font><font><strike val="0"/></font>',
    ).replace(
      '<cellXfs count="2">',
      '<cellXfs count="4"><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/>',
    );
    const rows = '<row r="1"><c r="A1"><v>3</v></c><c r="B1" s="1"><v>3</v></c></row>';
    const both = ['A1', 'B1'].map((address) => ({ address, value: 4 }));
    const { bytes } = revise(book(rows, '', { 'xl/styles.xml': struck }), { changes: both });
    const sheet = openWorkbook(bytes ?? new Uint8Array(), '表.xlsx').readSheet('表');
    expect(sheet.rows[0]?.cells.map((cell) => strikeOf(sheet, cell))).toEqual([null, null]);
  });

  it('that has the colour already keeps its format', () => {
    const first = revise(book('<row r="1"><c r="A1"><v>1</v></c></row>'), change('A1', 2)).bytes ?? new Uint8Array();
    const again = revise(first, change('A1', 3), 3).parts;
    expect(again?.get(SHEET)).toContain('<c r="A1" s="2"><v>3</v></c>');
    expect(again?.get('xl/styles.xml')).toBe(unpackTexts(first).get('xl/styles.xml'));
  });

  it('is left alone where it holds a formula, or lies in the block of one, and results stay', () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="array" ref="B1:C1">1</f><v>1</v></c><c r="C1"><v>1</v></c><c r="D1"><v>4</v></c></row>';
    const { parts, told } = revise(book(rows), {
      changes: ['A1', 'C1', 'D1'].map((address) => ({ address, value: 9 })),
    });
    expect(parts?.get(SHEET)).toContain(rows.replace('<c r="D1"><v>4</v>', '<c r="D1" s="2"><v>9</v>'));
    expect(told).toEqual(['refused 表!A1', 'refused 表!C1']);
    expect(parts?.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  it('goes without a colour where the workbook has no formats', () => {
    const without = book('<row r="1"><c r="A1"><v>1</v></c></row>', '', {
      'xl/styles.xml': `<styleSheet xmlns="${MAIN}"/>`,
    });
    expect(revise(without, change('A1', 2)).parts?.get(SHEET)).toContain('<c r="A1" s="0"><v>2</v></c>');
  });
});

describe('merged cells', () => {
  const merged =
    '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>';
  it.each([
    [['A1:A2'], '<mergeCells count="1"><mergeCell ref="B1:B2"/></mergeCells>'],
    [['A1:A2', 'B1:B2'], '</sheetData><pageMargins'],
    [[], '<mergeCells count="2">'],
  ])('%j are taken apart, and no others', (unmerged, left) => {
    const { parts } = revise(book('<row r="1"><c r="A1"><v>1</v></c></row>', merged), { ...change('A2', 1), unmerged });
    expect(parts?.get(SHEET)).toContain(left);
  });
});

describe('a list to choose from', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const list = (address: string, ...choices: string[]) => ({ lists: [{ address, choices }] });
  const validations = (bytes: Uint8Array, plan: Partial<SheetPlan>) =>
    /<dataValidations.*<\/dataValidations>/.exec(revise(bytes, plan).parts?.get(SHEET) ?? '')?.[0];
  const item = (sqref: string, formula = '"甲,乙"') =>
    `<dataValidation type="list" allowBlank="1" sqref="${sqref}"><formula1>${formula.replaceAll('"', '&quot;')}</formula1></dataValidation>`;

  it('stands where the schema has it, one for all cells that offer the same', () => {
    const after = '<conditionalFormatting sqref="A1"/><hyperlinks/>';
    const { parts } = revise(book(rows, after), {
      lists: ['A1', 'C5'].map((address) => ({ address, choices: ['甲', '乙'] })),
    });
    expect(parts?.get(SHEET)).toContain(
      `<conditionalFormatting sqref="A1"/><dataValidations count="1">${item('A1 C5')}</dataValidations><hyperlinks/>`,
    );
  });

  it.each([
    ['A1:A9', 'A1', 'A2:A9'],
    ['A1:A9', 'A9', 'A1:A8'],
    ['A1:C3', 'B2', 'A1:C1 A2 C2 A3:C3'],
    ['A1:A9 D4', 'D4', 'A1:A9'],
    ['B1:B9', 'A1', 'B1:B9'],
  ])('takes a cell out of another validation: %s without %s', (sqref, cell, rest) => {
    const there = `<dataValidations count="1"><dataValidation type="whole" sqref="${sqref}"><formula1>0</formula1></dataValidation></dataValidations>`;
    expect(validations(book(rows, there), list(cell, '甲', '乙'))).toBe(
      `<dataValidations count="2"><dataValidation type="whole" sqref="${rest}"><formula1>0</formula1></dataValidation>${item(cell)}</dataValidations>`,
    );
  });

  it('takes the place of one that covers nothing else', () => {
    const there =
      '<dataValidations count="1"><dataValidation type="whole" sqref="A1"><formula1>0</formula1></dataValidation></dataValidations>';
    expect(validations(book(rows, there), list('A1', '甲', '乙'))).toBe(
      `<dataValidations count="1">${item('A1')}</dataValidations>`,
    );
  });

  it('that is there already is no change, and nothing is written', () => {
    const first = revise(book(rows), list('A1', '甲', '乙')).bytes;
    expect(first).not.toBeNull();
    const again = revise(first ?? new Uint8Array(), list('A1', '甲', '乙'));
    expect([again.bytes, again.told]).toEqual([null, []]);
    expect(revise(first ?? new Uint8Array(), list('A1', '甲', '丙'), 3).told).toEqual(['listed 表!A1']);
  });
});

describe('the sheet that tells', () => {
  it('stands last, with a number and a relation of its own', () => {
    const { parts } = revise(book('<row r="1"><c r="A1"><v>1</v></c></row>'), change('A1', 2));
    expect(parts?.get('xl/workbook.xml')).toMatch(
      /<sheet xmlns:r="[^"]+" name="清单" sheetId="2" r:id="rId4"\/><\/sheets>/,
    );
    expect(parts?.get('xl/_rels/workbook.xml.rels')).toMatch(
      /Id="rId4" Type="[^"]+\/worksheet" Target="\/xl\/worksheets\/sheet2.xml"/,
    );
    expect(parts?.get('[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet2.xml"');
    expect(parts?.get('xl/worksheets/sheet2.xml')).toContain('<c r="A3"');
  });

  it('gets further rows where it is there', () => {
    const { bytes } = revise(book('<row r="1"><c r="A1"><v>1</v></c></row>'), change('A1', 2));
    const again = revise(bytes ?? new Uint8Array(), change('A1', 3), 3);
    const sheet = openWorkbook(again.bytes ?? new Uint8Array(), '').readSheet('清单');
    expect(sheet.rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : ''))[0])).toEqual([
      '单元格',
      '甲',
      '乙',
      '甲',
      '乙',
    ]);
    expect(openWorkbook(again.bytes ?? new Uint8Array(), '').sheets).toHaveLength(2);
  });

  it('is well formed where prefixes are declared at each sheet, and where every element has one', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = `<x:workbook xmlns:x="${MAIN}"><x:sheets><x:sheet xmlns:o="${office}" name="表" sheetId="7" o:id="rId1"/></x:sheets></x:workbook>`;
    const { bytes } = revise(
      book('<row r="1"><c r="A1"><v>1</v></c></row>', '', { 'xl/workbook.xml': main }),
      change('A1', 2),
    );
    expect(openWorkbook(bytes ?? new Uint8Array(), '').sheets.map(({ name }) => name)).toEqual(['表', '清单']);
  });
});

describe('everything else', () => {
  const extra = zipParts(
    workbookParts({
      [SHEET]: sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>',
      ),
      'xl/styles.xml': STYLES,
    }),
    [{ name: 'customXml/item1.xml', data: '<unknown/>' }],
  );

  it('is as it was, part for part', () => {
    const { parts } = revise(extra, { ...change('A2', 1), unmerged: ['A1:A2'] });
    const before = unpackTexts(extra);
    const differing = [...(parts ?? [])].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    expect(differing.toSorted()).toEqual(
      [
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/workbook.xml',
        SHEET,
        'xl/worksheets/sheet2.xml',
      ].toSorted(),
    );
    expect(parts?.get('customXml/item1.xml')).toBe('<unknown/>');
  });

  const file = path.join(folder, 'revised.xlsx');
  const write = () => {
    const plan = { ...change('A2', '甲'), unmerged: ['A1:A2'], lists: [{ address: 'B1', choices: ['甲', '乙'] }] };
    writeFileSync(file, revise(extra, plan).bytes ?? '');
  };

  it.skipIf(missing('lxml'))('keeps to the schemas of the format', () => {
    write();
    expect(validateXlsx([file])[file]?.violations).toEqual([]);
  });

  it.skipIf(missing('soffice'))('opens in LibreOffice', async () => {
    write();
    const values = await readValues(new Uint8Array(readFileSync(file)));
    expect([values.get('表')?.get('A2'), values.get('清单')?.get('A1')]).toEqual(['甲', '单元格']);
  });
});
