import { beforeAll, describe, expect, test } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { findShanghai, type FullScheme } from '../support/full-scheme.ts';
import { makeSampleRoster, type SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';

/** 附件1 as printed: district, member units, 单位, 保卫部门, 责任人, 保卫干部; null is `-` among the members. */
const ANNEX_1 = [
  ['浦东', 650, 20, 8, 12, 13],
  ['黄浦', 297, 9, 4, 5, 6],
  ['徐汇', 236, 7, 3, 4, 5],
  ['长宁', 130, 4, 2, 2, 3],
  ['静安', 554, 17, 7, 10, 11],
  ['普陀', 758, 23, 9, 14, 15],
  ['虹口', 705, 21, 8, 13, 14],
  ['杨浦', 425, 13, 5, 8, 9],
  ['闵行', 300, 9, 4, 5, 6],
  ['宝山', 102, 3, 1, 2, 2],
  ['嘉定', 100, 3, 1, 2, 2],
  ['松江', 53, 2, 1, 1, 1],
  ['金山', 172, 5, 2, 3, 3],
  ['青浦', 90, 3, 1, 2, 2],
  ['奉贤', 129, 4, 2, 2, 3],
  ['崇明', 55, 2, 1, 1, 1],
  ['边港', 100, 3, 1, 2, 2],
  ['轨交', null, 1, 0, 1, 0],
  ['化工', null, 1, 0, 1, 0],
  ['机场', 36, 1, 0, 1, 0],
  ['内保处', 316, 63, 25, 38, 63],
] as const;

const AWARDS = ['先进单位', '先进保卫部门', '先进治安责任人', '先进保卫干部'];

let scheme: FullScheme;
let sample: SampleRoster;
beforeAll(async () => {
  scheme = await findShanghai();
  sample = makeSampleRoster(scheme, { seed: 7, flawed: false });
});

function column(sheet: keyof SampleRoster['tables'], heading: string): string[] {
  return sample.tables[sheet].map((row) => String(row.get(heading) ?? ''));
}

function count<T>(list: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

async function checkWritten(of: Scheme, { tables, remarks, looks, coverage }: SampleRoster) {
  const bytes = await writeMasterRoster(of, tables, remarks, { looks, coverage });
  return checkRoster(of, readMasterRoster(openWorkbook(bytes, '样例.xlsx'), of).roster);
}

describe('the sample fills the published table', () => {
  test('each district has the member units that 附件1 prints, and one where it prints none', () => {
    const members = count(column('memberUnits', '所属'));
    expect([...members]).toEqual(ANNEX_1.map(([district, printed]) => [district, printed ?? 1]));
    const printed = ANNEX_1.reduce((sum, [, each]) => sum + (each ?? 0), 0);
    expect(printed).toBe(5208);
    expect(sample.tables.memberUnits).toHaveLength(printed + 2);
  });

  test('each district has as many nominees of each award as 附件1 has places', () => {
    const districtOf = new Map(sample.tables.memberUnits.map((row) => [row.get('编号'), row.get('所属')]));
    const nominees = count(
      sample.tables.nominees.map((row) => `${String(districtOf.get(row.get('单位编号')))} ${String(row.get('奖项'))}`),
    );
    for (const [district, , ...places] of ANNEX_1) {
      expect(
        AWARDS.map((award) => nominees.get(`${district} ${award}`) ?? 0),
        district,
      ).toEqual(places);
    }
    expect(sample.tables.nominees).toHaveLength(589);
  });

  test('every member unit has one row of scores', () => {
    expect(column('scores', '编号')).toEqual(column('memberUnits', '编号'));
  });

  test('the check finds nothing, and lets every nominee pass', async () => {
    const check = await checkWritten(scheme, sample);
    expect(check.remarks).toEqual([]);
    expect(check.nominees.filter(({ cleared }) => cleared)).toHaveLength(589);
  });
});

describe('the sample is varied', () => {
  test('some nominated units stand exactly on the line of 85 points, none below, and some other units below', () => {
    const nominated = new Set(column('nominees', '单位编号'));
    const points = (isNominated: boolean) =>
      sample.tables.scores
        .filter((row) => nominated.has(String(row.get('编号'))) === isNominated)
        .map((row) => Number(row.get('基本得分（协会）')));
    expect(Math.min(...points(true))).toBe(85);
    expect(Math.max(...points(true))).toBeLessThanOrEqual(100);
    expect(points(false).some((each) => each < 85)).toBe(true);
    expect(points(false).some((each) => each >= 85)).toBe(true);
  });

  test('accounts of deeds are all different, 80 characters and more, a few of them long', () => {
    const deeds = column('nominees', '主要事迹');
    expect(new Set(deeds).size).toBe(589);
    const lengths = deeds.map((text) => text.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
    expect(lengths.filter((length) => length > 400).length).toBeLessThan(60);
    expect(lengths.filter((length) => length > 500).length).toBeGreaterThan(2);
    expect(deeds.join('')).not.toMatch(/[#≤]/);
  });

  test('all sequences occur among the units, and each one is listed', () => {
    const listed = column('sequence', '行业序列');
    expect(listed).toHaveLength(15);
    expect(new Set(column('memberUnits', '行业序列'))).toEqual(new Set(listed));
  });
});

describe('nobody can be meant', () => {
  test('every unit says 样例 or 虚构 in its name, and no two names are alike', () => {
    const names = column('memberUnits', '全称');
    expect(names.filter((name) => !/样例|虚构/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('no two nominees share an ID number; of the persons two share a name, and are two by their numbers alone', () => {
    expect(new Set(column('nominees', '身份证号')).size).toBe(589);
    const people = column('nominees', '姓名').filter((name) => name !== '');
    expect(people).toHaveLength(290);
    const [name, ...others] = [...count(people)].filter(([, times]) => times > 1);
    expect([name?.[1], others]).toEqual([2, []]);
    const [one, other] = sample.tables.nominees.filter((row) => row.get('姓名') === name?.[0]);
    for (const heading of ['奖项', '性别', '出生年月']) expect(one?.get(heading)).toBe(other?.get(heading));
    expect(one?.get('单位编号')).not.toBe(other?.get('单位编号'));
    expect(new Set(people.map((name) => name.length))).toEqual(new Set([2, 3, 4]));
  });

  test('ID numbers have a region that was never assigned, and the check character of GB 11643', () => {
    for (const idNumber of column('nominees', '身份证号')) {
      expect(idNumber).toMatch(/^990000\d{11}[\dX]$/);
      // The standard: the sum of a_i × W_i over all 18 characters, W_i = 2^(i-1) mod 11 from the right, leaves 1; X counts 10.
      const sum = Array.from(idNumber).reduce((total, character, index) => {
        const digit = character === 'X' ? 10 : Number(character);
        return total + digit * (2 ** (17 - index) % 11);
      }, 0);
      expect(sum % 11).toBe(1);
    }
  });

  test('the ID number of a person says the sex and the month of birth of its row', () => {
    for (const row of sample.tables.nominees.filter((each) => each.get('姓名'))) {
      const idNumber = String(row.get('身份证号'));
      expect(row.get('出生年月')).toBe(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}`);
      expect(row.get('性别')).toBe(Number(idNumber.at(16)) % 2 === 1 ? '男' : '女');
    }
  });

  test('phone numbers begin with 000-, which reaches no country', () => {
    expect(column('nominees', '联系电话').filter((phone) => !/^000-\d{8}$/.test(phone))).toEqual([]);
  });
});

describe('another scheme', () => {
  function change(): Scheme {
    const { scoreSheet } = scheme;
    return {
      ...scheme,
      id: 'other',
      edition: '2030',
      districts: scheme.districts.filter(({ name }) => ['杨浦', '轨交', '内保处'].includes(name)),
      awards: scheme.awards.filter(({ id }) => id !== 'securityDepartment'),
      quota: {
        ...scheme.quota,
        published: [],
        ratios: scheme.quota.ratios.filter(({ award }) => award !== 'securityDepartment'),
      },
      scoreSheet: { ...scoreSheet, threshold: { ...scoreSheet.threshold, value: scoreSheet.threshold.value - 20 } },
    };
  }

  test('with other districts, awards and threshold is filled as well', async () => {
    const other = change();
    const made = makeSampleRoster(other, { seed: 7, flawed: false });
    const check = await checkWritten(other, made);
    expect(check.remarks).toEqual([]);
    // 50 members a district where none are printed: 杨浦 2 units, 1 head, 1 cadre; 轨交 1 and 1; 内保处 10, 6 and 10.
    expect(made.tables.nominees).toHaveLength(4 + 2 + 26);
    const basic = made.tables.scores.map((row) => Number(row.get('基本得分（协会）')));
    expect(basic.some((points) => points < 65)).toBe(true);
  });

  test('that needs more units than there are is refused', () => {
    const ratios = scheme.quota.ratios.map((each) => ({
      ...each,
      ratio: { ...each.ratio, value: { numerator: 2, denominator: 1 } },
    }));
    const greedy = { ...scheme, quota: { ...scheme.quota, published: [], ratios } };
    expect(() => makeSampleRoster(greedy, { seed: 7, flawed: false })).toThrow(RangeError);
  });
});
