/** `materials` and the dated `notice` from the outside, on the samples of schemes without score sheets. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readValues, toPdfPages } from '../support/libreoffice.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyou-materials-'));
const at = (name: string) => join(folder, name);
const awards = at('评优.xlsx');
const flawed = at('评优-有误.xlsx');

const Result = z.object({
  files: z.array(z.string()),
  applications: z.array(
    z.object({
      application: z.string(),
      award: z.string(),
      files: z.array(z.string()),
      unprinted: z.array(z.string()),
      counts: z.record(z.string(), z.number()),
      items: z.array(z.object({ position: z.number(), state: z.string().nullable(), pages: z.number().nullable() })),
      open: z.array(z.object({ condition: z.string(), demand: z.string() })),
    }),
  ),
});

beforeAll(async () => {
  await writeSample(awards, 'inner-mongolia-2024');
  await writeSample(flawed, 'inner-mongolia-2024', { flawed: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const list = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));

describe('materials', () => {
  it('makes two workbooks for each of 300 applications, in a folder for each award, and an overview', () => {
    const run = runCli('materials', awards, '--out', at('全部'), '--json');
    expect(run.status).toBe(0);
    const { files, applications } = Result.parse(JSON.parse(run.stdout));
    expect(applications).toHaveLength(300);
    expect(applications.every((each) => each.files.length === 2 && each.unprinted.length === 0)).toBe(true);
    expect(new Set(applications.map(({ application }) => application)).size).toBe(300);
    expect(files).toHaveLength(601);
    expect(list(at('全部')).toSorted()).toEqual(
      ['材料汇总.xlsx', ...applications.flatMap((each) => each.files)].toSorted(),
    );
    expect(readdirSync(at('全部'), { withFileTypes: true }).filter((each) => each.isDirectory())).toHaveLength(9);
  });

  it('puts no ID number into a file name or on the screen', () => {
    const run = runCli('materials', flawed, '--out', at('有误'), '--json');
    expect(run.status).toBe(1);
    const shown = [...list(at('有误')), run.stdout, run.stderr].join('\n');
    expect(shown).toContain('样例');
    expect(shown).not.toMatch(/\d{17}[\dXx]/);
    expect(run.stderr).toMatch(/有 [12] 项申报欠交材料，最多的是“.+”的.+，欠 1 项。/);
    expect(run.stderr).toMatch(/“推荐名单”第 \d+ 行“.+”.*没有出清单和表格：奖项“.+”不在本次评选之列，请更正奖项。/);
    const { applications } = Result.parse(JSON.parse(run.stdout));
    const owing = applications.filter(({ counts }) => (counts['missing'] ?? 0) + (counts['faulty'] ?? 0) > 0);
    expect(owing).toHaveLength(2);
    expect(owing.flatMap(({ items }) => items.filter(({ state }) => state === 'missing'))).toHaveLength(1);
  });

  it('says which nominee it has no papers for, also where nothing else is wrong', () => {
    const changes = [{ sheet: '推荐名单', address: 'B2', value: '没有这个奖' }];
    const oneUnknown = at('一个奖项不明.xlsx');
    writeFileSync(oneUnknown, patchWorkbook(readFileSync(awards), '评优.xlsx', changes));
    const run = runCli('materials', oneUnknown, '--out', at('奖项不明'), '--json');
    expect(run.status).toBe(1);
    expect(Result.parse(JSON.parse(run.stdout)).applications).toHaveLength(299);
    expect(run.stderr).toContain('没有出清单和表格：奖项“没有这个奖”不在本次评选之列');
  });

  it('fills the forms in and stamps no draft on them: they are what an applicant hands in', async () => {
    const [name = ''] = list(at('有误')).filter((each) => each.includes('优秀企业家') && each.endsWith('表格.xlsx'));
    const sheets = await readValues(readFileSync(join(at('有误'), name)));
    expect([...sheets.keys()]).toEqual(['封面', '在职证明', '个人承诺书']);
    const texts = [...sheets.values()].flatMap((cells) => [...cells.values()].map(String));
    expect(texts.some((text) => text.includes('2024'))).toBe(true);
    expect(texts.filter((text) => text.includes('{{') || text.includes('草稿'))).toEqual([]);
  });

  it('makes those that are wanted, and the overview of all the same', async () => {
    const run = runCli('materials', awards, '--out', at('一项'), '--only', '2024-0003', '--json');
    expect(run.status).toBe(0);
    expect(Result.parse(JSON.parse(run.stdout)).applications.map(({ application }) => application)).toEqual([
      '2024-0003',
    ]);
    expect(list(at('一项'))).toHaveLength(3);
    const overview = (await readValues(readFileSync(join(at('一项'), '材料汇总.xlsx')))).get('汇总');
    expect(overview?.get('A303')).toBe(300);
    const byAward = runCli(
      'materials',
      awards,
      '--out',
      at('一奖'),
      '--only',
      '内蒙古自治区公共安全技术防范行业优秀专家',
    );
    expect(byAward.status).toBe(0);
    expect(list(at('一奖')).filter((name) => name.endsWith('清单.xlsx')).length).toBeGreaterThan(20);
  });

  it('refuses what it cannot do, in one sentence, and writes nothing', async () => {
    const shanghai = at('上海.xlsx');
    await writeSample(shanghai, 'shanghai-security-2024');
    const cases = [
      [['materials', shanghai, '--out', at('无')], '没有要交材料或要人确认的申报'],
      [['materials', awards, '--out', at('无'), '--only', '没有这一家'], '没有对应的申报'],
      [
        ['materials', awards, '--out', at('无'), '--only', '内蒙古自治区公共安全技术防范行业优秀专家', '没有这一家'],
        '“没有这一家”没有对应的申报',
      ],
      [['materials', awards], '请加 --out'],
    ] as const;
    for (const [args, words] of cases) {
      const run = runCli(...args);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain(words);
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(readdirSync(folder)).not.toContain('无');
  });

  it('replaces its own files, and none that somebody has changed', () => {
    expect(runCli('materials', awards, '--out', at('一项'), '--only', '2024-0003').status).toBe(0);
    const [name = ''] = list(at('一项')).filter((each) => each.endsWith('清单.xlsx'));
    writeFileSync(join(at('一项'), name), '改过');
    expect(runCli('materials', awards, '--out', at('一项'), '--only', '2024-0003').status).toBe(2);
    expect(readFileSync(join(at('一项'), name), 'utf8')).toBe('改过');
    expect(runCli('materials', awards, '--out', at('一项'), '--only', '2024-0003', '--force').status).toBe(0);
  });
});

describe('notice', () => {
  const textOf = async (...args: string[]) => {
    const run = runCli('notice', awards, '--out', at('公示.xlsx'), '--force', ...args);
    expect(run.status).toBe(0);
    const cells = (await readValues(readFileSync(at('公示.xlsx')))).get('公示');
    return { texts: [...(cells?.values() ?? [])].map(String), stderr: run.stderr };
  };

  it('prints the days that the document rules, counted from the day after publication', async () => {
    const { texts, stderr } = await textOf('--from', '2024-12-10');
    expect(texts).toContain('　　公示时间：2024年12月11日至2024年12月13日（公示期3天，自公布次日起算）。');
    expect(texts).toContain('2024年12月10日');
    expect(stderr).not.toMatch(/星期|太早/);
  });

  it('leaves them blank without a day, and says how many there are to be', async () => {
    const { texts } = await textOf();
    expect(texts).toContain('　　公示时间：　　　　年　　月　　日至　　　　年　　月　　日（公示期3天）。');
    expect(texts).toContain('　　　　年　　月　　日');
  });

  it('says so when the last day is a weekend, and lengthens the period as told', async () => {
    expect((await textOf('--from', '2024-12-12')).stderr).toContain('2024年12月15日是星期日');
    const { texts, stderr } = await textOf('--from', '2024-12-12', '--days', '4');
    expect(texts.join()).toContain('2024年12月13日至2024年12月16日（公示期4天，自公布次日起算）');
    expect(stderr).not.toContain('星期');
  });

  it('refuses fewer days than the document rules, a day that is none, and a document without days', () => {
    const refused = (...args: string[]) => {
      const run = runCli('notice', ...args, '--json');
      expect(run.status).toBe(2);
      return run.stderr;
    };
    expect(refused(awards, '--from', '2024-12-10', '--days', '2')).toContain('规定公示 3 天（五（三））');
    expect(refused(awards, '--from', '2024-02-30')).toContain('--from 应为公布那天的日期');
    expect(refused(at('上海.xlsx'), '--from', '2024-12-10')).toContain('请加 --days');
    const run = runCli('notice', at('上海.xlsx'), '--from', '2024-12-10', '--days', '5', '--json');
    expect(z.object({ days: z.number(), period: z.unknown() }).parse(JSON.parse(run.stdout))).toEqual({
      days: 5,
      period: { published: '2024-12-10', first: '2024-12-11', last: '2024-12-15' },
    });
    expect(run.stderr).toMatch(/公布的日期2024年12月10日太早：“.+”的“决定日期”是2025年1月14日/);
  });
});

const Panel = z.object({
  nominees: z.array(z.object({ row: z.number(), answer: z.string() })),
  panel: z.array(
    z.object({
      row: z.number(),
      application: z.string(),
      award: z.string(),
      rank: z.number().nullable(),
      mean: z.string().nullable(),
      spread: z.string().nullable(),
      count: z.number(),
      leftOut: z.array(z.object({ row: z.number(), expert: z.string(), fault: z.string() })),
    }),
  ),
});

describe('check', () => {
  it('tells programs the panel’s means, ranks and left-out scores, and nothing of a panel that is none', () => {
    const { panel, nominees } = Panel.parse(JSON.parse(runCli('check', flawed, '--json').stdout));
    expect(panel.length).toBeGreaterThan(299);
    const eligible = new Set(nominees.flatMap(({ row, answer }) => (answer === 'yes' ? [row] : [])));
    const counted = panel.filter(({ count }) => count > 0);
    expect(counted.filter(({ rank }) => rank === null).length).toBeGreaterThan(0);
    for (const { row, mean, spread, rank, count } of counted) {
      expect(mean).toMatch(/^\d{1,3}\.\d{2}$/);
      expect(spread).toMatch(/^\d{1,3}\.\d{2}$/);
      expect(Number.isInteger(count)).toBe(true);
      expect(rank !== null && Number.isInteger(rank) && rank > 0).toBe(eligible.has(row));
    }
    const faults = panel.flatMap(({ leftOut }) => leftOut.map(({ fault }) => fault));
    expect(new Set(faults)).toEqual(new Set(['unknown-expert', 'own-employer', 'twice', 'blank', 'out-of-range']));
    expect(faults.filter((fault) => fault === 'twice')).toHaveLength(2);
    expect(Panel.parse(JSON.parse(runCli('check', at('上海.xlsx'), '--json').stdout)).panel).toEqual([]);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('materials as PDF', () => {
  it('stand beside their workbooks, a page for each sheet', async () => {
    const run = runCli('materials', awards, '--out', at('PDF'), '--only', '2024-0003', '--pdf', '--json');
    expect(run.status).toBe(0);
    const pdfs = Result.parse(JSON.parse(run.stdout)).files.filter((name) => name.endsWith('.pdf'));
    expect(pdfs).toHaveLength(2);
    const [form = ''] = list(at('PDF')).filter((name) => name.endsWith('表格.xlsx'));
    expect(await toPdfPages(readFileSync(join(at('PDF'), form)))).toHaveLength(1);
  });
});
