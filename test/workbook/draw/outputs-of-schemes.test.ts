/** The drawn outputs under schemes that lack what the first one has: districts, places, sex and position, bodies within units. */
import { beforeAll, describe, expect, it } from 'vitest';
import { formatHundredths, formatMean } from '../../../rules/expert-panel.ts';
import { rankPanels } from '../../../rules/panel-proposal.ts';
import { composePublicNotice, periodOf } from '../../../rules/public-notice.ts';
import { listRosters } from '../../../rules/roster.ts';
import { writeCheckReport } from '../../../workbook/draw/write-check-report.ts';
import { writePublicNotice } from '../../../workbook/draw/write-public-notice.ts';
import { writeRosters } from '../../../workbook/draw/write-rosters.ts';
import { readValues, recalculate, toPdfPages, type CellValues } from '../../support/libreoffice.ts';
import { AWARDS_2024, GRADING, sampleScheme, SIXTH, type SchemeSample } from '../../support/scheme-sample.ts';
import { unreviewed } from '../../support/rows-by-hand.ts';
import { missing } from '../../support/tools.ts';

let awards: SchemeSample;
let sixth: SchemeSample;
let orderly: SchemeSample;
let grading: SchemeSample;

beforeAll(async () => {
  awards = await sampleScheme(AWARDS_2024, { flawed: true });
  sixth = await sampleScheme(SIXTH, { flawed: true });
  orderly = await sampleScheme(SIXTH);
  grading = await sampleScheme(GRADING);
});

type Sheet = ReadonlyMap<string, string | number | boolean>;

function sheetOf(values: CellValues, name: string): Sheet {
  const sheet = values.get(name);
  if (!sheet) throw new Error(`no sheet ${name}, only ${[...values.keys()].join(' ')}`);
  return sheet;
}

/** The cells of one row from column A, as far as they are not blank. */
function rowOf(sheet: Sheet, row: number): string[] {
  return Array.from('ABCDEFGHIJKLMNOP').flatMap((letter) => {
    const value = sheet.get(`${letter}${row}`);
    return value === undefined ? [] : [String(value)];
  });
}

/** The line about an incomplete base may stand above the headings. */
function headingRowOf(sheet: Sheet): number {
  const row = [1, 2, 3, 4, 5].find((each) => sheet.get(`A${each}`) === '序号');
  if (row === undefined) throw new Error('no headings');
  return row;
}

const headingsOf = (sheet: Sheet): string[] => rowOf(sheet, headingRowOf(sheet));

const report = ({ scheme, check, addresses }: SchemeSample) =>
  writeCheckReport(scheme, check, addresses, '总名册.xlsx');

describe('rosters', () => {
  const headings = async ({ scheme, check }: SchemeSample) => {
    const values = await readValues(await writeRosters(scheme, listRosters(check), [], new Map()));
    return Object.fromEntries([...values].map(([name, sheet]) => [name, rowOf(sheet, 3)]));
  };

  it('have the columns that the scheme’s roster has, and what is handed over where the document says', async () => {
    expect(await headings(awards)).toEqual({
      集体: ['序号', '奖项', '单位全称'],
      个人: ['序号', '奖项', '姓名', '单位全称', '职务全称'],
    });
    expect(await headings(sixth)).toEqual({
      集体: ['序号', '奖项', '单位全称', '受奖集体', '发放'],
      个人: ['序号', '奖项', '姓名', '性别', '单位全称', '职务全称', '发放'],
    });
    expect(await headings(grading)).toEqual({ 集体: ['序号', '奖项', '单位全称', '发放'] });
  });

  it('say of each entry what is handed over', async () => {
    const values = await readValues(await writeRosters(orderly.scheme, listRosters(orderly.check), [], new Map()));
    const { collectives, persons } = listRosters(orderly.check);
    const column = (name: string, letter: string) =>
      [...sheetOf(values, name)].filter(([address]) => address.startsWith(letter)).map(([, value]) => value);
    expect(column('集体', 'E')).toEqual(['发放', ...collectives.map(() => '奖牌')]);
    expect(column('个人', 'G')).toEqual(['发放', ...persons.map(() => '证书')]);
    expect(collectives.length).toBeGreaterThan(10);
  });
});

describe('the notice', () => {
  const textOf = async ({ scheme, check }: SchemeSample, from?: string) => {
    const days = scheme.notice.days?.value ?? null;
    const period = from !== undefined && days !== null ? periodOf(from, days) : null;
    const bytes = await writePublicNotice(scheme, composePublicNotice(check), {
      gaps: [],
      resting: 0,
      timing: { days, period },
    });
    return [...sheetOf(await readValues(bytes), '公示').values()].map(String).join('\n');
  };

  it('gives grades where grades are given, and honours elsewhere', async () => {
    expect(await textOf(grading)).toMatch(/经审核，拟授予以下等级：服务能力一级 \d+ 个、/);
    expect(await textOf(grading)).not.toContain('表彰');
    expect(await textOf(orderly)).toMatch(/拟对安心民宿 \d+ 个、.+予以表彰/);
  });

  it('says that there is nothing to post while nobody is cleared', async () => {
    const waiting = sixth.check.nominees.map((each) => ({ ...each, ...unreviewed(false) }));
    const nobody = { ...sixth, check: { ...sixth.check, nominees: waiting } };
    expect(composePublicNotice(nobody.check)).toEqual([]);
    expect(await textOf(nobody)).toContain('还没有可以公示的推荐');
    expect(await textOf(nobody)).not.toContain('拟对');
  });

  it('hangs out as long as the document says', async () => {
    expect(await textOf(orderly, '2031-10-30')).toContain(
      '公示时间：2031年10月31日至2031年11月6日（公示期7天，自公布次日起算）。',
    );
    expect(await textOf(orderly)).toContain('（公示期7天）。');
  });
});

