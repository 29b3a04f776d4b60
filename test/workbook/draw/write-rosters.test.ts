import { beforeAll, describe, expect, it } from 'vitest';
import { listRosters } from '../../../rules/roster.ts';
import { writeRosters } from '../../../workbook/draw/write-rosters.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';
import { readValues, recalculate, toPdfPages, type CellValues } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts, withoutCreated } from '../../support/unpack.ts';

let sample: CheckedSample;
let bytes: Uint8Array;
let values: CellValues;

beforeAll(async () => {
  sample = await checkSample();
  bytes = await writeRosters(sample.scheme, listRosters(sample.check), [], new Map());
  values = await readValues(bytes);
});

/** The rows from row 3, as the values in columns A to G that are not blank. */
function readRows(sheet: string): string[][] {
  const cells = values.get(sheet) ?? new Map<string, string | number | boolean>();
  const rows: string[][] = [];
  for (let row = 3; cells.has(`A${row}`); row += 1) {
    rows.push(
      Array.from('ABCDEFG').flatMap((letter) => {
        const value = cells.get(`${letter}${row}`);
        return value === undefined ? [] : [String(value)];
      }),
    );
  }
  return rows;
}

describe('writeRosters', () => {
  it('lists the 299 collectives, units before departments, under continuous numbers', () => {
    const [headings, ...rows] = readRows('先进集体');
    expect(headings).toEqual(['序号', '行业序列', '奖项', '单位全称', '受奖集体']);
    expect(rows.filter((row) => row.length === 1)).toEqual([['先进单位（214 个）'], ['先进保卫部门（85 个）']]);
    const entries = rows.filter((row) => row.length > 1);
    expect(entries.map(([number]) => Number(number))).toEqual(Array.from({ length: 299 }, (_, index) => index + 1));
    expect(rows.indexOf(rows.find(([text]) => text === '先进保卫部门（85 个）') ?? [])).toBe(215);
    expect(new Set(entries.slice(0, 214).map((row) => row[4]))).toEqual(new Set(['本单位']));
    expect(entries.slice(214).every((row) => row[4] !== '本单位' && row.length === 5)).toBe(true);
  });

  it('lists the 290 persons, heads before cadres, with sex, unit and position', () => {
    const [headings, ...rows] = readRows('先进个人');
    expect(headings).toEqual(['序号', '行业序列', '奖项', '姓名', '性别', '单位全称', '职务全称']);
    expect(rows.filter((row) => row.length === 1)).toEqual([['先进治安责任人（129 人）'], ['先进保卫干部（161 人）']]);
    const entries = rows.filter((row) => row.length > 1);
    expect(entries).toHaveLength(290);
    const bySample = new Set(
      sample.roster.nominees.map(({ award, name, sex, unitName, position }) =>
        [award, name, sex, unitName, position].join('|'),
      ),
    );
    expect(entries.every((row) => row.length === 7 && bySample.has(row.slice(2).join('|')))).toBe(true);
  });

  it('follows the sequence of the staff within each award', () => {
    for (const sheet of ['先进集体', '先进个人']) {
      const entries = readRows(sheet)
        .slice(1)
        .filter((row) => row.length > 1);
      for (const award of sample.scheme.awards) {
        const ranks = entries
          .filter((row) => row[2] === award.name)
          .map((row) => sample.roster.sequence.indexOf(row[1] ?? ''));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(ranks).not.toContain(-1);
      }
    }
  });

  it('holds no ID number, telephone, month of birth or address', () => {
    const secrets = sample.roster.nominees.flatMap(({ idNumber, birthMonth, facts }) => [
      idNumber,
      birthMonth,
      String(facts.get('联系电话') ?? ''),
      String(facts.get('单位地址') ?? ''),
    ]);
    const known = [...new Set(secrets)].filter((each) => each !== '');
    expect(known.length).toBeGreaterThan(1000);
    for (const text of [...unpackTexts(bytes).values()].map(withoutCreated))
      expect(known.filter((each) => text.includes(each))).toEqual([]);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the rosters in LibreOffice', () => {
  it('keep every value', async () => {
    expect(await recalculate(bytes)).toEqual(values);
  });

  it('repeat title and headings on each page, and have no empty page', async () => {
    const pages = await toPdfPages(bytes);
    for (const page of pages) expect(page).toMatch(/先进(集体|个人)名册[^]*序号 +行业序列 +奖项/);
    const numbers = pages.map((page) => page.split('\n').filter((line) => /^\s*\d+\s.*先进/.test(line)).length);
    expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(589);
  });
});
