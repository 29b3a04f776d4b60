import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../ooxml/errors.ts';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { openWorkbook, type WorkbookFile } from '../../../ooxml/read/open-workbook.ts';
import {
  handWorkbook,
  relation,
  relationsXml,
  sheetXml,
  workbookParts,
  zipParts,
  type Parts,
} from '../../support/hand-workbook.ts';
import { intakeCode } from '../../support/intake.ts';
import { makeOle2 } from '../../support/ole2.ts';

function open(changes: Parts = {}): WorkbookFile {
  return openWorkbook(handWorkbook(changes), '甲.xlsx');
}

function codeOf(changes: Parts): string | undefined {
  return intakeCode(() => {
    const workbook = open(changes);
    for (const { name } of workbook.sheets) workbook.readSheet(name);
  });
}

/** A part of the sound workbook with one piece of its text replaced. */
function edited(part: string, from: string, to: string): Parts {
  const text = workbookParts()[part];
  if (typeof text !== 'string' || !text.includes(from)) throw new Error(`${part} has no ${from}`);
  return { [part]: text.replace(from, to) };
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

function typesXml(types: string): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`;
}

describe('a sound workbook', () => {
  it('tells its sheets, names, properties and calendar', () => {
    const workbook = open({
      ...edited(
        'xl/workbook.xml',
        '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>',
        '<workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/>' +
          '<sheet name="隐&amp;藏" sheetId="3" state="veryHidden" r:id="rId9"/><sheet name="图" sheetId="4" r:id="rId8"/></sheets>' +
          '<definedNames><definedName name="__proto__" localSheetId="0">表!$A$1</definedName><definedName name="b">1</definedName></definedNames>',
      ),
      'xl/_rels/workbook.xml.rels': relationsXml(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId2', 'sharedStrings', './x/../sharedStrings.xml'),
        relation('rId9', 'worksheet', '/xl/worksheets/sheet1.xml'),
        relation('rId8', 'chartsheet', 'chartsheets/sheet1.xml'),
      ),
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
      '_rels/.rels': relationsXml(
        relation('rId1', 'officeDocument', 'xl/workbook.xml'),
        relation('rId2', 'custom-properties', 'docProps/custom.xml'),
        relation('rId3', 'extended-properties', 'docProps/app.xml'),
      ),
      'docProps/custom.xml':
        '<Properties xmlns:vt="v"><property name="__proto__"><vt:lpwstr>_x0041_&lt;</vt:lpwstr></property>' +
        '<property name="n"><vt:i4>7</vt:i4></property><property name="v"><vt:vector><vt:i4>1</vt:i4></vt:vector></property></Properties>',
      'docProps/app.xml': '<Properties><TotalTime>1</TotalTime><Application>LibreOffice/7.4</Application></Properties>',
    });
    expect(workbook.sheets).toEqual([
      { name: '表', state: 'visible', partName: 'xl/worksheets/sheet1.xml' },
      { name: '隐&藏', state: 'veryHidden', partName: 'xl/worksheets/sheet1.xml' },
    ]);
    expect(workbook.date1904).toBe(true);
    expect(workbook.definedNames).toEqual([
      { name: '__proto__', refersTo: '表!$A$1', sheetIndex: 0 },
      { name: 'b', refersTo: '1', sheetIndex: undefined },
    ]);
    expect([...workbook.customProperties]).toEqual([
      ['__proto__', 'A<'],
      ['n', '7'],
      ['v', ''],
    ]);
    expect(workbook.creatingApplication).toBe('LibreOffice/7.4');
    expect(workbook.readSheet('隐&藏').rows).toEqual([]);
    expect('A' in Object.prototype).toBe(false);
  });

  it('may be written with prefixes, in the strict edition, or as a template', () => {
    const prefixed = open({
      'xl/workbook.xml':
        '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="r"><x:sheets><x:sheet name="表" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c><c r="B1"><v>6</v></c></x:row></x:sheetData></x:worksheet>',
      ...edited('[Content_Types].xml', 'sheet.main+xml', 'template.main+xml'),
    });
    expect(prefixed.readSheet('表').rows[0]?.cells).toMatchObject([{ kind: 'number', value: 5 }]);
  });

  it('may give its type by extension alone, and point to a part about the program that is not there', () => {
    const byExtension = typesXml(`<Default Extension="XML" ContentType="${MAIN}"/>`);
    expect(open({ '[Content_Types].xml': byExtension }).readSheet('表').rows).toHaveLength(1);
    const app = relation('rId3', 'extended-properties', 'docProps/app.xml');
    const pointing = relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml'), app);
    expect(open({ '_rels/.rels': pointing }).creatingApplication).toBe('');
  });

  it('may hold hyperlinks to the outside', () => {
    const links = relationsXml(relation('rId1', 'hyperlink', 'https://example.org/', ' TargetMode="External"'));
    expect(codeOf({ 'xl/worksheets/_rels/sheet1.xml.rels': links })).toBeUndefined();
  });

  it('names the sheets there are when one is missing', () => {
    expect(() => open().readSheet('推荐名单')).toThrow(
      '文件“甲.xlsx”中没有工作表“推荐名单”（现有“表”），请补上或改正工作表名称。',
    );
    expect(open().hasSheet('表')).toBe(true);
    expect(open().hasSheet('constructor')).toBe(false);
  });
});

describe('a file that is no workbook', () => {
  it.each<[string, Uint8Array]>([
    ['empty', new Uint8Array(0)],
    ['text', new TextEncoder().encode('编号,全称\n1,甲')],
    ['web-page', new TextEncoder().encode('<html><table>')],
    ['encrypted', makeOle2('EncryptionInfo', 'EncryptedPackage')],
    ['old-xls', makeOle2('Workbook')],
    ['old-xls', makeOle2('Book')],
    ['document', makeOle2('WordDocument')],
    ['archive', zipParts({ 'a.txt': 'a' })],
    ['ods', zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' })],
    ['xlsb', zipParts({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'a' })],
    ['document', zipParts({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>' })],
    ['incomplete', zipParts({ 'a.txt': 'a' }).slice(0, -4)],
  ])('is refused as %s', (code, bytes) => {
    expect(intakeCode(() => openWorkbook(bytes, '甲.xlsx'))).toBe(code);
  });

  it.each<[string, Parts]>([
    ['not-a-workbook', { '[Content_Types].xml': null }],
    ['not-a-workbook', { '_rels/.rels': null }],
    ['not-a-workbook', edited('[Content_Types].xml', 'spreadsheetml.sheet', 'wordprocessingml.document')],
    ['not-a-workbook', { '[Content_Types].xml': typesXml(`<Default Extension="bin" ContentType="${MAIN}"/>`) }],
    ['not-a-workbook', { '[Content_Types].xml': typesXml('<Default Extension="xml" ContentType="application/xml"/>') }],
    [
      'not-a-workbook',
      {
        '[Content_Types].xml': typesXml(
          `<Default Extension="xml" ContentType="${MAIN}"/><Default Extension="Xml" ContentType="application/xml"/>`,
        ),
      },
    ],
    // What is said of the part itself counts, not what is said of its extension.
    [
      'not-a-workbook',
      {
        '[Content_Types].xml': typesXml(
          `<Default Extension="xml" ContentType="${MAIN}"/><Override PartName="/xl/workbook.xml" ContentType="application/xml"/>`,
        ),
      },
    ],
    ['not-a-workbook', edited('xl/workbook.xml', 'spreadsheetml/2006/main', 'other')],
    ['damaged', { 'xl/workbook.xml': null }],
    ['damaged', { 'xl/worksheets/sheet1.xml': null }],
    ['damaged', { 'xl/styles.xml': null }],
    ['damaged', { 'xl/sharedStrings.xml': null }],
    ['damaged', { 'xl/worksheets/sheet1.xml': '<chart/>' }],
    ['damaged', edited('xl/workbook.xml', '<sheet name="表" sheetId="1" r:id="rId1"/>', '')],
    ['damaged', edited('xl/workbook.xml', 'r:id="rId1"', 'r:id="rId7"')],
    ['damaged', edited('xl/workbook.xml', '<sheets>', '<sheets><sheet name="表" sheetId="2" r:id="rId1"/>')],
    ['damaged', edited('xl/workbook.xml', 'sheetId', 'state="gone" sheetId')],
    ['damaged', edited('xl/_rels/workbook.xml.rels', 'rId2', 'rId1')],
    ['bad-name', edited('xl/_rels/workbook.xml.rels', 'worksheets/sheet1.xml', '../../sheet1.xml')],
  ])('is refused as %s for %j', (code, changes) => {
    expect(codeOf(changes)).toBe(code);
  });
});

describe('a workbook that may harm', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>';

  it.each(Object.keys(workbookParts()))('is refused for a DOCTYPE in %s', (part) => {
    expect(codeOf({ [part]: doctype + (workbookParts()[part] ?? '') })).toBe('doctype');
  });

  it.each<[string, Parts]>([
    ['macro', { 'xl/vbaProject.bin': 'x' }],
    ['macro', { 'xl/macrosheets/sheet1.xml': '<a/>' }],
    [
      'macro',
      edited(
        '[Content_Types].xml',
        'openxmlformats-officedocument.spreadsheetml.sheet.main',
        'ms-excel.sheet.macroEnabled.main',
      ),
    ],
    ['macro', edited('[Content_Types].xml', 'application/xml', 'application/vnd.ms-office.vbaProject')],
    [
      'macro',
      {
        '[Content_Types].xml': typesXml(
          `<Default Extension="xml" ContentType="${MAIN.replace('sheet', 'sheet.macroEnabled')}"/>`,
        ),
      },
    ],
    ['macro', edited('xl/_rels/workbook.xml.rels', '/worksheet"', '/dialogsheet"')],
  ])('is refused as %s for %j', (code, changes) => {
    expect(codeOf(changes)).toBe(code);
  });

  it.each<[string, Parts]>([
    ['external-link', { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }],
    ['external-link', edited('xl/workbook.xml', '</sheets>', '</sheets><externalReferences/>')],
    [
      'external-link',
      {
        'xl/drawings/_rels/d.xml.rels': relationsXml(
          relation('r', 'image', 'http://example.org/', ' TargetMode="External"'),
        ),
      },
    ],
    [
      'external-link',
      edited('_rels/.rels', 'Target="xl/workbook.xml"', 'Target="file:///etc/hosts" TargetMode="External"'),
    ],
  ])('that names another file is refused as %s where no link is wanted: %j', (code, changes) => {
    expect(intakeCode(() => openWorkbook(handWorkbook(changes), '甲.xlsx', { ...INTAKE_LIMITS, links: false }))).toBe(
      code,
    );
  });

  it('may name other workbooks where links are wanted: none is opened, and the cells that lead there are named', () => {
    const workbook = openWorkbook(
      handWorkbook({
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/externalLinks/_rels/externalLink1.xml.rels': relationsXml(
          relation('r', 'externalLinkPath', 'file:///etc/hosts', ' TargetMode="External"'),
        ),
        'xl/worksheets/sheet1.xml': sheetXml(
          '<row r="1"><c r="A1"><f>[1]表!A1</f><v>7</v></c><c r="B1"><f>SUM(A1)</f><v>7</v></c><c r="C1"><f>\'[b.xlsx]表 1\'!$A$1*2</f><v>9</v></c><c r="D1"><f>"[x]"&amp;A1</f><v>1</v></c></row>',
        ),
      }),
      '甲.xlsx',
    );
    const sheet = workbook.readSheet('表');
    expect(sheet.linkedCells).toEqual([
      { row: 1, column: 1 },
      { row: 1, column: 3 },
    ]);
    expect(sheet.rows[0]?.cells.map((cell) => cell.kind === 'number' && cell.value)).toEqual([7, 7, 9, 1]);
    expect(workbook.remarks).toEqual([expect.stringContaining('引用了别的工作簿，没有打开它们')]);
    expect(openWorkbook(handWorkbook(), '甲.xlsx').remarks).toEqual([]);
  });

  it('may lack parts that nobody needs, and have bytes behind its end', () => {
    const relations = edited(
      '_rels/.rels',
      '</Relationships>',
      `${relation('r9', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
    );
    expect(
      openWorkbook(handWorkbook({ ...relations, 'docProps/custom.xml': null }), '甲.xlsx').customProperties.size,
    ).toBe(0);
    const followed = Buffer.concat([handWorkbook(), new Uint8Array(7)]);
    expect(openWorkbook(followed, '甲.xlsx').remarks).toEqual([expect.stringContaining('末尾多出 7 个字节')]);
  });

  it.each<[keyof typeof INTAKE_LIMITS, number, Parts]>([
    ['fileBytes', handWorkbook().length, {}],
    ['entries', 7, {}],
    ['sheets', 1, {}],
    ['rows', 1, {}],
    ['cells', 3, {}],
    ['sharedStrings', 1, {}],
    ['styles', 3, {}],
    [
      'definedNames',
      1,
      edited(
        'xl/workbook.xml',
        '</sheets>',
        '</sheets><definedNames><definedName name="a">1</definedName></definedNames>',
      ),
    ],
    [
      'merges',
      1,
      edited(
        'xl/worksheets/sheet1.xml',
        '</sheetData>',
        '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      ),
    ],
  ])('is refused above the limit of %s, %d', (limit, most, changes) => {
    const read = (value: number) => () =>
      openWorkbook(handWorkbook(changes), '甲.xlsx', { ...INTAKE_LIMITS, [limit]: value }).readSheet('表');
    expect(intakeCode(read(most))).toBeUndefined();
    expect(intakeCode(read(most - 1))).toMatch(/^too-/);
  });

  it('is refused above the limit of custom properties', () => {
    const changes = {
      '_rels/.rels': relationsXml(
        relation('rId1', 'officeDocument', 'xl/workbook.xml'),
        relation('rId2', 'custom-properties', 'docProps/custom.xml'),
      ),
      'docProps/custom.xml': '<Properties><property name="a"/><property name="b"/></Properties>',
    };
    const read = (properties: number) => () =>
      openWorkbook(handWorkbook(changes), '甲.xlsx', { ...INTAKE_LIMITS, properties });
    expect(intakeCode(read(2))).toBeUndefined();
    expect(intakeCode(read(1))).toBe('too-large');
    expect(
      codeOf({
        ...changes,
        'docProps/custom.xml': '<Properties><property name="a"/><property name="a"/></Properties>',
      }),
    ).toBe('damaged');
  });
});

