/** Opinions are sought, come back through `collect`, and let nominations into the notice. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { listSchemeIds } from '../support/templates.ts';
import { OpinionRound } from '../support/opinion-round.ts';

const ID = 'shanghai-security-2024';
const YES = { 意见: '同意' } as const;

describe('a round of opinions', () => {
  let round: OpinionRound;
  let names: readonly string[];
  const body = '市国资委';
  const form = `发出/${body}征求意见表.xlsx`;

  beforeAll(async () => {
    round = await OpinionRound.open(ID);
    await round.send();
    names = [...round.folder.files.keys()].filter((name) => name.startsWith('发出/') && name.endsWith('.xlsx'));
  }, 120_000);

  it('asks every body once about each nomination before it, and tells no number of a person', async () => {
    const { nominees } = await round.check('名册.xlsx');
    const police = names.filter((name) => name.includes('公安机关'));
    const authorities = names.filter((name) => !name.includes('公安机关'));
    const count = async (files: readonly string[]) =>
      (await Promise.all(files.map((name) => round.count(name)))).reduce((sum, each) => sum + each, 0);
    expect(nominees.length).toBeGreaterThan(10);
    expect(await count(police)).toBe(nominees.length);
    expect(await count(authorities)).toBe(nominees.length);
    for (const name of names) {
      const workbook = openWorkbook(await round.get(name), name);
      const texts = workbook.sheets.flatMap((sheet) =>
        workbook
          .readSheet(sheet.name)
          .rows.flatMap(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : ''))),
      );
      expect(texts.join(' ')).not.toMatch(/\d{11,}/);
    }
  });

  it('all consent: everybody stands in the notice, and a second gathering adds nothing', async () => {
    for (const name of names) {
      const answers = Array.from({ length: await round.count(name) }, () => YES);
      await round.put(name.replace('发出/', '全/'), await round.answer(name, answers));
    }
    expect((await round.receive('全')).verdict).toBe('fine');
    const { nominees } = await round.check('新名册.xlsx');
    expect(new Set(nominees.map(({ standing }) => standing.notice))).toEqual(new Set(['chosen']));
    const before = (await round.check('新名册.xlsx')).index.roster.decisions.length;
    await round.receive('全', { roster: '新名册.xlsx', newRoster: '再.xlsx' });
    expect((await round.check('再.xlsx')).index.roster.decisions).toHaveLength(before);
    expect((await round.check('名册.xlsx')).nominees.some(({ standing }) => standing.notice === 'chosen')).toBe(false);
  }, 120_000);

  it.each([
    ['不同意 with its reason is taken, and holds', { 意见: '不同意', 理由: '虚构的理由' }, ['refused'], ''],
    ['不同意 without a reason is not', { 意见: '不同意' }, [], '不同意而没有写理由'],
    ['a reason alone is no opinion', { 理由: '虚构的理由' }, [], '没有填意见'],
    ['a word that nobody can read', { 意见: '再说' }, [], '意见'],
    ['another spelling of a word', { 意见: '予以同意' }, ['agreed'], ''],
    ['a number that was not asked about', { ...YES, 申报编号: '2024-99999' }, [], '不在这次征求'],
    ['another unit beside the number', { ...YES, 单位全称: '虚构的另一家' }, [], '与表上写的不同'],
    ['a day that is none', { ...YES, 日期: '那天' }, [], '日期'],
    ['an ID number in the reason', { 意见: '不同意', 理由: '号码 990000197503120014' }, [], '号码'],
  ] as const)('%s', async (_, answer, words, told) => {
    await round.put('单/表.xlsx', await round.answer(form, [answer]));
    const { verdict } = await round.receive('单');
    const rows = await round.answersOf('新名册.xlsx', body);
    expect(rows.map(({ word, by, matter }) => [word, by, matter])).toEqual(
      words.map((word) => [word, body, '征求行业主管部门意见']),
    );
    expect(verdict).toBe(told === '' ? 'fine' : 'violations');
    const { rows: cells } = openWorkbook(await round.get('汇总.xlsx'), '汇总.xlsx').readSheet('意见明细');
    const texts = cells.flatMap((row) => row.cells.map((cell) => ('text' in cell ? cell.text : ''))).join(' ');
    expect(texts).toContain(told);
    expect(texts).not.toContain('990000197503120014');
  });

  it('before anybody is through the first step, says that its conclusions are to be written into 决定', async () => {
    await round.put('未审.xlsx', await writeMasterRoster(round.scheme, { ...round.tables, decisions: [] }));
    await expect(round.send('未审.xlsx', '未发')).rejects.toThrow(/初审入围的；请先把结论写进总名册的“决定”表/);
  });

  it('without any day nothing is taken', async () => {
    await round.put('单/表.xlsx', await round.answer(form, [YES], ''));
    round.said.length = 0;
    await round.receive('单');
    expect(await round.answersOf('新名册.xlsx', body)).toEqual([]);
    // Why is said at once, not in the summary alone; and states that nobody is in are not.
    expect(round.said.join('')).toMatch(new RegExp(`${body}对 \\S+ 的意见：没有答复的日期`));
    expect(round.said.join('')).not.toMatch(/ 0 家/);
  });

  it('of two different answers of one body none counts until the newest is asked for; equal ones are one', async () => {
    await round.put('重/一.xlsx', await round.answer(form, [YES]));
    await round.put('重/一的副本.xlsx', await round.answer(form, [YES]));
    expect((await round.receive('重')).verdict).toBe('fine');
    await round.put('重/二.xlsx', await round.answer(form, [{ 意见: '不同意', 理由: '虚构' }]));
    expect((await round.receive('重')).verdict).toBe('violations');
    expect(await round.answersOf('新名册.xlsx', body)).toEqual([]);
    expect(round.said.join('')).toContain(`待选定的：${body}`);
    await round.receive('重', { preferNewest: true });
    expect(await round.answersOf('新名册.xlsx', body)).toHaveLength(1);
  });

  it('the roster is never undone: another answer than it has is shown, and nothing is written', async () => {
    await round.put('初/表.xlsx', await round.answer(form, [YES]));
    await round.receive('初');
    await round.put('异/表.xlsx', await round.answer(form, [{ 意见: '不同意', 理由: '虚构' }]));
    expect((await round.receive('异', { roster: '新名册.xlsx', newRoster: '再.xlsx' })).verdict).toBe('violations');
    expect((await round.answersOf('再.xlsx', body)).map(({ word }) => word)).toEqual(['agreed']);
  });

  it('what is broken beside it harms nothing, and is told', async () => {
    await round.put('杂/表.xlsx', await round.answer(form, [YES]));
    await round.put('杂/坏.xlsx', new TextEncoder().encode('不是表'));
    await round.receive('杂');
    expect(await round.answersOf('新名册.xlsx', body)).toHaveLength(1);
    expect(round.said.join('')).toContain('坏.xlsx');
  });
});

test('schemes without such a step have none of it', async () => {
  for (const id of (await listSchemeIds()).filter((each) => each !== ID)) {
    const round = await OpinionRound.open(id);
    await expect(round.send()).rejects.toThrow('没有规定征求意见');
  }
}, 120_000);
