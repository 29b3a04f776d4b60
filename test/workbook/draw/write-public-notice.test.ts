import { beforeAll, describe, expect, it } from 'vitest';
import { composePublicNotice, type NoticeGroup } from '../../../rules/public-notice.ts';
import { writePublicNotice } from '../../../workbook/draw/write-public-notice.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';
import { readValues, recalculate, toPdfPages } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts, withoutCreated } from '../../support/unpack.ts';

let sample: CheckedSample;
let groups: NoticeGroup[];
let bytes: Uint8Array;

beforeAll(async () => {
  sample = await checkSample();
  groups = composePublicNotice(sample.check);
  bytes = await writePublicNotice(sample.scheme, groups, { gaps: [], resting: 0 });
});

describe('writePublicNotice', () => {
  it('names every nominee that is cleared, with its unit, once and in order', async () => {
    const sheet = (await readValues(bytes)).get('公示') ?? new Map<string, string | number | boolean>();
    // Each half of a row: number, then name and unit where they begin.
    const entries: string[] = [];
    const last = Math.max(...[...sheet.keys()].map((address) => Number(address.replace(/\D/g, ''))));
    for (let row = 1; row <= last; row += 1) {
      for (const half of ['ABCD', 'EFGH']) {
        const [number, ...texts] = Array.from(half).flatMap((letter) => sheet.get(`${letter}${row}`) ?? []);
        if (typeof number === 'number') entries.push(texts.join(' '));
      }
    }
    const expected = groups.flatMap((group) =>
      group.entries.map(({ name, unitName }) => [name, unitName].filter((text) => text !== '').join(' ')),
    );
    expect(entries).toHaveLength(589);
    expect(entries).toEqual(expected);
  });

  it('heads its columns by what stands in them', async () => {
    const one = (own: readonly NoticeGroup[]) => writePublicNotice(sample.scheme, own, { gaps: [], resting: 0 });
    const headsOf = async (written: Uint8Array) => {
      const texts = [...((await readValues(written)).get('公示')?.values() ?? [])].map(String);
      return texts.slice(texts.indexOf('序号'), texts.lastIndexOf('序号') * 2 - texts.indexOf('序号'));
    };
    const [units, departments, persons] = groups;
    expect(await headsOf(bytes)).toEqual(['序号', '姓名、集体', '单位', '序号', '姓名、集体', '单位']);
    expect(await headsOf(await one(units ? [units] : []))).toEqual(['序号', '单位', '序号', '单位']);
    expect((await headsOf(await one(departments ? [departments] : [])))[1]).toBe('集体');
    expect((await headsOf(await one(persons ? [persons] : [])))[1]).toBe('姓名');
  });

  it('counts each award in its heading and in the text', async () => {
    const texts = [...((await readValues(bytes)).get('公示')?.values() ?? [])].map(String);
    expect(texts).toEqual(
      expect.arrayContaining([
        '一、先进单位（214 个）',
        '二、先进保卫部门（85 个）',
        '三、先进治安责任人（129 人）',
        '四、先进保卫干部（161 人）',
        '上海市企事业单位治安保卫协会',
      ]),
    );
    expect(texts.join('')).toContain(
      '拟对先进单位 214 个、先进保卫部门 85 个、先进治安责任人 129 人、先进保卫干部 161 人予以表彰',
    );
  });

  it('holds nothing else that the master roster knows of anybody, in any part of the file', () => {
    const published = new Set(sample.roster.nominees.flatMap(({ name, unitName, award }) => [name, unitName, award]));
    const facts = [...sample.roster.nominees, ...sample.roster.memberUnits].flatMap((row) => [...row.facts.values()]);
    // Words of five characters and more; shorter ones, such as 男 or 是, may stand in any sentence.
    const secrets = new Set(facts.filter((fact) => typeof fact === 'string' && fact.length >= 5).map(String));
    const addressed = sample.roster.nominees.flatMap(({ birthMonth, idNumber }) => [
      idNumber,
      birthMonth,
      birthMonth.replace('-', '年'),
    ]);
    const members = new Set(sample.roster.memberUnits.map(({ name }) => name));
    const hidden = [...secrets, ...addressed].filter(
      (text) => text !== '' && !published.has(text) && !members.has(text),
    );
    expect(hidden.length).toBeGreaterThan(2000);
    const parts = unpackTexts(bytes);
    expect(parts.size).toBeGreaterThan(5);
    // The workbook says of itself that it was made on a fixed day, which may lie in somebody's month of birth.
    for (const text of [...parts.values()].map(withoutCreated))
      expect(hidden.filter((each) => text.includes(each))).toEqual([]);
  });

  it('numbers eleven awards as a notice does', async () => {
    const entries = [{ unitName: '样例单位', name: '' }];
    const many = Array.from({ length: 11 }, (_, index) => ({
      awardName: `奖${index + 1}`,
      recipient: 'collective' as const,
      entries,
    }));
    const texts = [
      ...((await readValues(await writePublicNotice(sample.scheme, many, { gaps: [], resting: 0 })))
        .get('公示')
        ?.values() ?? []),
    ];
    expect(texts).toEqual(expect.arrayContaining(['九、奖9（1 个）', '十、奖10（1 个）', '十一、奖11（1 个）']));
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the public notice in LibreOffice', () => {
  it('keeps every value', async () => {
    expect(await recalculate(bytes)).toEqual(await readValues(bytes));
  });

  it('begins with title and text, ends with the association, and has no empty page', async () => {
    const pages = await toPdfPages(bytes);
    expect(pages[0]).toMatch(/公 +示[^]*根据《关于开展2024年度/);
    expect(pages.at(-1)).toContain('上海市企事业单位治安保卫协会');
    for (const page of pages) expect(page).toMatch(/\d+ +\S+[^]*第 *\d+ *页/);
  });
});