describe('a sheet that is damaged', () => {
  const part = 'xl/worksheets/sheet1.xml';
  const sound = String(workbookParts()[part]);
  const messageOf = (bytes: Uint8Array): string | null => {
    try {
      openWorkbook(bytes, '甲.xlsx').readSheet('表');
      return null;
    } catch (error) {
      return error instanceof IntakeError ? error.message : String(error);
    }
  };

  it('is named as people know it, with what to do; its part stands in brackets', () => {
    const cut = Array.from({ length: sound.length - 1 }, (_, at) => sound.slice(0, at + 1));
    const twice = cut.map((start) => start + sound);
    const messages = [...cut, ...twice].flatMap((text) => messageOf(handWorkbook({ [part]: text })) ?? []);
    expect(messages.length).toBeGreaterThan(cut.length);
    for (const message of messages) {
      expect(message).toMatch(
        /^文件“甲\.xlsx”的工作表“表”已损坏（部件 xl\/worksheets\/sheet1\.xml：[^（）]+），请用 Excel 或 WPS 打开，[^。]+请发来文件的人重新发送。$/,
      );
    }
  });

  it('is named where its checksum is wrong, and no sheet where it is what all of them share', () => {
    const { [part]: own, ...others } = workbookParts();
    const wrong = zipParts(others, [{ name: part, data: String(own), crc: 1 }]);
    expect(messageOf(wrong)).toContain(
      '文件“甲.xlsx”的工作表“表”的内容已损坏（校验和不符，部件 xl/worksheets/sheet1.xml），',
    );
    expect(messageOf(handWorkbook({ 'xl/sharedStrings.xml': '<sst><si>' }))).toContain(
      '文件“甲.xlsx”已损坏（部件 xl/sharedStrings.xml：',
    );
  });
});
