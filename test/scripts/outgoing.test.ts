/** The command `outgoing`, on a roster that staff have filled in by hand and on the full sample. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSample } from '../../jobs/sample/sample.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { outgoing } from '../../scripts/commands.ts';
import { EXIT } from '../../scripts/exit-code.ts';
import { writeMasterRoster, type RosterTables } from '../../workbook/roster/write-master-roster.ts';
import { findScheme, listSchemeIds } from '../support/templates.ts';

const SHANGHAI = 'shanghai-security-2024';
let folder: string;
let outputs = 0;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pingyou-outgoing-'));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
beforeEach(() => {
  said.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const facts = (cells: Record<string, FactValue>): Facts => new Map(Object.entries(cells));
const unit = (编号: string, 全称: string, 所属: string, more: Record<string, FactValue> = {}) =>
  facts({
    编号,
    全称,
    所属,
    独立法人: true,
    市协会会员: true,
    区协会会员: true,
    会费: '已全额缴纳',
    区级先进: true,
    ...more,
  });

/** A roster without a single score. */
const TABLES: RosterTables = {
  memberUnits: [
    unit('0001', '虚构甲公司', '浦东'),
    unit('0002', '虚构乙公司', '浦东', { 会费: '未全额缴纳' }),
    unit('0003', '虚构丙公司', '松江', { 独立法人: false }),
  ],
  nominees: [
    facts({
      申报编号: '2024-0001',
      奖项: '先进单位',
      单位编号: '0001',
      单位名称: '虚构甲公司',
      受奖集体: '虚构甲公司',
    }),
  ],
};

async function writeRoster(tables: RosterTables = TABLES, id = SHANGHAI): Promise<string> {
  const file = path.join(folder, `总名册${(outputs += 1)}.xlsx`);
  await writeFile(file, await writeMasterRoster(await findScheme(id), tables));
  return file;
}

const newFolder = () => path.join(folder, `推荐表${(outputs += 1)}`);
const list = async (out: string) => (await readdir(out)).filter((name) => name.endsWith('.xlsx')).sort();

/** The texts of a sheet, row by row. */
async function readTexts(out: string, name: string, sheet: string): Promise<string[][]> {
  const content = openWorkbook(await readFile(path.join(out, name)), name).readSheet(sheet);
  return content.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')));
}

