/** Long texts on a page: height before size, nine points before a page behind, and every character somewhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrange, openTemplate, stampWorkbook, type PageRequest, type Template } from '../../../ooxml/stamp/stamp.ts';
import { fitText } from '../../../ooxml/stamp/fit-text.ts';
import { toPdfPages } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { TEMPLATES_FOLDER } from '../../support/templates.ts';
import { unpackTexts } from '../../support/unpack.ts';

const FORMS: readonly (readonly [scheme: string, workbook: string, sheet: string])[] = [
  ['shanghai-security-2024', 'approval-forms.xlsx', '附件4'],
  ['shanghai-security-2024', 'approval-forms.xlsx', '附件7'],
  ['inner-mongolia-2021-2022', 'application.xlsx', '申报表'],
  ['xinjiang-fire-2021', 'recommendation-forms.xlsx', '先进集体'],
];
const DEEDS = '主要事迹';
const SENTENCE = '全年排查隐患三十二起，当场整改三十起，挂牌督办两起，均按期办结；组织演练十二次，参加八百余人次。';
const account = (length: number) => SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);

const partOf = (bytes: Uint8Array, name: string) => unpackTexts(bytes).get(name) ?? '';

function open(scheme: string, workbook: string): Template {
  return openTemplate(readFileSync(join(TEMPLATES_FOLDER, scheme, 'forms', workbook)), workbook);
}

function valuesOf(template: Template, sheet: string, given: Readonly<Record<string, string>>): Map<string, string> {
  const { placeholders = [] } = template.sheets.find(({ name }) => name === sheet) ?? {};
  return new Map(placeholders.map((name) => [name, given[name] ?? '短']));
}

describe.each(FORMS)('%s %s %s', (scheme, workbook, sheet) => {
  const template = open(scheme, workbook);
  const found = template.sheets.find(({ name }) => name === sheet);
  const cell = found?.cells.find(({ runs }) => JSON.stringify(runs).includes(DEEDS));
  if (!found || !cell?.box) throw new Error('no account');
  const { box } = cell;
  const look = (length: number) => {
    const { values, heights, continued, overflow } = arrange(
      template,
      sheet,
      valuesOf(template, sheet, { [DEEDS]: account(length) }),
    );
    const height = box.height + (heights.get(box.lastRow) ?? box.height) - (found.room.heights.get(box.lastRow) ?? 0);
    const text = String(values.get(DEEDS));
    const grown = { ...box, height: heights.has(box.lastRow) ? height : box.height };
    const fit = fitText(text, grown);
    return { text, heights, continued, overflow, grown, size: 'fontSize' in fit ? fit.fontSize : 0 };
  };
  const lengths = Array.from({ length: 60 }, (_, step) => 20 * (step + 1));

  it('keeps every character, none under nine points, and asks for a page only where nine points do not fit', () => {
    const roomiest = { ...box, height: box.height + found.room.free + sum(found.room.spare.values()) };
    for (const length of lengths) {
      const { text, continued, overflow, size } = look(length);
      expect(overflow).toEqual([]);
      expect(size).toBeGreaterThanOrEqual(9);
      const fits = fitText(account(length), roomiest);
      expect(continued.length > 0).toBe(!('fontSize' in fits && fits.fontSize >= 9));
      expect(text.replace(/（续见附页）$/, '') + (continued[0]?.rest ?? '')).toBe(account(length));
      expect(text.endsWith('（续见附页）')).toBe(continued.length > 0);
    }
  });

  it('takes height before the type shrinks, of blank rows to their least and of the page to its end', () => {
    const all = lengths.map(look);
    const first = all.findIndex(({ size }) => size < box.fontSize);
    const grows = all.findIndex(({ heights }) => heights.size > 0);
    expect(grows).toBeGreaterThanOrEqual(0);
    expect(grows).toBeLessThanOrEqual(first);
    for (const { heights } of all) {
      for (const [row, height] of heights) {
        const before = found.room.heights.get(row) ?? 0;
        if (found.room.spare.has(row)) expect(height).toBeGreaterThanOrEqual(44);
        else expect(height).toBeGreaterThan(before);
      }
      const more = [...heights].reduce((all, [row, height]) => all + height - (found.room.heights.get(row) ?? 0), 0);
      expect(more).toBeLessThanOrEqual(found.room.free);
    }
    // What never needs more is left as the template has it.
    expect(look(20).heights.size).toBe(0);
  });

  it('is cut where a character more would not have fitted', () => {
    const over = lengths.find((length) => look(length).continued.length > 0) ?? 0;
    let [fits, not] = [over - 20, over];
    while (not - fits > 1) {
      const middle = (fits + not) >> 1;
      if (look(middle).continued.length > 0) not = middle;
      else fits = middle;
    }
    expect(look(fits)).toMatchObject({ continued: [], text: account(fits), size: 9 });
    expect(look(not).continued).toHaveLength(1);
  });

  it.skipIf(missing('soffice', 'pdftotext'))(
    'prints one page, and one behind it only where it says so',
    async () => {
      const over = lengths.find((length) => look(length).continued.length > 0) ?? 0;
      const pages = [over - 200, over - 20, over, over + 400].map((length, at): PageRequest => {
        const { values, heights, continued } = arrange(
          template,
          sheet,
          valuesOf(template, sheet, { [DEEDS]: account(length) }),
        );
        const appendices = continued.map(({ rest }) => ({
          title: '附页',
          lines: ['某表', '某人'],
          text: rest,
          note: '注',
        }));
        return { sheet, name: `第${at}页`, values, heights, appendices };
      });
      const printed = await toPdfPages(stampWorkbook(template, pages));
      expect(printed.map((text) => /附页 第 \d/.test(text))).toEqual([false, false, false, true, false, true]);
      expect(printed.filter((text) => text.includes('续见附'))).toHaveLength(2);
    },
    120_000,
  );
});

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);

describe('a post', () => {
  const template = open('shanghai-security-2024', 'approval-forms.xlsx');
  const look = (post: string) => arrange(template, '附件7', valuesOf(template, '附件7', { 职务: post }));

  it('wraps in its box, and takes height only where it would become smaller than nine points', () => {
    expect(look('安全总监').heights.size).toBe(0);
    expect(look('党委委员、副总经理兼安全保卫部部长').heights.size).toBe(0);
    const long = look(
      '党委委员、副总经理兼安全保卫部部长、消防安全管理人、治安保卫委员会主任、工会副主席、机关第一支部书记',
    );
    expect(long.heights.get(5) ?? 0).toBeGreaterThan(41);
    expect([long.overflow, long.continued]).toEqual([[], []]);
  });

  it('too long for any height goes on as an account does', () => {
    const { continued, values } = look('安'.repeat(400));
    expect(continued).toMatchObject([{ placeholder: '职务' }]);
    expect(String(values.get('职务')).replace('（续见附页）', '') + (continued[0]?.rest ?? '')).toBe('安'.repeat(400));
  });
});

describe('sheets that no template has', () => {
  const template = open('shanghai-security-2024', 'approval-forms.xlsx');
  const values = valuesOf(template, '附件4', {});
  const index = { name: '目录', title: '目录', note: '说明', headings: ['序号', '工作表', '奖项'] };
  const many = Array.from({ length: 25 }, (_, at) => ({
    sheet: '附件4',
    name: `甲's ${at}`,
    values,
    listed: ['某奖'],
  }));

  it('the index leads to every page by its name, is shown first, and none of the others is selected', () => {
    const bytes = stampWorkbook(template, many, { index });
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    const names = [...partOf(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toHaveLength(26);
    const links = [...sheet.matchAll(/location="'([^"]*)'!A1"/g)].map(([, name]) => name?.replaceAll("''", "'"));
    expect(links).toEqual(names.slice(1));
    expect(sheet).toContain('tabSelected');
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
    expect(partOf(bytes, 'xl/workbook.xml')).not.toContain('activeTab');
  });

  it.skipIf(missing('soffice', 'pdftotext'))(
    'the index prints nothing',
    async () => {
      expect(await toPdfPages(stampWorkbook(template, many, { index }))).toHaveLength(many.length);
    },
    120_000,
  );

  it('a page behind holds all of a text, in rows that no program refuses', () => {
    const text = `${account(3000)}\n\n${'字'.repeat(2500)}\n尾`;
    const appendices = [{ title: '附页', lines: ['某表'], text, note: '注' }];
    const mark = { kind: 'word', text: '草稿', label: '草稿' } as const;
    const bytes = stampWorkbook(template, [{ sheet: '附件4', name: '甲', values, appendices, mark }]);
    const sheet = partOf(bytes, 'xl/worksheets/sheet2.xml');
    const texts = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, each]) => each ?? '');
    expect(texts.slice(2, -1).join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
    for (const [, height] of sheet.matchAll(/ ht="([\d.]+)"/g)) expect(Number(height)).toBeLessThanOrEqual(409);
    expect(sheet).toContain('KFF0000草稿');
  });

  it.skipIf(missing('lxml'))('pass the schemas of the format', async () => {
    const { validateXlsx } = await import('../../support/validate-xlsx.ts');
    const folder = mkdtempSync(join(tmpdir(), 'pingyou-drawn-'));
    const file = join(folder, 'a.xlsx');
    const appendices = [{ title: '附页', lines: ['某表'], text: account(3000), note: '注' }];
    writeFileSync(
      file,
      stampWorkbook(
        template,
        many.map((page) => ({ ...page, appendices })),
        { index },
      ),
    );
    const [report] = Object.values(validateXlsx([file]));
    rmSync(folder, { recursive: true });
    expect(report?.violations).toEqual([]);
  });
});