describe('the check report', () => {
  it('has no column for districts where there are none, and the number of each application', async () => {
    const values = await readValues(await report(awards));
    expect(headingsOf(sheetOf(values, '逐人结论'))).toEqual([
      '序号',
      '申报编号',
      '奖项',
      '单位',
      '姓名',
      '结论',
      '评审',
      '理由',
    ]);
    expect(headingsOf(sheetOf(await readValues(await report(sixth)), '逐人结论'))).toEqual([
      '序号',
      '申报编号',
      '奖项',
      '所属',
      '单位',
      '受奖集体/姓名',
      '结论',
      '理由',
    ]);
  });

  it('has no scores in its reasons, and no sheet of judgements, where the scheme has neither', async () => {
    const values = await readValues(await report(awards));
    expect([...values.keys()]).toEqual(['结论', '问题归类', '问题清单', '逐人结论', '专家评审', '待结论']);
    expect([...sheetOf(values, '逐人结论').values()].map(String).join()).not.toContain('未评分');
  });

  it('numbers its sections through, whatever there is of them', async () => {
    const sections = async (sample: SchemeSample) =>
      [...sheetOf(await readValues(await report(sample)), '结论').values()].filter((value) =>
        /^[一二三四五]、/.test(String(value)),
      );
    expect(await sections(awards)).toEqual(['一、推荐的审查结论', '二、问题分类']);
    expect(await sections(sixth)).toEqual([
      '一、推荐的审查结论',
      '二、名额使用（超出的标红，空余的标黄）',
      '三、控制数（超出的标红）',
      '四、问题分类',
    ]);
  });

  it('shows each application’s mean, spread and rank, and why a score is left out', async () => {
    const { scheme, check } = awards;
    if (!scheme.expertReview) throw new Error('the scheme has no expert review');
    const sheet = sheetOf(await readValues(await report(awards)), '专家评审');
    expect(headingsOf(sheet)).toEqual(
      '序号 奖项 名次 申报编号 单位 姓名 平均分 计入人数 最高减最低 审查结论 没有计入的得分'.split(' '),
    );
    const known = rankPanels(check.index, check.nominees).filter(({ nominee }) =>
      check.index.awardByName.has(nominee.award),
    );
    const shown = Array.from({ length: known.length }, (_, index) =>
      ['D', 'C', 'G', 'H', 'I']
        .map((letter) => String(sheet.get(`${letter}${headingRowOf(sheet) + 1 + index}`) ?? ''))
        .join(' '),
    );
    const expected = known.map(({ nominee, proposal, mean, count, spread }) =>
      [
        nominee.application,
        proposal?.rank ?? '',
        mean ? formatMean(mean) : '',
        count,
        spread === null ? '' : formatHundredths(spread),
      ].join(' '),
    );
    expect(shown.toSorted()).toEqual(expected.toSorted());
    expect(sheet.get(`A${headingRowOf(sheet) + 1 + known.length}`)).toBeUndefined();
    const reasons = [...sheet].filter(([address]) => address.startsWith('K')).map(([, value]) => String(value));
    for (const words of [
      '给本单位的申报打分',
      '对同一申报打分不止一次',
      '尚未打分',
      '得分超出范围',
      '不在评审专家表中',
    ]) {
      expect(reasons.filter((reason) => reason.includes(words))).toHaveLength(1);
    }
  });

  it('ranks award by award, the best first', async () => {
    const sheet = sheetOf(await readValues(await report(awards)), '专家评审');
    const names = awards.scheme.awards.map(({ name }) => name);
    let before = { award: -1, rank: 0 };
    for (let row = headingRowOf(sheet) + 1; sheet.has(`A${row}`); row += 1) {
      const rank = sheet.get(`C${row}`);
      const here = {
        award: names.indexOf(String(sheet.get(`B${row}`))),
        rank: rank === undefined ? 999 : Number(rank),
      };
      expect(here.award).toBeGreaterThanOrEqual(before.award);
      if (here.award === before.award) expect(here.rank).toBeGreaterThanOrEqual(before.rank);
      else expect(here.rank).toBe(1);
      before = here;
    }
    expect(before.award).toBe(names.length - 1);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('in LibreOffice', () => {
  it('the reports keep every value, all sums included', async () => {
    for (const sample of [awards, sixth]) {
      const bytes = await report(sample);
      expect(await recalculate(bytes)).toEqual(await readValues(bytes));
    }
  });

  it('the summary names each of nine awards in full on its first page', async () => {
    const [page = ''] = await toPdfPages(await report(awards));
    for (const { shortName } of awards.scheme.awards) expect(page.replace(/\s/g, '')).toContain(shortName);
    expect(page).toContain('二、问题分类');
  });
});
