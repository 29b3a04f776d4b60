import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { isDateCode } from '../../../ooxml/read/read-styles.ts';
import { strikeOf, styleOf, type Cell, type SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { handWorkbook, sheetXml, workbookOfRows, type Parts } from '../../support/hand-workbook.ts';
import { intakeCode } from '../../support/intake.ts';

function read(rows: string, after = '', before = ''): SheetContent {
  return openWorkbook(workbookOfRows(rows, after, before), '甲.xlsx').readSheet('表');
}

/** The cell A1 with these attributes and children. */
function readCell(attributes: string, inside: string, parts: Parts = {}): Cell | undefined {
  const sheet = sheetXml(`<row r="1"><c r="A1" ${attributes}>${inside}</c></row>`);
  const bytes = handWorkbook({ ...parts, 'xl/worksheets/sheet1.xml': sheet });
  return openWorkbook(bytes, '甲.xlsx').readSheet('表').rows[0]?.cells[0];
}

describe('values', () => {
  it.each<[string, string, Partial<Cell> | undefined]>([
    ['', '<v>96</v>', { kind: 'number', value: 96, isDate: false, formula: false }],
    ['t="n"', '<v>-2.5E-3</v>', { kind: 'number', value: -0.0025 }],
    ['', '<v>0.30000000000000004</v>', { kind: 'number', value: 0.1 + 0.2 }],
    ['', '<v>1234567890123</v>', { kind: 'number', value: 1234567890123 }],
    ['s="1"', '<v>45292</v>', { kind: 'number', value: 45292, isDate: true, style: 1 }],
    ['t="s"', '<v>0</v>', { kind: 'text', text: '单位' }],
    ['t="b"', '<v>1</v>', { kind: 'boolean', value: true }],
    ['t="e"', '<v>#REF!</v>', { kind: 'error', text: '#REF!' }],
    ['t="d"', '<v>2024-01-01T12:00:00</v>', { kind: 'number', value: 45292.5, isDate: true }],
    ['t="str"', '<f>A2</f><v>甲_x000A_乙_x005F_x0041_</v>', { kind: 'text', text: '甲\n乙_x0041_', formula: true }],
    ['t="inlineStr"', '<is><t><![CDATA[<甲>]]> 乙</t></is>', { kind: 'text', text: '<甲> 乙' }],
    [
      't="inlineStr"',
      '<is><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r><rPh><t>no</t></rPh></is>',
      { kind: 'text', text: '甲 乙' },
    ],
    ['t="inlineStr"', '<is><t/></is>', { kind: 'text', text: '' }],
    ['', '<f>1-1</f><v>0</v>', { kind: 'number', value: 0, formula: true }],
    ['t="b"', '<f>1=2</f><v>0</v>', { kind: 'boolean', value: false, formula: true }],
    ['t="str"', '<f>""</f><v></v>', { kind: 'text', text: '', formula: true }],
    ['t="str"', '<f>""</f><v/>', { kind: 'text', text: '', formula: true }],
    ['', '<f>SUM(B1:B2)</f>', { kind: 'uncomputed', formula: true }],
    ['', '<f>SUM(B1:B2)</f><v></v>', { kind: 'uncomputed', formula: true }],
    ['', '<f t="shared" si="0"/><v>3</v>', { kind: 'number', value: 3, formula: true }],
    ['', '<v>1</v><extLst><ext><v>2</v></ext></extLst>', { kind: 'number', value: 1 }],
    ['s="2"', '', undefined],
    ['', '<v/>', undefined],
    ['t="s"', '', undefined],
  ])('<c %s>%s reads %j', (attributes, inside, cell) => {
    const found = readCell(attributes, inside);
    if (cell === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(cell);
  });

  it('joins the runs of a shared string and leaves out its phonetic guide', () => {
    const strings =
      '<sst><si><r><t>先进</t></r><r><t xml:space="preserve"> 单位</t></r><rPh sb="0" eb="1"><t>guide</t></rPh><phoneticPr/></si></sst>';
    expect(readCell('t="s"', '<v>0</v>', { 'xl/sharedStrings.xml': strings })).toMatchObject({ text: '先进 单位' });
  });

  it.each([
    ['', '<v>abc</v>'],
    ['', '<v>0x10</v>'],
    ['', '<v>1e999</v>'],
    ['', '<v>Infinity</v>'],
    ['', '<v> 1</v>'],
    ['t="s"', '<v>1</v>'],
    ['t="s"', '<v>-1</v>'],
    ['t="s"', '<v>0.0</v>'],
    ['t="b"', '<v>2</v>'],
    ['t="d"', '<v>yesterday</v>'],
    ['t="d"', '<v>10:30:00</v>'],
    ['t="x"', '<v>1</v>'],
  ])(
    'holds an error where <c %s>%s says nothing: whoever needs the cell is told, and the others are not',
    (attributes, inside) => {
      expect(readCell(attributes, inside)).toMatchObject({ kind: 'error' });
    },
  );

  it('has the plain format where the file names none, or an empty one', () => {
    expect(readCell('s=""', '<v>1</v>')).toMatchObject({ kind: 'number', value: 1, style: 0 });
  });

  it.each([
    ['', '<v>1</v><v>2</v>'],
    ['', '<v>1<b/></v>'],
    ['s="3"', '<v>1</v>'],
    ['s="-1"', '<v>1</v>'],
    ['t="inlineStr"', '<is><t>1</t></is><is><t>2</t></is>'],
  ])('refuses <c %s>%s', (attributes, inside) => {
    expect(intakeCode(() => readCell(attributes, inside))).toBe('damaged');
  });
});

describe('places', () => {
  it('are rows and columns from 1, also where the file leaves them out', () => {
    const { rows } = read(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row r="6"/><row><c r="XFD7"><v>5</v></c></row>',
    );
    expect(rows.map(({ number, cells }) => [number, cells.map(({ column }) => column)])).toEqual([
      [1, [1, 2]],
      [5, [3, 4]],
      [7, [16384]],
    ]);
  });

  it.each([
    ['a row beyond the grid', '<row r="1048577"/>'],
    ['a row far beyond the grid', '<row r="999999999"/>'],
    ['row 0', '<row r="0"/>'],
    ['a row that is no number', '<row r="1.5"/>'],
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['a row twice', '<row r="2"/><row r="2"/>'],
    ['a cell of another row', '<row r="2"><c r="A1"/></row>'],
    ['cells out of order', '<row r="1"><c r="B1"/><c r="A1"/></row>'],
    ['a cell twice', '<row r="1"><c r="A1"/><c r="A1"/></row>'],
    ['a cell beyond the grid', '<row r="1"><c r="XFE1"/></row>'],
    ['a cell after the last column', '<row r="1"><c r="XFD1"/><c/></row>'],
    ['A99999999', '<row r="1"><c r="A99999999"/></row>'],
    ['an address in lower case', '<row r="1"><c r="a1"/></row>'],
    ['a second sheetData', '</sheetData><sheetData>'],
    ['a flag that is none', '<row r="1" hidden="maybe"/>'],
  ])('refuses %s', (_, rows) => {
    expect(intakeCode(() => read(rows))).toBe('damaged');
  });

  it('ends at the last row of the grid', () => {
    expect(read('<row r="1048576"><c r="A1048576"><v>1</v></c></row>').rows[0]?.number).toBe(1048576);
    expect(intakeCode(() => read('<row r="1048576"/><row/>'))).toBe('damaged');
  });

  it('costs nothing for merges, columns and checks over the whole sheet', () => {
    const sheet = read(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
      '<cols><col min="1" max="16384" hidden="1"/></cols>',
    );
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.merges).toEqual([{ first: { row: 1, column: 1 }, last: { row: 1048576, column: 16384 } }]);
    expect(sheet.hiddenColumns).toEqual([{ first: 1, last: 16384 }]);
  });
});

describe('the state of a sheet', () => {
  it('tells merges, hidden rows and columns, protection and locked cells', () => {
    const sheet = read(
      '<row r="1" hidden="true"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="2" ht="0"/><row r="3" ht="15" hidden="0"/>',
      '<sheetProtection sheet="true" objects="1"/><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C3:D9"/></mergeCells>',
      '<cols><col min="1" max="2" width="9"/><col min="3" max="4" hidden="1"/><col min="6" max="6" width="0"/></cols>',
    );
    expect(sheet.hiddenRows).toEqual([1, 2]);
    expect(sheet.hiddenColumns).toEqual([
      { first: 3, last: 4 },
      { first: 6, last: 6 },
    ]);
    expect(sheet.isProtected).toBe(true);
    expect(sheet.merges).toHaveLength(2);
    expect(sheet.rows[0]?.cells.map((cell) => styleOf(sheet, cell).locked)).toEqual([false, true]);
    expect(read('').isProtected).toBe(false);
    expect(read('', '<sheetProtection objects="1"/>').isProtected).toBe(false);
  });

  it('tells a filter that hides something from its buttons alone', () => {
    const choice = '<filterColumn colId="1"><filters><filter val="甲"/></filters></filterColumn>';
    expect(read('', `<autoFilter ref="A2:C9">${choice}</autoFilter>`).filter).toEqual({
      first: { row: 2, column: 1 },
      last: { row: 9, column: 3 },
    });
    expect(read('', `<autoFilter ref="$A$2:$C$9">${choice}</autoFilter>`).filter).not.toBeNull();
    expect(read('', '<autoFilter ref="A2:C9"/>').filter).toBeNull();
    expect(read('', `<autoFilter ref="weg">${choice}</autoFilter>`).filter).toBeNull();
    expect(read('').filter).toBeNull();
  });

  it('tells what is struck out: by the cell’s font, or a part of its text', () => {
    const styles =
      '<styleSheet><fonts><font/><font><b/><strike/></font><font><strike val="0"/></font><font><strike val="true"/></font></fonts>' +
      '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs></styleSheet>';
    const run = (text: string, font: string) => `<r><rPr>${font}</rPr><t xml:space="preserve">${text}</t></r>`;
    const strings =
      `<sst><si><t>全</t></si><si>${run('旧', '<strike/><sz val="9"/>')}${run('新', '<b/>')}</si>` +
      `<si>${run('新', '<strike val="false"/>')}${run(' ', '<strike/>')}</si></sst>`;
    const cells = [0, 1, 2].map((index) => `<c r="${'ABC'.charAt(index)}1" t="s" s="${index}"><v>${index}</v></c>`);
    const inline = `<c r="D1" s="3" t="inlineStr"><is>${run('旧', '<strike/>')}</is></c>`;
    const sheet = openWorkbook(
      handWorkbook({
        'xl/styles.xml': styles,
        'xl/sharedStrings.xml': strings,
        'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${cells.join('')}${inline}</row>`),
      }),
      '甲.xlsx',
    ).readSheet('表');
    expect(sheet.styles.map(({ struck }) => struck)).toEqual([false, true, false, true]);
    expect(sheet.rows[0]?.cells.map((cell) => (cell.kind === 'text' ? cell.text : ''))).toEqual([
      '全',
      '旧新',
      '新 ',
      '旧',
    ]);
    expect(sheet.rows[0]?.cells.map((cell) => strikeOf(sheet, cell))).toEqual([null, 'in-part', null, 'whole']);
  });

  it('tells the whole from a part by the runs that are seen, in each cell’s own font', () => {
    const styles =
      '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>';
    const kinds = ['<rPr><strike/></rPr>', '<rPr><b/></rPr>', ''];
    const texts = ['旧', '\u3000'];
    const runs = kinds.flatMap((font) => texts.map((text) => ({ font, text })));
    const pairs = runs.flatMap((one) => [[one], ...runs.map((other) => [one, other])]);
    for (const isCellStruck of [false, true]) {
      for (const pair of pairs) {
        const inside = pair.map(({ font, text }) => `<r>${font}<t xml:space="preserve">${text}</t></r>`).join('');
        const cell = `<c r="A1" s="${Number(isCellStruck)}" t="inlineStr"><is>${inside}</is></c>`;
        const part = sheetXml(`<row r="1">${cell}</row>`);
        const sheet = openWorkbook(
          handWorkbook({ 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': part }),
          '甲.xlsx',
        ).readSheet('表');
        const seen = pair.filter(({ text }) => text.trim() !== '');
        const struck = seen.map(({ font }) => (font === '' ? isCellStruck : font.includes('strike')));
        const some = struck.includes(true) ? 'in-part' : null;
        const expected = struck.every(Boolean) ? 'whole' : some;
        const [found] = sheet.rows[0]?.cells ?? [];
        if (seen.length > 0) expect([pair, found && strikeOf(sheet, found)]).toEqual([pair, expected]);
      }
    }
  });

  it.each(['A1:A1048577', 'B1:A1', '', 'A:A', 'x'])('refuses the merge %j', (ref) => {
    expect(intakeCode(() => read('', `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`))).toBe('damaged');
  });

  it.each(['min="2" max="1"', 'min="0" max="1"', 'min="1" max="16385"', 'max="1"'])(
    'refuses the columns %s',
    (range) => {
      expect(intakeCode(() => read('', '', `<cols><col ${range}/></cols>`))).toBe('damaged');
    },
  );

  it('takes lock and date from the format of a cell, else from its named style', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellStyleXfs><xf/><xf><protection locked="false"/></xf></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="164" xfId="1"/><xf numFmtId="165" xfId="1"><protection locked="1"/></xf><xf numFmtId="31" xfId="0"/></cellXfs></styleSheet>';
    const sheet = openWorkbook(handWorkbook({ 'xl/styles.xml': styles }), '甲.xlsx').readSheet('表');
    expect(sheet.styles).toEqual([
      { isDate: false, locked: false, minDigits: 5, struck: false },
      { isDate: true, locked: true, minDigits: 0, struck: false },
      { isDate: true, locked: true, minDigits: 0, struck: false },
    ]);
  });
});

describe('number formats', () => {
  it.each([
    'yyyy-mm-dd',
    'm/d/yy h:mm',
    'yyyy"年"m"月"',
    '[$-804]yyyy/m/d;@',
    '[h]:mm',
    'mm:ss.0',
    '[DBNum1][$-804]m"月"d"日"',
    'aaaa d',
  ])('%j shows a date', (code) => {
    expect(isDateCode(code)).toBe(true);
  });

  it.each([
    'General',
    '0.00',
    '#,##0',
    '0.00E+00',
    '[Red]0',
    '0"days"',
    '0\\d',
    '@',
    '[>=100]0;[Blue]0',
    '_-* #,##0_d',
    '0;"m"',
    '',
    '000000',
  ])('%j shows a number', (code) => {
    expect(isDateCode(code)).toBe(false);
  });
});
