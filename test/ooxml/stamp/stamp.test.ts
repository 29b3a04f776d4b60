import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { arrange, openTemplate, stampWorkbook, type PageRequest } from '../../../ooxml/stamp/stamp.ts';
import { ZipReader } from '../../../ooxml/zip/zip-reader.ts';
import { missing } from '../../support/tools.ts';
import { makeFixture, PIXEL, SHEET } from './stamp-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const values = (entries: Record<string, string | number>): ReadonlyMap<string, string | number> =>
  new Map(Object.entries(entries));
const page = (name: string, more: Record<string, string | number> = {}): PageRequest => ({
  sheet: '表样',
  name,
  values: values({ 姓名: name, 人数: 12, 备注: '无', ...more }),
});
const stampFixture = (...pages: PageRequest[]): Uint8Array =>
  stampWorkbook(openTemplate(makeFixture(), '表样.xlsx'), pages);

const decoder = new TextDecoder();
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = new ZipReader(bytes, 'stamped.xlsx', INTAKE_LIMITS);
  return new Map(zip.names().map((name) => [name, decoder.decode(zip.read(name))]));
}
function partOf(bytes: Uint8Array, name: string): string {
  const text = partsOf(bytes).get(name);
  if (text === undefined) throw new Error(`no part ${name}`);
  return text;
}
const withCell = (cell: string): Uint8Array =>
  makeFixture({ 'xl/worksheets/sheet1.xml': SHEET.replace('<c r="A5" s="2"/>', cell) });

describe('opening a template', () => {
  it('lists the placeholders of each sheet, those of headers and shapes too', () => {
    const template = openTemplate(makeFixture(), '表样.xlsx');
    expect(template.sheets.map((sheet) => [sheet.name, sheet.placeholders])).toEqual([
      ['表样', ['姓名', '人数', '备注']],
      ['续页', ['姓名']],
    ]);
    expect(template.faults).toEqual([]);
  });

  it.each([
    ['{{姓名', '没有写完整'],
    ['{{ }}', '没有写完整'],
    ['姓名}}', '没有写完整'],
    ['｛｛姓名｝｝', '全角'],
  ])('reports the broken placeholder %s with its cell, and refuses to stamp', (text, reason) => {
    const bytes = withCell(`<c r="A5" t="inlineStr"><is><t>${text}</t></is></c>`);
    const template = openTemplate(bytes, '表样.xlsx');
    expect(template.faults).toHaveLength(1);
    expect(template.faults[0]).toContain('A5');
    expect(template.faults[0]).toContain(reason);
    expect(() => stampWorkbook(template, [page('甲')])).toThrow(reason);
  });

  it('reports a placeholder inside a formula', () => {
    const template = openTemplate(withCell('<c r="A5"><f>"{{姓名}}"</f></c>'), '表样.xlsx');
    expect(template.faults[0]).toContain('公式');
  });

  it('refuses a template with a table in one sentence', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
    const bytes = makeFixture({ 'xl/worksheets/_rels/sheet1.xml.rels': rels, 'xl/tables/table1.xml': '<table/>' });
    expect(() => openTemplate(bytes, '表样.xlsx')).toThrow('转换为普通区域');
  });
});

