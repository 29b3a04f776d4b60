/** Nominations out and back: what districts fill in is what the roster then has, whatever way it comes, and nothing of it is undone by a file. */
import ExcelJS from 'exceljs';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import { writeFact } from '../../workbook/roster/write-master-roster.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { answerCollision } from '../support/answer-collision.ts';
import { makeZip } from '../support/hostile-zip.ts';
import { convert } from '../support/libreoffice.ts';
import { NominationRound, writeCells } from '../support/nomination-round.ts';
import { SIXTH } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';
import { missing } from '../support/tools.ts';

const SHANGHAI = { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER };

describe.each([SHANGHAI, SIXTH])('a round of $id', ({ id, folder: templates }) => {
  let round: NominationRound;
  /** Districts of the sample that nominate somebody, and those that nobody nominates in. */
  let busy: string[];
  let headings: string[];
  const form = (district: string) => round.get(`发出/${district}推荐表.xlsx`);
  /** What a nomination says, without what is given or registered by others. */
  const show = (facts: Facts) =>
    ['单位编号', '单位名称', ...headings]
      .map((heading) => String(writeFact(facts.get(heading) ?? null) ?? ''))
      .join('|');
  const showAll = async (name: string) => (await round.readNominees(name)).map(({ facts }) => show(facts)).sort();
  const sampleRows = (districts: readonly string[]) =>
    districts
      .flatMap((district) => round.nominationsOf(district))
      .map(show)
      .sort();

  beforeAll(async () => {
    round = await NominationRound.open(id, templates);
    headings = listInputColumns(round.scheme).map(({ heading }) => heading);
    await round.send();
    busy = round.scheme.districts.map(({ name }) => name).filter((name) => round.nominationsOf(name).length > 0);
    for (const district of busy) {
      await round.put(
        `收到/${district}/推荐表（盖章）.xlsx`,
        round.fill(await form(district), round.nominationsOf(district)),
      );
    }
  }, 120_000);

  it('the roster then has what was filled in, cell for cell, and each row its origin', async () => {
    const { verdict } = await round.receive('收到');
    expect(verdict).toBe('fine');
    expect(await showAll('新名册.xlsx')).toEqual(sampleRows(busy));
    expect((await round.readNominees('新名册.xlsx')).length).toBeGreaterThan(5);
    const nominees = new Map((await round.readNominees('新名册.xlsx')).map((each) => [each.application, each]));
    const origins = await round.readRows('汇总.xlsx', '推荐明细');
    expect(origins).toHaveLength(nominees.size);
    for (const origin of origins) {
      expect(origin.get('处理')).toBe('新推荐');
      const [, district = ''] = /^(.+)\/推荐表/.exec(origin.get('文件') ?? '') ?? [];
      const source = round.nominationsOf(district)[Number(origin.get('行')) - 3];
      expect(show(source ?? new Map())).toBe(show(nominees.get(origin.get('申报编号') ?? '')?.facts ?? new Map()));
    }
    const lists = await round.readRows('汇总.xlsx', '推荐收件');
    const missingOnes = lists.filter((row) => row.get('状态') === '没有收到').map((row) => row.get('区'));
    expect(missingOnes).toEqual(round.scheme.districts.map(({ name }) => name).filter((name) => !busy.includes(name)));
  });

  it('gathered again nothing changes, with the earlier summary and without', async () => {
    await round.receive('收到');
    for (const previous of ['', '汇总.xlsx']) {
      const { verdict } = await round.receive('收到', {
        roster: '新名册.xlsx',
        newRoster: '再.xlsx',
        out: '再汇总.xlsx',
        previous,
      });
      expect(verdict).toBe('fine');
      expect(await showAll('再.xlsx')).toEqual(sampleRows(busy));
      const kinds = (await round.readRows('再汇总.xlsx', '推荐明细')).map((row) => row.get('处理'));
      expect(new Set(kinds)).toEqual(new Set(['与总名册一致']));
    }
  });

  it('late, changed by staff meanwhile and decided by a person, it is what was filled in all the same', async () => {
    await round.receive('收到', { receivedOn: '2035-01-02' });
    const late = (await round.readRows('汇总.xlsx', '推荐收件')).filter((row) => row.get('是否逾期') === '逾期');
    expect(late).toHaveLength(round.scheme.deadline ? busy.length : 0);
    const [first] = await round.readNominees('新名册.xlsx');
    const column = listInputColumns(round.scheme).find(({ heading, type }) => {
      return (
        type === 'text' && !['奖项', '姓名', '受奖集体'].includes(heading) && (first?.facts.get(heading) ?? '') !== ''
      );
    });
    if (!first || !column) throw new Error('nothing is filled in');
    const cell = { row: first.row, heading: column.heading, value: '市里写的' };
    await round.put('改.xlsx', writeCells(await round.get('新名册.xlsx'), [cell], 1));
    const again = { newRoster: '再.xlsx', out: '再汇总.xlsx' };
    expect((await round.receive('收到', { ...again, roster: '改.xlsx' })).verdict).toBe('violations');
    expect(await showAll('再.xlsx')).not.toEqual(sampleRows(busy));
    const answer = { 决定: '同意', 决定单位: '虚构协会', 决定日期: '2035-01-03', 理由: '以区里为准' };
    const answered = answerCollision(await round.get('再汇总.xlsx'), '推荐表与总名册不一致', answer);
    await round.put('答.xlsx', answered);
    const last = { roster: '再.xlsx', previous: '答.xlsx', newRoster: '终.xlsx', out: '终汇总.xlsx' };
    expect((await round.receive('收到', last)).verdict).toBe('fine');
    expect(await showAll('终.xlsx')).toEqual(sampleRows(busy));
  });

  it('comes in a zip beside others, and in a layout of the district’s own', async () => {
    const [first = '', second = '', ...others] = busy;
    const own = new ExcelJS.Workbook();
    const sheet = own.addWorksheet('推荐名单');
    const columns = ['序号', '奖项', '单位编号', '单位名称', ...headings.filter((heading) => heading !== '奖项')];
    sheet.addRow([`${first}推荐名单`]);
    sheet.addRow(columns);
    for (const facts of round.nominationsOf(first)) {
      sheet.addRow(columns.map((heading) => writeFact(facts.get(heading) ?? null)));
    }
    await round.put('混合/本区格式.xlsx', new Uint8Array(await own.xlsx.writeBuffer()));
    const entries = await Promise.all(
      [second, ...others].map(async (district) => ({
        name: `${district}.xlsx`,
        data: await round.get(`收到/${district}/推荐表（盖章）.xlsx`),
      })),
    );
    await round.put('混合/各区.zip', makeZip(entries));
    await round.put('混合/别的.txt', new TextEncoder().encode('不是表'));
    await round.receive('混合');
    expect(await showAll('新名册.xlsx')).toEqual(sampleRows(busy));
    const told = (await round.readRows('汇总.xlsx', '推荐收件')).find((row) => row.get('区') === first);
    // It says besides that it was saved today, behind every last day.
    expect(told?.get('说明')).toMatch(/^不是发出的推荐表，按列的标题读取。不认识这些列，没有读取：“序号”。/);
    const numbers = (await round.readNominees('新名册.xlsx')).map(({ application }) => application);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => number !== '')).toBe(true);
    // A number that was given stays.
    await round.receive('混合', {
      roster: '新名册.xlsx',
      newRoster: '再.xlsx',
      out: '再汇总.xlsx',
      previous: '汇总.xlsx',
    });
    expect((await round.readNominees('再.xlsx')).map(({ application }) => application)).toEqual(numbers);
  });

  it.skipIf(missing('soffice'))(
    'means the same when LibreOffice has saved it',
    async () => {
      const [district = ''] = busy;
      const filled = round.fill(await form(district), round.nominationsOf(district));
      await round.put('另存/推荐表.xlsx', await convert(filled, 'xlsx'));
      await round.receive('另存');
      expect(await showAll('新名册.xlsx')).toEqual(sampleRows([district]));
    },
    180_000,
  );
});

