/** The workbooks that go out to the districts, of every scheme that has some: whole, right, and read back by the roster's own reading. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { planOutgoing, type OutgoingList, type OutgoingPlan } from '../../../rules/outgoing.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import { readTable } from '../../../workbook/intake/table.ts';
import { OUTGOING_FUNCTIONS } from '../../../workbook/outgoing/outgoing-formulas.ts';
import { writeOutgoing } from '../../../workbook/outgoing/write-outgoing.ts';
import { sampleScheme, SIXTH, type SchemeSample } from '../../support/scheme-sample.ts';
import { listSchemeIds, findScheme, TEMPLATES_FOLDER } from '../../support/templates.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';
import { validateXlsx } from '../../support/validate-xlsx.ts';

const SHANGHAI = { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER };
/** What is filled in by others than the district, by the schemes' own words: given, following from the unit, or registered on receipt. */
const LOCKED_HEADINGS = new Set(['申报编号', '单位编号', '单位名称', '收到日期', '事迹材料']);

it('is held of every scheme that has districts', async () => {
  const ids = await listSchemeIds();
  const schemes = await Promise.all(ids.map((id) => findScheme(id)));
  expect(schemes.filter(({ districts }) => districts.length > 0).map(({ id }) => id)).toEqual([SHANGHAI.id]);
});