describe('stamping', () => {
  it('gives the same bytes for the same input, also after other work with the template', () => {
    const template = openTemplate(makeFixture(), '表样.xlsx');
    const first = stampWorkbook(template, [page('甲')]);
    stampWorkbook(template, [page('乙', { 备注: '长'.repeat(60) }), page('丙')]);
    expect(stampWorkbook(template, [page('甲')])).toEqual(first);
  });

  it('replaces only the texts: every other character of the sheet stays', () => {
    const xml = partOf(stampFixture(page('甲'), page('乙')), 'xl/worksheets/sheet1.xml');
    const cells = (text: string): string =>
      text
        .replace(/<c r="(B1|B2|A3|B5)"[\s\S]*?<\/c>/g, '<$1>')
        .replace(/<oddHeader>.*<\/oddHeader>/, '')
        .replace(/<v>(99|7)<\/v>/g, '')
        .replaceAll("'甲'!", '表样!')
        .replaceAll("'表样'!", '表样!')
        .replaceAll('&quot;', '"')
        .replace(' tabSelected="1"', '');
    expect(cells(xml)).toBe(cells(SHEET));
    expect(xml).toContain(' tabSelected="1"');
    expect(partOf(stampFixture(page('甲'), page('乙')), 'xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
  });

  it('throws on a value that is missing, naming the placeholder', () => {
    const template = openTemplate(makeFixture(), '表样.xlsx');
    expect(() => stampWorkbook(template, [{ sheet: '表样', name: '甲', values: values({ 姓名: '甲' }) }])).toThrow(
      '{{人数}}',
    );
  });

  it('writes a number into a cell that is one placeholder, and text elsewhere', () => {
    const xml = partOf(stampFixture(page('甲', { 人数: 12.5 })), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<c r="B2" s="1"><v>12.5</v></c>');
    expect(xml).toContain('>12.5 人</t>');
  });

  it('refuses NaN, control characters, half characters and texts longer than a cell holds', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 'a\u0001b', '\ud800', '\uffff']) {
      expect(() => stampFixture(page('甲', { 备注: bad }))).toThrow('备注');
    }
    // Two cells in one: the room for text is not what is tested, so the text is turned.
    const turned = partOf(makeFixture(), 'xl/styles.xml').replace('shrinkToFit="1"', 'textRotation="90"');
    const template = openTemplate(makeFixture({ 'xl/styles.xml': turned }), '表样.xlsx');
    expect(() => stampWorkbook(template, [page('甲', { 备注: '长'.repeat(32_767) })])).not.toThrow();
    expect(() => stampWorkbook(template, [page('甲', { 备注: '长'.repeat(32_768) })])).toThrow('32767');
  });

  it('keeps rich text: a placeholder over two runs takes the first one', () => {
    const xml = partOf(stampFixture(page('甲')), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<r><rPr><b/><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">兹有甲</t></r><r><rPr><sz val="11"/><rFont val="仿宋"/></rPr><t xml:space="preserve">同志共</t></r>',
    );
  });

  it('leaves no placeholder anywhere in the workbook', () => {
    for (const [name, text] of partsOf(stampFixture(page('甲')))) expect(text, name).not.toContain('{{');
  });

  it('leads formulas, validations, conditional formats, links and controls to the copy', () => {
    const parts = partsOf(stampFixture(page("O'甲&乙"), page('丙')));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain("<f>SUM('O''甲&amp;乙'!B2:B3)</f>");
    expect(xml).toContain('&quot;表样!&quot;');
    expect(xml).toContain("<formula>'O''甲&amp;乙'!$B$2&gt;10</formula>");
    expect(xml).toContain("<formula1>'O''甲&amp;乙'!$A$1:$A$3</formula1>");
    expect(xml).toContain(`location="'O''甲&amp;乙'!A5"`);
    expect(parts.get('xl/ctrlProps/ctrlProp2.xml')).toContain(`fmlaLink="'丙'!$C$7"`);
    const controls = [...parts].filter(([name, text]) => name.endsWith('.vml') && text.includes('FmlaLink'));
    expect(controls).toHaveLength(2);
    expect(controls[1]?.[1]).toContain("<x:FmlaLink>'丙'!$C$7</x:FmlaLink>");
    for (const [name, text] of parts) expect(text.replaceAll('&quot;表样!&quot;', ''), name).not.toContain('表样!');
  });

  it('re-issues defined names per copy and keeps those of no sheet', () => {
    const xml = partOf(stampFixture(page('甲'), page('乙')), 'xl/workbook.xml');
    expect(xml).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">\'乙\'!$A$1:$D$12</definedName>');
    expect(xml).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'甲\'!$1:$1</definedName>');
    expect(xml).toContain('<definedName name="人数格" localSheetId="0">\'甲\'!$B$2</definedName>');
    expect(xml).toContain('<definedName name="上限">100</definedName>');
  });

  it('gives each copy its own drawings with shape numbers of its own, and shares the picture', () => {
    const bytes = stampFixture(page('甲'), page('乙'));
    const parts = partsOf(bytes);
    const ids = [...parts]
      .filter(([name]) => name.endsWith('.vml'))
      .flatMap(([, text]) => text.match(/_x0000_s\d+/g) ?? []);
    expect(new Set(ids).size).toBe(4);
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(/shapeId="(2049|3073)"/);
    expect([...parts.keys()].filter((name) => name.startsWith('xl/media/'))).toEqual(['xl/media/image1.png']);
    expect(new ZipReader(bytes, 'x', INTAKE_LIMITS).read('xl/media/image1.png')).toEqual(PIXEL);
    expect(parts.get('xl/drawings/drawing2.xml')).toContain('框内乙');
  });

  it('resolves a formula to the one page of another sheet, and refuses when there are two', () => {
    const template = openTemplate(makeFixture(), '表样.xlsx');
    const second = { sheet: '续页', name: '续', values: values({ 姓名: '甲' }) };
    expect(partOf(stampWorkbook(template, [page('甲'), second]), 'xl/worksheets/sheet2.xml')).toContain(
      "<x:f>'甲'!B2</x:f>",
    );
    expect(() => stampWorkbook(template, [page('甲'), page('乙'), second])).toThrow('2 pages');
  });

  it('makes sheet names legal and unique', () => {
    const names = ["'a/b'", 'A_B', '长'.repeat(40), '长'.repeat(41), '', 'History'];
    const xml = partOf(stampFixture(...names.map((name) => page(name || '空', { 姓名: '甲' }))), 'xl/workbook.xml');
    const made = [...xml.matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1]);
    expect(made).toEqual(['a_b', 'A_B(2)', '长'.repeat(31), `${'长'.repeat(28)}(2)`, '空', 'History(2)']);
  });

  it('keeps no name of a person or folder and no time', () => {
    const all = [...partsOf(stampFixture(page('甲'))).values()].join('');
    expect(all).not.toContain('某个人');
    expect(all).not.toContain('Users');
    expect(all).not.toMatch(/20\d\d-\d\d-\d\dT/);
  });

  it('carries custom properties beside those of the template', () => {
    const template = openTemplate(makeFixture(), '表样.xlsx');
    const bytes = stampWorkbook(template, [page('甲')], { properties: { 单位编号: 'P<0001' } });
    const xml = partOf(bytes, 'docProps/custom.xml');
    expect(xml).toContain('pid="2" name="版本"><vt:i4>3</vt:i4>');
    expect(xml).toContain('pid="3" name="单位编号"><vt:lpwstr>P&lt;0001</vt:lpwstr>');
  });

  it('drops stale results of formulas unless told that they hold', () => {
    const stamped = partOf(stampFixture(page('甲')), 'xl/worksheets/sheet1.xml');
    expect(stamped).toContain('<f>B2*2</f></c>');
    const template = openTemplate(makeFixture(), '表样.xlsx', { keepResults: true });
    expect(partOf(stampWorkbook(template, [page('甲')]), 'xl/worksheets/sheet1.xml')).toContain('<f>B2*2</f><v>99</v>');
  });

  it('marks a page with a word in the header and in the sheet name', () => {
    const mark = { kind: 'word', text: '草稿', label: '草稿' } as const;
    const bytes = stampFixture({ ...page('甲'), mark }, page('乙'));
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<oddHeader>[^<]*甲[^<]*草稿<\/oddHeader>/);
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('草稿');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('name="草稿-甲"');
  });

  it('prints a page’s own sentence in the header, small and red, and its label before the sheet name', () => {
    const sentence = { kind: 'sentence', label: '未定稿' } as const;
    const bytes = stampFixture(
      { ...page('甲'), mark: { ...sentence, text: '未定稿：第 16 行 <&>' } },
      { ...page('乙'), mark: { ...sentence, text: '第 17 行' } },
      page('丙'),
    );
    const header =
      /<oddHeader>[^<]*甲[^<]*&amp;"宋体,Bold"&amp;9&amp;KFF0000未定稿：第 16 行 &lt;&amp;&amp;&gt;<\/oddHeader>/;
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml').replaceAll('&quot;', '"')).toMatch(header);
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('KFF0000第 17 行</oddHeader>');
    expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).not.toContain('KFF0000');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('name="未定稿-甲"');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('name="丙"');
  });

  it('prints a page’s note in the same place, small and black, under its own sheet name', () => {
    const bytes = stampFixture(
      { ...page('甲'), mark: { kind: 'note', text: '按决定' } },
      { ...page('乙'), mark: { kind: 'sentence', text: '第 17 行', label: '未定稿' } },
    );
    const sheet = (number: number) => partOf(bytes, `xl/worksheets/sheet${number}.xml`).replaceAll('&quot;', '"');
    expect(sheet(1)).toMatch(/<oddHeader>[^<]*甲[^<]*&amp;"宋体,常规"&amp;9按决定<\/oddHeader>/);
    expect(sheet(1)).not.toContain('KFF0000');
    expect(sheet(2)).toContain('KFF0000第 17 行</oddHeader>');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('name="甲"');
  });

  it('keeps a number apart from a size code in a header, doubles &, and refuses more than 255 characters', () => {
    const header = (name: string): string =>
      /<oddHeader>(.*)<\/oddHeader>/.exec(
        partOf(stampFixture(page('甲', { 姓名: name })), 'xl/worksheets/sheet1.xml'),
      )?.[1] ?? '';
    expect(header('8号')).toContain('&amp;12 8号');
    expect(header('A&B')).toContain('&amp;12A&amp;&amp;B');
    expect(() => stampFixture(page('甲', { 姓名: '名'.repeat(255), 备注: '' }))).toThrow(/255|太长/);
  });
});