describe('what a gathering does not undo', () => {
  let round: NominationRound;
  let district: string;
  let nominations: Facts[];
  const filledForm = async (rows = nominations) => round.fill(await round.get(`发出/${district}推荐表.xlsx`), rows);
  const kindOf = async (row: number, summary = '再汇总.xlsx') =>
    (await round.readRows(summary, '推荐明细')).find((each) => each.get('行') === String(row));
  const again = (from: string, roster: string) =>
    round.receive(from, { roster, newRoster: '再.xlsx', out: '再汇总.xlsx', previous: '汇总.xlsx' });
  const factOf = async (name: string, index: number, heading: string) =>
    (await round.readNominees(name))[index]?.facts.get(heading) ?? null;
  const rowOfFile = async (name: string) => {
    const { rows } = openWorkbook(await round.get('汇总.xlsx'), '汇总.xlsx').readSheet('推荐收件');
    return rows.find(({ cells }) => cells.some((cell) => cell.kind === 'text' && cell.text === name))?.number ?? 0;
  };
  const editRoster = async (from: string, into: string, row: number, heading: string, value: string | null) => {
    await round.put(into, writeCells(await round.get(from), [{ row, heading, value }], 1));
  };

  beforeAll(async () => {
    round = await NominationRound.open(SHANGHAI.id);
    await round.send();
    const [largest] = round.scheme.districts
      .map(({ name }) => name)
      .sort((a, b) => round.nominationsOf(b).length - round.nominationsOf(a).length);
    district = largest ?? '';
    nominations = round.nominationsOf(district);
    expect(nominations.length).toBeGreaterThan(3);
    await round.put('初/表.xlsx', await filledForm());
    await round.receive('初');
  }, 60_000);

  it.each<{ what: string; staff: string | null; theirs: string | null; then: string; kind: string }>([
    { what: 'the district changes a cell', staff: '原', theirs: '改自区里', then: '改自区里', kind: '更改' },
    { what: 'staff change a cell', staff: '改自市里', theirs: '原', then: '改自市里', kind: '与总名册一致' },
    { what: 'both change it alike', staff: '同样', theirs: '同样', then: '同样', kind: '与总名册一致' },
    { what: 'both change it', staff: '改自市里', theirs: '改自区里', then: '改自市里', kind: '有不一致' },
    { what: 'the district clears it', staff: '原', theirs: null, then: '原', kind: '与总名册一致' },
    { what: 'staff clear it', staff: null, theirs: '原', then: '', kind: '与总名册一致' },
    {
      what: 'staff clear it and the district changes it',
      staff: null,
      theirs: '改自区里',
      then: '改自区里',
      kind: '更改',
    },
  ])('$what', async ({ staff, theirs, then, kind }) => {
    const heading = '职务';
    const rows = nominations.map((facts, index) => (index === 1 ? new Map(facts).set(heading, '原') : facts));
    await round.put('始/表.xlsx', await filledForm(rows));
    await round.receive('始', { newRoster: '始名册.xlsx' });
    await editRoster('始名册.xlsx', '改名册.xlsx', 3, heading, staff);
    const sent = rows.map((facts, index) => (index === 1 ? new Map(facts).set(heading, theirs) : facts));
    await round.put('二/表.xlsx', await filledForm(sent));
    const { verdict } = await again('二', '改名册.xlsx');
    expect((await factOf('再.xlsx', 1, heading)) ?? '').toBe(then);
    expect((await kindOf(4))?.get('处理')).toBe(kind);
    expect(verdict).toBe(kind === '有不一致' ? 'violations' : 'fine');
    // The other rows stay as they are.
    expect((await round.readNominees('再.xlsx')).length).toBe(nominations.length);
  });

  it('a row is not said to be as the roster has it while a cell of it cannot be read', async () => {
    await round.receive('初');
    const at = nominations.findIndex((facts) => facts.get('人数'));
    const rows = nominations.map((facts, index) => (index === at ? new Map(facts).set('人数', '约94人') : facts));
    await round.put('约/表.xlsx', await filledForm(rows));
    await again('约', '新名册.xlsx');
    const row = await kindOf(at + 3);
    expect(row?.get('处理')).toBe('有认不出的格');
    expect(row?.get('说明')).toContain('约94人');
    expect((await kindOf(at === 0 ? 4 : at + 2))?.get('处理')).toBe('与总名册一致');
  });

  it('without the earlier summary a difference is a question, and the roster stays', async () => {
    await round.receive('初');
    await editRoster('新名册.xlsx', '改名册.xlsx', 2, '单位地址', '虚构路 1 号');
    const { verdict } = await round.receive('初', { roster: '改名册.xlsx', newRoster: '再.xlsx', out: '再汇总.xlsx' });
    expect(verdict).toBe('violations');
    expect(await factOf('再.xlsx', 0, '单位地址')).toBe('虚构路 1 号');
    expect((await kindOf(3))?.get('说明')).toMatch(/^单位地址不一致：总名册“虚构路 1 号”，推荐表“[^；]+”。$/);
  });

  it('a nomination that staff have taken out is not written again, and one that the district leaves out stays and is told', async () => {
    await round.receive('初');
    const [first, ...rest] = await round.readNominees('新名册.xlsx');
    await round.put('少.xlsx', await round.writeRoster(rest.map(({ facts }) => facts)));
    await again('初', '少.xlsx');
    expect((await round.readNominees('再.xlsx')).map(({ application }) => application)).not.toContain(
      first?.application,
    );
    expect((await kindOf(3))?.get('处理')).toBe('总名册没有了');
    // Nothing in the first row: its number alone stands there.
    const without = writeCells(
      await filledForm(),
      ['选择单位', ...listInputColumns(round.scheme).map(({ heading }) => heading)].map((heading) => ({
        row: 3,
        heading,
        value: null,
      })),
    );
    await round.put('撤/表.xlsx', without);
    await again('撤', '新名册.xlsx');
    expect(await round.readNominees('再.xlsx')).toHaveLength(nominations.length);
    const gone = (await round.readRows('再汇总.xlsx', '推荐明细')).filter((row) => row.get('处理') === '区里没有再报');
    expect(gone.map((row) => row.get('申报编号'))).toEqual([first?.application]);
  });

  it('holds over three gatherings, and over one that takes nothing or has no list at all', async () => {
    await round.receive('初');
    const [first, ...rest] = await round.readNominees('新名册.xlsx');
    await round.put('少.xlsx', await round.writeRoster(rest.map(({ facts }) => facts)));
    // Something else that came, and nothing of the district.
    await round.put('别/说明.txt', new TextEncoder().encode('虚构'));
    let previous = '汇总.xlsx';
    for (const [index, from] of ['初', '别', '初'].entries()) {
      const out = `汇总${index}.xlsx`;
      await round.receive(from, { roster: '少.xlsx', newRoster: '再.xlsx', out, previous });
      previous = out;
    }
    expect((await round.readNominees('再.xlsx')).map(({ application }) => application)).not.toContain(
      first?.application,
    );
    expect((await kindOf(3, previous))?.get('处理')).toBe('总名册没有了');
  });

  it('a summary without a new roster takes nothing: the next one writes all of it', async () => {
    await round.receive('初', { newRoster: '', out: '先看.xlsx' });
    await round.receive('初', { newRoster: '后.xlsx', out: '后汇总.xlsx', previous: '先看.xlsx' });
    expect(await round.readNominees('后.xlsx')).toHaveLength(nominations.length);
  });

  it('what is looked at first is written afterwards, however often it was looked at, and whatever staff have changed beside it', async () => {
    await round.receive('初');
    const change = (...texts: readonly string[]) =>
      nominations.map((facts, index) => {
        const text = texts[index];
        return text === undefined ? facts : new Map(facts).set('职务', text);
      });
    const looked = async (rows: Facts[], times: number) => {
      await round.put('看/表.xlsx', await filledForm(rows));
      for (let look = 0; look < times; look += 1) {
        const out = `看${look}.xlsx`;
        await round.receive('看', { roster: '看名册.xlsx', newRoster: '', out, previous });
        previous = out;
      }
    };
    let previous = '汇总.xlsx';
    await round.put('看名册.xlsx', await round.get('新名册.xlsx'));
    await looked(change('区里改的'), 2);
    expect((await kindOf(3, previous))?.get('处理')).toBe('更改');
    // Staff write into another cell of the row meanwhile, and the district changes its mind.
    await editRoster('看名册.xlsx', '看名册.xlsx', 2, '单位地址', '市里补的');
    await looked(change('区里又改的', '第二个'), 2);
    await round.receive('看', { roster: '看名册.xlsx', newRoster: '看后.xlsx', out: '看后汇总.xlsx', previous });
    expect([await factOf('看后.xlsx', 0, '职务'), await factOf('看后.xlsx', 1, '职务')]).toEqual([
      '区里又改的',
      '第二个',
    ]);
    expect(await factOf('看后.xlsx', 0, '单位地址')).toBe('市里补的');
    expect((await round.readRows('看后汇总.xlsx', '推荐冲突')).filter((row) => row.get('区') !== '无')).toEqual([]);
  });

  it('a conflict stays one until both sides agree', async () => {
    await round.receive('初');
    await editRoster('新名册.xlsx', '改名册.xlsx', 2, '单位地址', '虚构路 1 号');
    const other = nominations.map((facts, index) =>
      index === 0 ? new Map(facts).set('单位地址', '虚构路 2 号') : facts,
    );
    await round.put('异/表.xlsx', await filledForm(other));
    let previous = '汇总.xlsx';
    for (const out of ['一.xlsx', '二.xlsx']) {
      const { verdict } = await round.receive('异', { roster: '改名册.xlsx', newRoster: '再.xlsx', out, previous });
      expect([verdict, (await kindOf(3, out))?.get('处理')]).toEqual(['violations', '有不一致']);
      previous = out;
    }
    await editRoster('改名册.xlsx', '定名册.xlsx', 2, '单位地址', '虚构路 2 号');
    expect(
      (await round.receive('异', { roster: '定名册.xlsx', newRoster: '再.xlsx', out: '三.xlsx', previous })).verdict,
    ).toBe('fine');
  });

  it('a nomination that has no number in the roster gets that of the form, and stands there once', async () => {
    const without = nominations.map((facts) => new Map(facts).set('申报编号', null));
    await round.put('无编号.xlsx', await round.writeRoster(without));
    await round.send('无编号.xlsx', '发出无编号');
    await round.put('回/表.xlsx', await round.get(`发出无编号/${district}推荐表.xlsx`));
    await round.receive('回', { roster: '无编号.xlsx', newRoster: '再.xlsx', out: '再汇总.xlsx' });
    const numbers = (await round.readNominees('再.xlsx')).map(({ application }) => application);
    expect(numbers).toHaveLength(nominations.length);
    expect(numbers.every((number) => /^2024-\d+$/.test(number))).toBe(true);
  });

  it('a list that does not say whose it is never suspends one that does', async () => {
    const own = new ExcelJS.Workbook();
    const sheet = own.addWorksheet('推荐名单');
    const [some] = nominations;
    sheet.addRow(['奖项', '单位编号', '单位名称']);
    sheet.addRow(['奖项', '单位编号', '单位名称'].map((heading) => writeFact(some?.get(heading) ?? null)));
    await round.put('旁/表.xlsx', await filledForm());
    await round.put('旁/某单位的.xlsx', new Uint8Array(await own.xlsx.writeBuffer()));
    await round.receive('旁', { preferNewest: true });
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(nominations.length);
    expect(round.said.join('')).toContain('推荐表“某单位的.xlsx”不能计入：这个区已经报来发出的推荐表');
  });

  it('a row that is struck out is held, and so is one without its unit', async () => {
    const own = new ExcelJS.Workbook();
    const sheet = own.addWorksheet('推荐名单');
    const columns = ['奖项', '单位编号', '单位名称', '受奖集体', '姓名', '职务'];
    const [first, second, third] = nominations;
    sheet.addRow(columns);
    for (const facts of [first, second, third])
      sheet.addRow(columns.map((heading) => writeFact(facts?.get(heading) ?? null)));
    sheet.getRow(3).eachCell((cell) => {
      cell.font = { strike: true };
    });
    sheet.addRow(['先进保卫干部', null, null, null, '虚构某', '保卫科科长']);
    await round.put('划/本区.xlsx', new Uint8Array(await own.xlsx.writeBuffer()));
    await round.put('划/表.xlsx', new TextEncoder().encode('不是表'));
    expect((await round.receive('划')).verdict).toBe('violations');
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(2);
    expect((await kindOf(3, '汇总.xlsx'))?.get('说明')).toMatch(/^这一行有划掉的内容/);
    expect((await kindOf(5, '汇总.xlsx'))?.get('处理')).toBe('没有写入');
  });

  it('of several different lists none counts until one is chosen, or the newest is asked for; equal ones are one', async () => {
    const other = nominations.map((facts, index) => (index === 0 ? new Map(facts).set('职务', '另一份') : facts));
    await round.put('重/一.xlsx', await filledForm());
    await round.put('重/一的副本.xlsx', await filledForm());
    await round.receive('重');
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(nominations.length);
    await round.put('重/二.xlsx', await filledForm(other));
    expect((await round.receive('重')).verdict).toBe('violations');
    expect(await round.readNominees('新名册.xlsx')).toEqual([]);
    expect(round.said.join('')).toContain(`待选定的区：${district}`);
    const lists = await round.readRows('汇总.xlsx', '推荐收件');
    expect(lists.filter((row) => row.get('状态') === '几份不同，待选定')).toHaveLength(3);
    await round.receive('重', { preferNewest: true });
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(nominations.length);
    // The mark that a person makes in the summary holds on from one to the next.
    await round.receive('重');
    const marked = patchWorkbook(await round.get('汇总.xlsx'), '汇总.xlsx', [
      { sheet: '推荐收件', address: `J${await rowOfFile('二.xlsx')}`, value: '是' },
    ]);
    await round.put('选.xlsx', marked);
    let [previous, roster] = ['选.xlsx', '名册.xlsx'];
    for (const out of ['选一.xlsx', '选二.xlsx']) {
      const newRoster = `名册${out}`;
      await round.receive('重', { roster, newRoster, out, previous });
      expect((await factOf(newRoster, 0, '职务')) ?? '').toBe('另一份');
      [previous, roster] = [out, newRoster];
    }
  });
});