describe.each([SHANGHAI, SIXTH])('of $id', ({ id, folder }) => {
  let sample: SchemeSample;
  let plan: OutgoingPlan;
  const written = new Map<string, Uint8Array>();
  const bytesOf = (list: OutgoingList) => written.get(list.district.name) ?? new Uint8Array();

  beforeAll(async () => {
    sample = await sampleScheme({ id, folder });
    plan = planOutgoing(sample.check);
    for (const list of plan.lists) written.set(list.district.name, await writeOutgoing(list));
  }, 60_000);

  it('there is one for each district with places, with rows for all of them and some to spare', () => {
    const { scheme, check } = sample;
    const withPlaces = scheme.districts.filter(({ name }) =>
      check.quota?.rows.some(
        (row) => row.district.name === name && [...row.cells.values()].some((cell) => cell.places > 0),
      ),
    );
    expect(plan.lists.map(({ district }) => district)).toEqual(withPlaces);
    for (const { places, rows } of plan.lists) {
      const all = places.reduce((sum, each) => sum + each.places, 0);
      expect(rows.length).toBeGreaterThanOrEqual(all + 5);
    }
  });

  it('no unit and no number is in two of them, and each nomination of the roster is in one', () => {
    const units = plan.lists.flatMap((list) => list.units.map(({ unit }) => unit));
    expect(new Set(units).size).toBe(units.length);
    expect(units).toHaveLength(sample.roster.memberUnits.length);
    const numbers = plan.lists.flatMap(({ rows }) => rows.map(({ application }) => application));
    expect(new Set(numbers).size).toBe(numbers.length);
    const filled = plan.lists.flatMap(({ rows }) => rows.flatMap((row) => row.filled ?? []));
    expect(filled).toHaveLength(sample.roster.nominees.length);
    expect([plan.leftOutUnits, plan.leftOutNominees, plan.unnumbered]).toEqual([[], [], []]);
  });

  it('the sheet 推荐名单 is read as one of the roster, and gives the rows that went in', () => {
    const columns = columnsOf('nominees', sample.scheme);
    const found = plan.lists.flatMap((list) => {
      const content = openWorkbook(bytesOf(list), `${list.district.name}.xlsx`).readSheet('推荐名单');
      const table = readTable(content, columns);
      expect([...table.columns.keys()]).toEqual(columns.map(({ heading }) => heading));
      expect([table.problems, table.notes]).toEqual([[], []]);
      return table.rows.map(({ facts }) => [...facts]);
    });
    const order = new Map(sample.scheme.districts.map(({ name }, index) => [name, index]));
    const districtOf = new Map(
      sample.roster.memberUnits.map(({ number, district }) => [number, order.get(district) ?? 0]),
    );
    const wanted = [...sample.roster.nominees]
      .sort((a, b) => (districtOf.get(a.unitNumber) ?? 0) - (districtOf.get(b.unitNumber) ?? 0))
      .map(({ facts }) => [...facts]);
    expect(found).toEqual(wanted);
    expect(found.length).toBeGreaterThan(20);
  });

  it('says inside of which scheme, edition and district it is', () => {
    const blanks = plan.lists.map((list) => {
      const { customProperties } = openWorkbook(bytesOf(list), 'a.xlsx');
      expect(customProperties.get('pingyou.scheme')).toBe(sample.scheme.id);
      expect(customProperties.get('pingyou.edition')).toBe(sample.scheme.edition);
      expect(customProperties.get('pingyou.district')).toBe(list.district.name);
      return customProperties.get('pingyou.blank') ?? '';
    });
    expect(new Set(blanks).size).toBe(plan.lists.length);
    for (const blank of blanks) expect(blank).toMatch(/^[0-9a-f]{64}$/);
  });

  it('locks everything but what is to be filled in', async () => {
    const [list] = plan.lists;
    if (!list) throw new TypeError('no list');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytesOf(list).slice().buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '填写说明',
      '推荐名单',
      '备案名册',
      '单位查询',
      '选项',
    ]);
    for (const [name, xml] of unpackTexts(bytesOf(list))) {
      if (name.startsWith('xl/worksheets/sheet')) expect(xml).toContain('<sheetProtection sheet="1"');
    }
    const open = new Map<string, string[]>();
    for (const sheet of workbook.worksheets) {
      const cells: string[] = [];
      sheet.eachRow({ includeEmpty: true }, (row) => {
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.style.protection?.locked === false && cell.master === cell) cells.push(cell.address);
        });
      });
      open.set(sheet.name, cells.sort());
    }
    // A day that staff type there goes back to the district as it was typed, not as a number.
    const front = workbook.getWorksheet('填写说明');
    const formats = open.get('填写说明')?.map((address) => front?.getCell(address).numFmt) ?? [];
    expect(formats.length).toBeGreaterThan(0);
    expect(new Set(formats)).toEqual(new Set(['@']));
    const nominees = workbook.getWorksheet('推荐名单');
    const inputs: string[] = [];
    nominees?.getRow(2).eachCell((heading, column) => {
      if (heading.text === '提示' || LOCKED_HEADINGS.has(heading.text)) return;
      for (const index of list.rows.keys()) inputs.push(nominees.getCell(3 + index, column).address);
    });
    expect(open.get('推荐名单')).toEqual(inputs.sort());
    expect(inputs.length).toBe(
      list.rows.length * (nominees?.getRow(2).actualCellCount ?? 0) - list.rows.length * countLocked(nominees),
    );
    const guide = workbook.getWorksheet('填写说明');
    const labels = (open.get('填写说明') ?? []).map((address) => guide?.getCell(address.replace('B', 'A')).text);
    expect(labels.sort()).toEqual(['报送邮箱或地址', '联系人', '联系电话'].sort());
    for (const name of ['备案名册', '单位查询', '选项']) expect([name, open.get(name)]).toEqual([name, []]);
    expect(workbook.getWorksheet('选项')?.state).toBe('hidden');
  });

  it('computes with nothing but the functions of the list, all of which it uses, in formulas that old programs take', () => {
    const used = new Set<string>();
    let count = 0;
    for (const list of plan.lists) {
      for (const [name, xml] of unpackTexts(bytesOf(list))) {
        if (!name.startsWith('xl/worksheets/')) continue;
        for (const [, escaped = ''] of xml.matchAll(/<f>([^<]*)<\/f>/g)) {
          count += 1;
          const formula = escaped
            .replaceAll('&quot;', '"')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&');
          expect(formula.length).toBeLessThan(8192);
          const texts = formula.match(/"(?:[^"]|"")*"/g) ?? [];
          for (const each of texts) expect(each.length).toBeLessThan(258);
          for (const [, each = ''] of formula
            .replaceAll(/"(?:[^"]|"")*"|'[^']*'/g, '""')
            .matchAll(/([A-Z][A-Z0-9.]*)\(/g))
            used.add(each);
        }
      }
    }
    expect(count).toBeGreaterThan(100);
    for (const each of used) expect(OUTGOING_FUNCTIONS).toContain(each);
    unused.forEach((each) => used.has(each) && unused.delete(each));
  });

  it.skipIf(missing('lxml'))(
    'breaks no schema of the format',
    () => {
      const at = mkdtempSync(join(tmpdir(), 'outgoing-'));
      try {
        const files = plan.lists.map((list, index) => {
          const file = join(at, `${index}.xlsx`);
          writeFileSync(file, bytesOf(list));
          return file;
        });
        const reports = validateXlsx(files);
        for (const file of files) {
          expect(reports[file]?.violations).toEqual([]);
          expect(reports[file]?.checked).toBeGreaterThan(8);
        }
      } finally {
        rmSync(at, { recursive: true, force: true });
      }
    },
    60_000,
  );
});

/** Functions that no scheme has used yet. */
const unused = new Set<string>(OUTGOING_FUNCTIONS);

it('lists no function that no scheme needs', () => {
  expect([...unused]).toEqual([]);
});

function countLocked(sheet: ExcelJS.Worksheet | undefined): number {
  let count = 0;
  sheet?.getRow(2).eachCell(({ text }) => {
    if (text === '提示' || LOCKED_HEADINGS.has(text)) count += 1;
  });
  return count;
}
