import { beforeAll, describe, expect, it } from 'vitest';
import { listApplicationFiles, sortByUrgency, type ApplicationFile } from '../../../rules/application-file.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import { writeApplicationOverview } from '../../../workbook/draw/write-application-overview.ts';
import { readValues, recalculate, toPdfPages, type CellValues } from '../../support/libreoffice.ts';
import { AWARDS_2024, checkTables, sampleScheme, type SchemeSample } from '../../support/scheme-sample.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

let sample: SchemeSample;
let files: ApplicationFile[];
let bytes: Uint8Array;
let values: CellValues;

/** Half of the confirmations are gone, and materials are missing, faulty and not registered here and there. */
beforeAll(async () => {
  sample = await sampleScheme(AWARDS_2024, {
    change: ({ confirmations, materials }) => {
      confirmations.splice(0, confirmations.length, ...confirmations.filter((_, index) => index % 2 === 0));
      confirmations[3]?.set('确认人', null);
      materials.forEach((row, index) => {
        if (index % 50 === 0) row.set('情况', '缺');
        if (index % 70 === 1) row.set('情况', '不合要求');
        if (index % 30 === 2) row.set('情况', null);
      });
    },
  });
  files = listApplicationFiles(sample.check);
  bytes = await writeApplicationOverview(sample.scheme, files, []);
  values = await readValues(bytes);
});

function readSheet(name: string, columns: string, firstRow: number): string[][] {
  const cells = values.get(name) ?? new Map<string, string | number | boolean>();
  const rows: string[][] = [];
  for (let row = firstRow; cells.has(`A${row}`); row += 1) {
    rows.push(Array.from(columns, (letter) => String(cells.get(`${letter}${row}`) ?? '')));
  }
  return rows;
}

describe('the overview', () => {
  it('has a row for each application, whoever owes most first, with a telephone to call', () => {
    const [headings, ...rows] = readSheet('汇总', 'ABCDEFGHIJKLMN', 3);
    expect(headings).toEqual(
      '序号 申报编号 奖项 单位 姓名 联系电话 应交 已交 缺 不合要求 未登记 免交 待确认 缺什么'.split(' '),
    );
    const entries = rows.slice(0, -1);
    expect(entries).toHaveLength(300);
    expect(entries.map((row) => row[1])).toEqual(sortByUrgency(files).map(({ check }) => check.nominee.application));
    // Only what applicants bring counts as owed.
    const lacking = sample.tables.materials.filter((row) => ['缺', '不合要求'].includes(String(row.get('情况'))));
    const ours = /协会认定|协会查询/;
    const owed = entries.map(
      ([, application]) =>
        lacking.filter((row) => row.get('申报编号') === application && !ours.test(String(row.get('材料')))).length,
    );
    expect(owed[0]).toBeGreaterThan(0);
    expect(owed).toEqual(owed.toSorted((a, b) => b - a));
    expect(entries.every((row) => /^000-\d{8}$/.test(row[5] ?? ''))).toBe(true);
    expect(entries[0]?.[13]).toMatch(/^(缺|不合要求：)第 \d+ 项 /);
  });

  it('adds up to what the roster holds', () => {
    const sums = readSheet('汇总', 'ABCDEFGHIJKLMN', 3).at(-1);
    const count = (word: string | null) =>
      sample.tables.materials.filter((row) => (row.get('情况') ?? null) === word).length;
    const asked = sample.scheme.awards.map(({ name, conditions }) => {
      const nominees = sample.roster.nominees.filter(({ award }) => award === name).length;
      return nominees * conditions.filter(({ kind }) => kind === 'confirmation').length;
    });
    const all = asked.reduce((sum, each) => sum + each, 0);
    const signed = sample.tables.confirmations.filter((row) => row.get('确认人') !== null).length;
    expect(sums?.slice(6, 13).map(Number)).toEqual([
      sample.tables.materials.length,
      count('已交'),
      count('缺'),
      count('不合要求'),
      count(null),
      0,
      all - signed,
    ]);
    expect(sums?.[0]).toBe('合计');
  });

  it('holds no ID number', () => {
    const ids = sample.roster.nominees.map(({ idNumber }) => idNumber).filter((each) => each !== '');
    expect(ids.length).toBeGreaterThan(50);
    for (const text of unpackTexts(bytes).values()) expect(ids.filter((each) => text.includes(each))).toEqual([]);
  });
});

describe('the overview of a scheme without materials', () => {
  it('counts open questions alone', async () => {
    const { scheme, check } = await sampleScheme({ ...AWARDS_2024, id: 'xinjiang-fire-2021' });
    expect(scheme.materials).toBeNull();
    const sheets = await readValues(await writeApplicationOverview(scheme, listApplicationFiles(check), []));
    const cells = sheets.get('汇总');
    expect(cells?.get('A1')).toBe('人工确认汇总');
    expect(Array.from('ABCDEFGHI', (letter) => cells?.get(`${letter}3`))).toEqual([
      ...'序号 申报编号 奖项 单位 姓名 联系电话 待确认 缺什么'.split(' '),
      undefined,
    ]);
    expect([...sheets.keys()]).toEqual(['汇总', '待确认']);
  });
});

describe('the open questions', () => {
  it('stand under the headings of 人工确认, as rows of that sheet', () => {
    const [headings] = readSheet('待确认', 'ABCDEF', 1);
    expect(headings).toEqual(columnsOf('confirmations', sample.scheme).map(({ heading }) => heading));
  });

  it('answered and pasted below the rows of the roster, leave none open but the one that was begun', async () => {
    const [headings = [], ...rows] = readSheet('待确认', 'ABCDEF', 1);
    expect(rows.length).toBeGreaterThan(500);
    const answered = rows.map((row) => {
      const facts = new Map<string, string | boolean | null>(
        headings.map((heading, index) => [heading, row[index] || null]),
      );
      return facts.set('结论', true).set('确认人', '样例核').set('确认日期', '2024-11-18');
    });
    const tables = { ...sample.tables, confirmations: [...sample.tables.confirmations, ...answered] };
    const { check } = await checkTables(sample.scheme, tables);
    const confirmed = check.nominees.flatMap(({ reasons }) =>
      reasons.filter(({ condition }) => condition.kind === 'confirmation'),
    );
    expect(confirmed.filter(({ answer }) => answer !== 'yes').map(({ where }) => where.heading)).toEqual(['确认人']);
    expect(
      check.remarks.filter(({ where: [{ sheet }], severity }) => sheet === 'confirmations' && severity === 'violation'),
    ).toEqual([]);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the overview in LibreOffice', () => {
  it('computes the same sums, and repeats its headings on each page', async () => {
    expect(await recalculate(bytes)).toEqual(values);
    const pages = (await toPdfPages(bytes)).filter((page) => page.includes('联系电话'));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).toMatch(/序号 +申报编号 +奖项/);
  });
});