describe('what is not taken', () => {
  let round: NominationRound;
  let forms: Map<string, Uint8Array>;
  const unitOf = (district: string, index = 0): FactValue =>
    round.tables.memberUnits.filter((unit) => unit.get('所属') === district)[index]?.get('编号') ?? null;
  const heldIn = async () =>
    (await round.readRows('汇总.xlsx', '推荐明细'))
      .filter((row) => row.get('处理') === '没有写入')
      .map((row) => row.get('说明') ?? '');

  beforeAll(async () => {
    round = await NominationRound.open(SHANGHAI.id);
    await round.send();
    forms = new Map();
    for (const name of ['浦东', '黄浦']) forms.set(name, await round.get(`发出/${name}推荐表.xlsx`));
  }, 60_000);

  const formOf = (district: string) => forms.get(district) ?? new Uint8Array();
  const nominate = (district: string, rows: readonly Record<string, FactValue>[]) =>
    round.fill(
      formOf(district),
      rows.map((row) => new Map(Object.entries({ 奖项: '先进单位', ...row }))),
    );

  it('a unit of another district, a unit that nobody knows, and one number in two lists; the other rows are taken', async () => {
    await round.put(
      '错/浦东.xlsx',
      nominate('浦东', [{ 单位编号: unitOf('黄浦') }, { 单位编号: '没有这家' }, { 单位编号: unitOf('浦东') }]),
    );
    expect((await round.receive('错')).verdict).toBe('violations');
    expect(await heldIn()).toEqual([
      expect.stringMatching(/属于“黄浦”，不是“浦东”的会员单位/),
      expect.stringMatching(/^单位不在会员单位表中/),
    ]);
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(1);
    const own = new ExcelJS.Workbook();
    const sheet = own.addWorksheet('推荐名单');
    sheet.addRow(['申报编号', '奖项', '单位编号', '单位名称']);
    sheet.addRow(['2024-01003', '先进单位', unitOf('黄浦'), null]);
    await round.put('错/黄浦.xlsx', new Uint8Array(await own.xlsx.writeBuffer()));
    await round.receive('错');
    expect(await round.readNominees('新名册.xlsx')).toEqual([]);
    expect(
      (await heldIn()).filter((told) => told.startsWith('申报编号“2024-01003”有 2 行（浦东第 5 行、黄浦第 2 行）')),
    ).toHaveLength(2);
  });

  it('so many rows that it is no district’s list, beside a list that counts', async () => {
    const own = new ExcelJS.Workbook();
    const sheet = own.addWorksheet('推荐名单');
    sheet.addRow(['奖项', '单位名称']);
    for (let row = 0; row <= 5_000; row += 1) sheet.addRow(['先进单位', '虚构公司']);
    await round.put('多/很多行.xlsx', new Uint8Array(await own.xlsx.writeBuffer()));
    await round.put('多/浦东.xlsx', nominate('浦东', [{ 单位编号: unitOf('浦东') }]));
    await round.receive('多');
    expect(round.said.join('')).toContain('“推荐名单”有 5001 行，超过 5000 行');
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(1);
  });

  it('is told to each district on a page: what came, what was not taken, and the places that are left', async () => {
    await round.put('回复/浦东.xlsx', nominate('浦东', [{ 单位编号: unitOf('黄浦') }, { 单位编号: unitOf('浦东') }]));
    await round.put('回复/坏.txt', new TextEncoder().encode('不是表'));
    await round.receive('回复', { notes: '通知' });
    const read = async (district: string) => {
      const name = `通知/${district}/${district}推荐表回复.xlsx`;
      const { rows } = openWorkbook(await round.get(name), name).readSheet('回复');
      return rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')).join('|')).join('\n');
    };
    const pudong = await read('浦东');
    expect(pudong).toContain('计入的是“浦东.xlsx”，有推荐 2 项，收下 1 项，没有收下 1 项');
    expect(pudong).toMatch(/没有写入：\nB3 “.*”属于“黄浦”，不是“浦东”的会员单位/);
    const places = round.scheme.awards.length;
    expect(pudong.match(/还可推荐/g)?.length).toBeLessThanOrEqual(places);
    expect(pudong).toMatch(/先进单位\|.*推荐 2 个，/);
    expect(await read('黄浦')).toContain('还没有收到推荐表，请尽快报送。');
    // Nobody's number, and no nomination of another district.
    const all = (await Promise.all(round.scheme.districts.map(({ name }) => read(name)))).join('');
    expect(all).not.toMatch(/990000\d{12}/);
    expect(await read('黄浦')).not.toContain('浦东');
    await expect(round.receive('回复', { notes: '通知' })).resolves.toBeDefined();
  });

  it('of lists alone no unit is asked for its score sheet', async () => {
    await round.put('只有/浦东.xlsx', nominate('浦东', [{ 单位编号: unitOf('浦东') }]));
    await round.receive('只有', { notes: '只有通知' });
    const notes = [...round.folder.files.keys()].filter(
      (name) => name.startsWith('只有通知/') && name.endsWith('.xlsx'),
    );
    expect(notes.length).toBeGreaterThan(10);
    expect(notes.filter((name) => !name.endsWith('推荐表回复.xlsx'))).toEqual([
      '只有通知/浦东/浦东推荐表（请改正）.xlsx',
    ]);
    expect(round.said.join('')).not.toContain('应报单位');
  });

  it('a list of another scheme or year, or of nobody; what is wrong is told of the file, and its district is asked for it', async () => {
    const sixth = await NominationRound.open(SIXTH.id, SIXTH.folder);
    await sixth.send();
    const [other = ''] = [...sixth.folder.files.keys()].filter(
      (name) => name.startsWith('发出/') && name.endsWith('.xlsx'),
    );
    await round.put('外/别的办法.xlsx', await sixth.get(other));
    await round.put('外/浦东.xlsx', nominate('浦东', [{ 单位编号: unitOf('浦东') }]));
    expect((await round.receive('外')).verdict).toBe('violations');
    expect(round.said.join('')).toMatch(/推荐表“别的办法.xlsx”不能计入：是评选方案“starbridge-inns-2031”的推荐表/);
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(1);
  });
});