describe('the command outgoing', () => {
  it('works before anything is scored: a workbook for each district that has places, units or not', async () => {
    const out = newFolder();
    expect(await outgoing(await writeRoster(), { out })).toBe(EXIT.fine);
    const { districts } = await findScheme(SHANGHAI);
    expect(await list(out)).toEqual(districts.map(({ name }) => `${name}推荐表.xlsx`).sort());
    const units = (await readTexts(out, '浦东推荐表.xlsx', '单位查询')).map((row) => row.join('|'));
    expect(units.filter((row) => row.includes('0001'))).toEqual(['0001|虚构甲公司']);
    expect(units.find((row) => row.includes('0002'))).toMatch(/暂不能推荐：.*未全额缴纳/);
    expect(units.some((row) => row.includes('基本得分'))).toBe(false);
    const songjiang = (await readTexts(out, '松江推荐表.xlsx', '单位查询')).map((row) => row.join('|'));
    expect(songjiang.find((row) => row.includes('0003'))).toMatch(
      /暂不能推荐先进单位、先进保卫部门、先进治安责任人：.*独立法人/,
    );
  });

  it('numbers rows by district, so that what goes out later cannot collide, and keeps the numbers of the roster', async () => {
    const out = newFolder();
    await outgoing(await writeRoster(), { out, only: ['浦东', '内保处'] });
    const numbersOf = async (name: string) =>
      (await readTexts(out, name, '推荐名单')).flat().filter((text) => /^2024-\d+$/.test(text));
    const pudong = await numbersOf('浦东推荐表.xlsx');
    expect(pudong.slice(0, 2)).toEqual(['2024-0001', '2024-01001']);
    const city = await numbersOf('内保处推荐表.xlsx');
    expect(city[0]).toBe('2024-21001');
    expect(new Set([...pudong, ...city]).size).toBe(pudong.length + city.length);
  });

  it('makes only what is asked for, however the district is written, and refuses what is none', async () => {
    const roster = await writeRoster();
    const out = newFolder();
    await outgoing(roster, { out, only: ['浦东新区', '上海市松江区'] });
    expect(await list(out)).toEqual(['松江推荐表.xlsx', '浦东推荐表.xlsx']);
    const none = newFolder();
    await expect(outgoing(roster, { out: none, only: ['浦东', '火星'] })).rejects.toThrow(
      /“火星”没有对应的名额；可填：浦东、黄浦/,
    );
    await expect(readdir(none)).rejects.toThrow('ENOENT');
  });

  it('refuses a district whose places have all been taken away, and makes none for it', async () => {
    const overrides = ['先进单位', '先进治安责任人'].map((奖项) =>
      facts({ 所属: '轨交', 奖项, 名额: 0, 理由: '虚构' }),
    );
    const roster = await writeRoster({ ...TABLES, overrides });
    const out = newFolder();
    await expect(outgoing(roster, { out, only: ['轨交'] })).rejects.toThrow('“轨交”没有对应的名额；可填：浦东、');
    await outgoing(roster, { out });
    expect(await list(out)).not.toContain('轨交推荐表.xlsx');
  });

  it('tells of what it could not write, without a number of anybody', async () => {
    const tables: RosterTables = {
      ...TABLES,
      memberUnits: [...(TABLES.memberUnits ?? []), unit('0001', '虚构丁公司', '浦东'), unit('', '虚构戊公司', '浦东')],
      nominees: [
        ...(TABLES.nominees ?? []),
        facts({ 奖项: '先进单位', 单位编号: '0009', 单位名称: '虚构己公司13800000000' }),
        facts({ 奖项: '先进单位', 单位编号: '0002', 单位名称: '虚构乙公司', 身份证号: '990000197503050017' }),
      ],
    };
    const out = newFolder();
    expect(await outgoing(await writeRoster(tables), { out })).toBe(EXIT.violations);
    const text = said.join('');
    expect(text).toMatch(/会员单位第 5 行“虚构丁公司”没有写进推荐表：编号“0001”与第 2 行相同/);
    expect(text).toMatch(/会员单位第 6 行“虚构戊公司”没有写进推荐表：编号为空白/);
    expect(text).toMatch(/推荐名单第 3 行“虚构己公司.*”没有写进推荐表：单位编号不在会员单位表中/);
    expect(text).toContain('有 2 项没有申报编号');
    expect(text).not.toMatch(/13800000000|990000197503050017/);
  });

  it('never hands out a number that any sheet names, though its nomination is gone', async () => {
    const decisions = [facts({ 事项: '虚构', 对象: '2024-01001', 理由: '虚构' })];
    const out = newFolder();
    await outgoing(await writeRoster({ ...TABLES, decisions }), { out, only: ['浦东'] });
    const numbers = (await readTexts(out, '浦东推荐表.xlsx', '推荐名单')).flat();
    expect([numbers.includes('2024-01001'), numbers.includes('2024-01002')]).toEqual([false, true]);
  });

  it('leaves out a nomination of which nobody knows whose it is: another district must not see it', async () => {
    const nominees = [
      facts({
        申报编号: '2024-0002',
        奖项: '先进单位',
        单位编号: '0003',
        单位名称: '虚构甲公司',
        受奖集体: '虚构甲公司',
      }),
    ];
    const out = newFolder();
    expect(await outgoing(await writeRoster({ ...TABLES, nominees }), { out })).toBe(EXIT.violations);
    expect(said.join('')).toMatch(/推荐名单第 2 行“虚构甲公司”没有写进推荐表：单位的编号、名称和代码对不上/);
    for (const name of ['松江推荐表.xlsx', '浦东推荐表.xlsx'])
      expect((await readTexts(out, name, '推荐名单')).flat()).not.toContain('2024-0002');
  });

  it('has a row for each place that is left of each award, however many nominations another award has', async () => {
    const nominees = Array.from({ length: 40 }, (_, index) =>
      facts({ 申报编号: `2024-${1000 + index}`, 奖项: '先进单位', 单位编号: '0003', 单位名称: '虚构丙公司' }),
    );
    const rowsOf = async (tables: RosterTables) => {
      const out = newFolder();
      await outgoing(await writeRoster(tables), { out, only: ['松江'] });
      return (await readTexts(out, '松江推荐表.xlsx', '推荐名单')).flat().filter((text) => text.startsWith('2024-12'));
    };
    const overrides = ['先进单位', '先进保卫部门', '先进治安责任人'].map((奖项) =>
      facts({ 所属: '松江', 奖项, 名额: 4, 理由: '虚构' }),
    );
    const without = await rowsOf({ ...TABLES, overrides });
    const taken = await rowsOf({ ...TABLES, overrides, nominees });
    expect([taken.length, without.length > 12]).toEqual([without.length - 4, true]);
  });

  it('of a selection tells nothing about another district, and is well where only another has a fault', async () => {
    const memberUnits = [...(TABLES.memberUnits ?? []), unit('0003', '虚构丁公司', '松江')];
    const nominees = [
      ...(TABLES.nominees ?? []),
      facts({ 奖项: '先进单位', 单位编号: '0003', 单位名称: '虚构丙公司' }),
    ];
    const roster = await writeRoster({ ...TABLES, memberUnits, nominees });
    expect(await outgoing(roster, { out: newFolder(), only: ['浦东'] })).toBe(EXIT.fine);
    expect(said.join('')).not.toMatch(/虚构[丙丁]公司|没有申报编号/);
    expect(await outgoing(roster, { out: newFolder(), only: ['松江'] })).toBe(EXIT.violations);
    expect(said.join('')).toMatch(/虚构丁公司/);
  });

  it('says so where nothing has changed, and leaves a workbook alone that somebody has filled in', async () => {
    const roster = await writeRoster();
    const out = newFolder();
    await outgoing(roster, { out, only: ['松江'] });
    said.length = 0;
    await outgoing(roster, { out, only: ['松江'] });
    expect(said.join('')).toContain('未变 1');
    await writeFile(path.join(out, '松江推荐表.xlsx'), '别人的');
    await expect(outgoing(roster, { out, only: ['松江'] })).rejects.toThrow(/松江推荐表/);
    expect(await readFile(path.join(out, '松江推荐表.xlsx'), 'utf8')).toBe('别人的');
  });

  it('makes nothing for a scheme in which units apply themselves, and says so', async () => {
    for (const id of await listSchemeIds()) {
      if ((await findScheme(id)).districts.length > 0) continue;
      const out = newFolder();
      await expect(outgoing(await writeRoster({}, id), { out })).rejects.toThrow('由单位自己申报');
      await expect(readdir(out)).rejects.toThrow('ENOENT');
    }
  });

  it('of the full sample makes 21, 内保处 among them', async () => {
    const { bytes } = await makeSample(await findScheme(SHANGHAI), { seed: 2024, flawed: false });
    const roster = path.join(folder, '样例.xlsx');
    await writeFile(roster, bytes);
    const out = newFolder();
    expect(await outgoing(roster, { out })).toBe(EXIT.fine);
    expect(await list(out)).toHaveLength(21);
    expect(await list(out)).toContain('内保处推荐表.xlsx');
  }, 60_000);
});