describe('long texts', () => {
  it('shrinks and wraps, keeping the rest of the style, and refuses what was not arranged and cannot fit', () => {
    const template = openTemplate(makeFixture(), '表样.xlsx');
    const of = (length: number) => values({ 姓名: '甲', 人数: 1, 备注: '长'.repeat(length) });
    const lengths = Array.from({ length: 400 }, (_, each) => each);
    const most = lengths.findLast((length) => arrange(template, '表样', of(length)).continued.length === 0) ?? 0;
    const [fitting, oneMore] = [of(most), of(most + 1)];
    expect(() => stampWorkbook(template, [{ sheet: '表样', name: '甲', values: oneMore }])).toThrow('删去约 1 个字');
    const bytes = stampWorkbook(template, [{ sheet: '表样', name: '甲', values: fitting }]);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="B5" s="3" t="inlineStr">');
    expect(partOf(bytes, 'xl/styles.xml')).toContain(
      'applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1"/><protection locked="0"/></xf></cellXfs>',
    );
  });
});

const TRICKY = ['=1+1', "'单引号", ' 前后空格 ', '多\n行', '<b>&amp;"', '_x0041_', '１２３', '𠮷野家', '@SUM(A1)', ''];

describe.skipIf(missing('openpyxl'))('read back by openpyxl', () => {
  it('has exactly the values that were given', () => {
    const file = join(folder, 'tricky.xlsx');
    const wide = SHEET.replace('<col min="2" max="2" width="30"', '<col min="2" max="2" width="90"');
    const template = openTemplate(makeFixture({ 'xl/worksheets/sheet1.xml': wide }), '表样.xlsx');
    writeFileSync(
      file,
      stampWorkbook(
        template,
        TRICKY.map((text, index) => page(`页${index}`, { 备注: text })),
      ),
    );
    const script =
      'import sys,json,openpyxl;wb=openpyxl.load_workbook(sys.argv[1]);print(json.dumps([[ws["B5"].value,ws["B5"].data_type,ws["B2"].value,ws["A3"].value] for ws in wb]))';
    const read: unknown = JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, file], { encoding: 'utf8' }));
    // openpyxl 3.0 shows the escaped form of `_x0041_`, as it stands in the file.
    const expected = TRICKY.map((text, index) => [
      text === '' ? null : text.replace('_x0041_', '_x005F_x0041_'),
      text === '' ? 'n' : 's',
      12,
      `兹有页${index}同志共12 人`,
    ]);
    expect(read).toEqual(expected);
  });
});

describe.skipIf(missing('soffice'))('opened by LibreOffice', () => {
  it('shows the values and computes the formulas of each copy', () => {
    const file = join(folder, 'lo.xlsx');
    writeFileSync(file, stampFixture(page('甲', { 人数: 21, 备注: '=1+1' }), page('乙', { 人数: 4, 备注: '_x0041_' })));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    execFileSync('soffice', [profile, '--headless', '--convert-to', csv, '--outdir', folder, file], { stdio: 'pipe' });
    const read = (sheet: string): string[] =>
      readFileSync(join(folder, `lo-${sheet}.csv`), 'utf8')
        .trim()
        .split('\n');
    expect(read('甲')).toEqual(['姓名,甲,', '人数,21,42', '兹有甲同志共21 人,,', '21,42表样!,', ',=1+1,']);
    expect(read('乙')[4]).toBe(',_x0041_,');
    expect(read('乙')[1]).toBe('人数,4,8');
  }, 60_000);
});
