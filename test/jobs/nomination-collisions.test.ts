/** Collisions of returned lists: side by side, answered in the summary or in the roster's 决定, done as decided, and asked again when something has changed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { patchWorkbook, type WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import type { Facts } from '../../rules/roster-column.ts';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { answerCollision, type FilledAnswer } from '../support/answer-collision.ts';
import { NominationRound, writeCells } from '../support/nomination-round.ts';

const HEADING = '单位地址';
/** Of 推荐名单 in a form. */
const FIRST_ROW = 3;

const SIGNED: Omit<FilledAnswer, '决定'> = { 决定单位: '市企保协会', 决定日期: '2025-01-06', 理由: '虚构的理由' };

/** A collision, and what the roster has of it as each answer wants it. */
interface Case {
  readonly matter: string;
  readonly folder: string;
  readonly roster: string;
  readonly look: (roster: string) => Promise<string>;
  readonly agreed: string;
  readonly refused: string;
}

const MATTERS = [
  '推荐表与总名册不一致',
  '区里清空了内容',
  '同一申报编号换了推荐',
  '区里没有再报',
  '总名册没有了又报来',
  '推荐别的区的单位',
] as const;

describe('a collision', () => {
  let round: NominationRound;
  let district: string;
  let nominations: Facts[];
  const cases = new Map<string, Case>();
  const caseOf = (matter: string): Case => {
    const found = cases.get(matter);
    if (!found) throw new Error(`no case of ${matter}`);
    return found;
  };
  const filled = async (rows = nominations) => round.fill(await round.get(`发出/${district}推荐表.xlsx`), rows);
  const changed = (index: number, cells: Record<string, string | null>) =>
    nominations.map((facts, at) => (at === index ? new Map([...facts, ...Object.entries(cells)]) : facts));
  const factOf = async (roster: string, index: number, heading: string) =>
    String((await round.readNominees(roster))[index]?.facts.get(heading) ?? '');
  const countIn = async (roster: string) => String((await round.readNominees(roster)).length);
  const listOpen = async (summary: string) =>
    (await round.readRows(summary, '推荐冲突')).filter(
      (row) => row.get('区') !== '无' && !row.get('现状')?.startsWith('已决定，'),
    );
  const listAll = async (summary: string) =>
    (await round.readRows(summary, '推荐冲突')).filter((row) => row.get('区') !== '无');

  beforeAll(async () => {
    round = await NominationRound.open('shanghai-security-2024');
    await round.send();
    const [largest, second] = round.scheme.districts
      .map(({ name }) => name)
      .sort((a, b) => round.nominationsOf(b).length - round.nominationsOf(a).length);
    district = largest ?? '';
    nominations = round.nominationsOf(district);
    const person = nominations.findIndex((facts) => (facts.get('姓名') ?? '') !== '');
    const count = nominations.length;
    await round.put('初/表.xlsx', await filled());
    await round.receive('初');
    const first = await factOf('新名册.xlsx', 0, HEADING);
    await round.put(
      '改/名册.xlsx',
      writeCells(await round.get('新名册.xlsx'), [{ row: 2, heading: HEADING, value: '市里写的' }], 1),
    );
    await round.put('不一致/表.xlsx', await filled(changed(0, { [HEADING]: '区里写的' })));
    await round.put('清空/表.xlsx', await filled(changed(0, { [HEADING]: null })));
    await round.put('换人/表.xlsx', await filled(changed(person, { 姓名: '虚构新人', 联系电话: null })));
    const blank = ['选择单位', ...listInputColumns(round.scheme).map(({ heading }) => heading)];
    await round.put(
      '撤回/表.xlsx',
      writeCells(
        await filled(),
        blank.map((heading) => ({ row: FIRST_ROW, heading, value: null })),
      ),
    );
    const all = await round.readNominees('新名册.xlsx');
    await round.put('少.xlsx', await round.writeRoster(all.slice(1).map(({ facts }) => facts)));
    const foreign = round.nominationsOf(second ?? '')[0]?.get('单位编号') ?? null;
    await round.put(
      '别区/表.xlsx',
      await filled([
        ...nominations,
        new Map([
          ['奖项', '先进单位'],
          ['单位编号', foreign],
        ]),
      ]),
    );
    const cells = (roster: string) => factOf(roster, 0, HEADING);
    const add = (matter: (typeof MATTERS)[number], each: Omit<Case, 'matter'>) =>
      cases.set(matter, { matter, ...each });
    add('推荐表与总名册不一致', {
      folder: '不一致',
      roster: '改/名册.xlsx',
      look: cells,
      agreed: '区里写的',
      refused: '市里写的',
    });
    add('区里清空了内容', { folder: '清空', roster: '新名册.xlsx', look: cells, agreed: '', refused: first });
    const nameOf = (roster: string) => factOf(roster, person, '姓名');
    const was = await nameOf('新名册.xlsx');
    add('同一申报编号换了推荐', {
      folder: '换人',
      roster: '新名册.xlsx',
      look: nameOf,
      agreed: '虚构新人',
      refused: was,
    });
    const counted = { look: countIn, roster: '新名册.xlsx' };
    add('区里没有再报', { ...counted, folder: '撤回', agreed: String(count - 1), refused: String(count) });
    add('总名册没有了又报来', {
      look: countIn,
      roster: '少.xlsx',
      folder: '初',
      agreed: String(count),
      refused: String(count - 1),
    });
    add('推荐别的区的单位', { ...counted, folder: '别区', agreed: String(count + 1), refused: String(count) });
  }, 120_000);

  describe.each(MATTERS)('%s', (matter) => {
    it.each(
      (['agreed', 'refused'] as const).flatMap((word) =>
        (['summary', 'roster'] as const).map((door) => ({ word, door })),
      ),
    )('$word in the $door is done, kept, and not asked again', async ({ word, door }) => {
      const { folder, roster, look, ...then } = caseOf(matter);
      await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '一名册.xlsx' });
      const open = await listOpen('一.xlsx');
      expect(open.map((row) => [row.get('事项'), row.get('现状')])).toEqual([[matter, '待您决定']]);
      // Nobody has decided: what the roster has stays.
      expect(await look('一名册.xlsx')).toBe(then.refused);
      expect(round.said.join('')).toContain('要由人决定的冲突 1 处');
      const answer = { 决定: word === 'agreed' ? '同意' : '不同意', ...SIGNED };
      const subject = open[0]?.get('申报编号') ?? '';
      if (door === 'summary') await round.put('一答.xlsx', await answerIn('一.xlsx', matter, answer));
      else await round.put('一手.xlsx', await decideIn('一名册.xlsx', { 事项: matter, 对象: subject, ...answer }));
      const { verdict } = await round.receive(folder, {
        roster: door === 'summary' ? '一名册.xlsx' : '一手.xlsx',
        previous: door === 'summary' ? '一答.xlsx' : '一.xlsx',
        out: '二.xlsx',
        newRoster: '二名册.xlsx',
      });
      expect(await look('二名册.xlsx')).toBe(then[word]);
      expect(verdict).toBe('fine');
      expect(await listOpen('二.xlsx')).toEqual([]);
      expect(round.said.join('')).toContain('照“决定”办的冲突 1 处');
      const decisions = readRoster(await round.get('二名册.xlsx')).decisions;
      expect(decisions).toHaveLength(1);
      expect(decisions[0]).toMatchObject({ matter, subject, by: '市企保协会', on: '2025-01-06', reason: '虚构的理由' });
      expect(decisions[0]?.about).toMatch(/^[A-Z]{10}/);
      // The roster's own check takes no offence at it.
      expect(await checkDecisions('二名册.xlsx')).toEqual([]);
      // The file comes again, whatever else is at hand.
      for (const previous of ['二.xlsx', '']) {
        await round.receive(folder, { roster: '二名册.xlsx', previous, out: '三.xlsx', newRoster: '三名册.xlsx' });
        expect(await look('三名册.xlsx')).toBe(then[word]);
        expect(await listOpen('三.xlsx')).toEqual([]);
        expect(readRoster(await round.get('三名册.xlsx')).decisions).toEqual(decisions);
      }
    });

    it.each(['同意', '不同意'])('%s is carried on by summaries until a roster is written', async (word) => {
      const { folder, roster, look, agreed, refused } = caseOf(matter);
      await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '' });
      let previous = '一答.xlsx';
      await round.put(previous, await answerIn('一.xlsx', matter, { 决定: word, ...SIGNED }));
      for (const out of ['二.xlsx', '三.xlsx']) {
        await round.receive(folder, { roster, previous, out, newRoster: '' });
        const [row] = await listAll(out);
        expect(row?.get('现状')).toBe('已决定，写进新总名册“决定”表');
        expect(SIGNED).toEqual({
          决定单位: row?.get('决定单位'),
          决定日期: row?.get('决定日期'),
          理由: row?.get('理由'),
        });
        previous = out;
      }
      await round.receive(folder, { roster, previous, out: '四.xlsx', newRoster: '四名册.xlsx' });
      expect(await look('四名册.xlsx')).toBe(word === '同意' ? agreed : refused);
      expect(readRoster(await round.get('四名册.xlsx')).decisions).toHaveLength(1);
    });

    it('is handed on by a summary that does not meet it, and holds when it comes up again', async () => {
      const { folder, roster, look, agreed } = caseOf(matter);
      await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '' });
      await round.put('一答.xlsx', await answerIn('一.xlsx', matter, { 决定: '同意', ...SIGNED }));
      await round.put('别/说明.txt', new TextEncoder().encode('虚构'));
      await round.put('几份/一.xlsx', await filled(changed(0, { 职务: '一' })));
      await round.put('几份/二.xlsx', await filled(changed(0, { 职务: '二' })));
      await round.put('无列.xlsx', await withoutAbout(roster));
      const [asked] = await listOpen('一.xlsx');
      let previous = '一答.xlsx';
      for (const [from, given, told] of [
        ['别', roster, '这次没有遇到，留着，再遇到时还算数。'],
        ['几份', roster, '这次没有遇到，留着，再遇到时还算数。'],
        [
          folder,
          '无列.xlsx',
          '总名册“决定”表没有“所定内容”一列，填过的决定没有地方记，还不能照办；请在“决定”表补上这一列，再收一次。',
        ],
      ] as const) {
        const out = `${previous}后.xlsx`;
        await round.receive(from, { roster: given, previous, out, newRoster: '' });
        const rows = await listAll(out);
        expect(rows.map((row) => [row.get('事项'), row.get('现状')])).toEqual([[matter, told]]);
        for (const heading of ['区', '申报编号', '推荐', '总名册', '推荐表', '所定内容'])
          expect(rows[0]?.get(heading)).toBe(asked?.get(heading));
        expect(rows[0]?.get('理由')).toBe(SIGNED.理由);
        previous = out;
      }
      await round.receive(folder, { roster, previous, out: '四.xlsx', newRoster: '四名册.xlsx' });
      expect(await look('四名册.xlsx')).toBe(agreed);
      // What the roster has by now is not handed on any more.
      await round.receive('别', { roster: '四名册.xlsx', previous: '四.xlsx', out: '五.xlsx', newRoster: '' });
      expect(openWorkbook(await round.get('五.xlsx'), '五.xlsx').hasSheet('推荐冲突')).toBe(false);
    });

    it('is not done while the answer lacks something, which stays in its cell', async () => {
      const { folder, roster, look, refused } = caseOf(matter);
      await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '一名册.xlsx' });
      for (const [lacks, told] of [
        ['决定单位', '没有填写决定单位'],
        ['决定日期', '没有填写决定日期'],
        ['理由', '没有填写理由'],
      ] as const) {
        await round.put('一答.xlsx', await answerIn('一.xlsx', matter, { 决定: '同意', ...SIGNED, [lacks]: '' }));
        await round.receive(folder, {
          roster: '一名册.xlsx',
          previous: '一答.xlsx',
          out: '二.xlsx',
          newRoster: '二名册.xlsx',
        });
        expect(await look('二名册.xlsx')).toBe(refused);
        const [row] = await listOpen('二.xlsx');
        expect(row?.get('现状')).toBe(`写在汇总里的决定${told}，还不算数。`);
        expect(row?.get('决定')).toBe('同意');
        expect(readRoster(await round.get('二名册.xlsx')).decisions).toEqual([]);
      }
    });
  });

  it('that was decided otherwise twice is decided neither way', async () => {
    const { folder, roster, look, refused, matter } = caseOf('推荐表与总名册不一致');
    await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '' });
    const subject = (await listOpen('一.xlsx'))[0]?.get('申报编号') ?? '';
    const row = { 事项: matter, 对象: subject, ...SIGNED };
    await round.put('甲.xlsx', await decideIn(roster, { ...row, 决定: '同意' }));
    await round.put('乙.xlsx', await decideIn('甲.xlsx', { ...row, 决定: '不同意' }));
    await round.receive(folder, { roster: '乙.xlsx', previous: '一.xlsx', out: '二.xlsx', newRoster: '二名册.xlsx' });
    expect(await look('二名册.xlsx')).toBe(refused);
    expect((await listOpen('二.xlsx'))[0]?.get('现状')).toBe(
      '总名册“决定”表第 2、3 行说的是同一件事，都不算数，请留一行，或在这里再定一次。',
    );
    for (const [word, told, stamps] of [
      ['同意', '区里写的', ['（已改）', '（已改）', '（已办）']],
      ['不同意', '市里写的', ['（已改）', '（已改）', '']],
    ] as const) {
      await round.put('二答.xlsx', await answerIn('二.xlsx', matter, { 决定: word, ...SIGNED }));
      let [decided, previous] = ['乙.xlsx', '二答.xlsx'];
      for (const again of ['三', '四']) {
        await round.receive(folder, {
          roster: decided,
          previous,
          out: `${again}.xlsx`,
          newRoster: `${again}名册.xlsx`,
        });
        [decided, previous] = [`${again}名册.xlsx`, `${again}.xlsx`];
        expect(await look(decided)).toBe(told);
        expect(await listOpen(previous)).toEqual([]);
        const rows = readRoster(await round.get(decided)).decisions;
        expect(rows.map(({ about }) => about?.replace(/^[A-Z]{10}/, ''))).toEqual(stamps);
        expect(await checkDecisions(decided)).toEqual([]);
      }
    }
  });

  it.each(['同意', '不同意'])('that two rows decide alike is decided, and carried out once: %s', async (word) => {
    const { folder, roster, look, agreed, refused, matter } = caseOf('推荐表与总名册不一致');
    await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '' });
    const subject = (await listOpen('一.xlsx'))[0]?.get('申报编号') ?? '';
    const row = { 事项: matter, 对象: subject, ...SIGNED, 决定: word };
    await round.put('甲.xlsx', await decideIn(roster, row));
    await round.put('乙.xlsx', await decideIn('甲.xlsx', { ...row, 决定单位: '另一单位' }));
    await round.receive(folder, { roster: '乙.xlsx', previous: '一.xlsx', out: '二.xlsx', newRoster: '二名册.xlsx' });
    expect(await look('二名册.xlsx')).toBe(word === '同意' ? agreed : refused);
    expect(await listOpen('二.xlsx')).toEqual([]);
    const [one, other] = readRoster(await round.get('二名册.xlsx')).decisions.map(({ about }) => about);
    expect(one).toMatch(word === '同意' ? /^[A-Z]{10}（已办）$/ : /^[A-Z]{10}$/);
    expect(other).toBe(one);
  });

  it('is asked again when the district sends other words, and when staff take back what was done', async () => {
    const { folder, roster, look, matter } = caseOf('推荐表与总名册不一致');
    await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '一名册.xlsx' });
    for (const [word, stays] of [
      ['不同意', '市里写的'],
      ['同意', '区里写的'],
    ] as const) {
      await round.put('一答.xlsx', await answerIn('一.xlsx', matter, { 决定: word, ...SIGNED }));
      await round.receive(folder, {
        roster: '一名册.xlsx',
        previous: '一答.xlsx',
        out: '二.xlsx',
        newRoster: '二名册.xlsx',
      });
      expect(await look('二名册.xlsx')).toBe(stays);
      await round.put('再改/表.xlsx', await filled(changed(0, { [HEADING]: '区里又写的' })));
      // Without the earlier summary nobody knows who changed it last.
      await round.receive('再改', { roster: '二名册.xlsx', out: '三.xlsx', newRoster: '三名册.xlsx' });
      expect(await look('三名册.xlsx')).toBe(stays);
      const [again] = await listOpen('三.xlsx');
      expect(again?.get('现状')).toContain('是对原来的内容作的决定，此后内容变了，请再定一次');
      // Decided once more, both rows stand, and the later one holds.
      await round.put('三答.xlsx', await answerIn('三.xlsx', matter, { 决定: '同意', ...SIGNED }));
      await round.receive('再改', {
        roster: '三名册.xlsx',
        previous: '三答.xlsx',
        out: '四.xlsx',
        newRoster: '四名册.xlsx',
      });
      expect(await look('四名册.xlsx')).toBe('区里又写的');
      expect(readRoster(await round.get('四名册.xlsx')).decisions).toHaveLength(2);
      expect(await checkDecisions('四名册.xlsx')).toEqual([]);
    }
    const undone = writeCells(await round.get('二名册.xlsx'), [{ row: 2, heading: HEADING, value: '市里写的' }], 1);
    await round.put('改回.xlsx', undone);
    await round.receive(folder, {
      roster: '改回.xlsx',
      previous: '一答.xlsx',
      out: '五.xlsx',
      newRoster: '五名册.xlsx',
    });
    expect(await look('五名册.xlsx')).toBe('市里写的');
    const [asked] = await listOpen('五.xlsx');
    expect(asked?.get('现状')).toContain('此后总名册又改回来了，请再定一次，决定日期写这一次的');
    expect(asked?.get('理由')).toBe(SIGNED.理由);
    // Where it is asked it can be answered, either way.
    for (const [word, stays] of [
      ['同意', '区里写的'],
      ['不同意', '市里写的'],
    ] as const) {
      const later = { 决定: word, ...SIGNED, 决定日期: '2025-01-07' };
      await round.put('五答.xlsx', await answerIn('五.xlsx', matter, later));
      await round.receive(folder, {
        roster: '五名册.xlsx',
        previous: '五答.xlsx',
        out: '六.xlsx',
        newRoster: '六名册.xlsx',
      });
      expect(await look('六名册.xlsx')).toBe(stays);
      expect(await listOpen('六.xlsx')).toEqual([]);
      expect(readRoster(await round.get('六名册.xlsx')).decisions).toHaveLength(2);
      await round.receive(folder, {
        roster: '六名册.xlsx',
        previous: '六.xlsx',
        out: '七.xlsx',
        newRoster: '七名册.xlsx',
      });
      expect(await look('七名册.xlsx')).toBe(stays);
      expect(await listOpen('七.xlsx')).toEqual([]);
    }
  });

  it('cells of the row about which both sides agree are written besides', async () => {
    await round.put('两格/表.xlsx', await filled(changed(0, { [HEADING]: '区里写的', 职务: '新职务' })));
    const { roster, matter } = caseOf('推荐表与总名册不一致');
    await round.receive('两格', { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '一名册.xlsx' });
    await round.put('一答.xlsx', await answerIn('一.xlsx', matter, { 决定: '不同意', ...SIGNED }));
    await round.receive('两格', {
      roster: '一名册.xlsx',
      previous: '一答.xlsx',
      out: '二.xlsx',
      newRoster: '二名册.xlsx',
    });
    expect(await factOf('二名册.xlsx', 0, HEADING)).toBe('市里写的');
    expect((await listAll('二.xlsx')).length).toBe(1);
    expect(await factOf('二名册.xlsx', 0, '职务')).toBe('新职务');
  });

  it('about a number of which something else was decided is not settled by putting somebody else there', async () => {
    const { folder, roster, look, refused, matter } = caseOf('同一申报编号换了推荐');
    await round.receive(folder, { roster, previous: '汇总.xlsx', out: '一.xlsx', newRoster: '' });
    const subject = (await listOpen('一.xlsx'))[0]?.get('申报编号') ?? '';
    await round.put('已有.xlsx', await decideIn(roster, { 事项: '初审', 对象: subject, ...SIGNED, 决定: '入围' }));
    await round.put('一答.xlsx', await answerIn('一.xlsx', matter, { 决定: '同意', ...SIGNED }));
    await round.receive(folder, {
      roster: '已有.xlsx',
      previous: '一答.xlsx',
      out: '二.xlsx',
      newRoster: '二名册.xlsx',
    });
    expect(await look('二名册.xlsx')).toBe(refused);
    expect((await listOpen('二.xlsx'))[0]?.get('现状')).toContain('对这个编号另有决定，不能换人');
  });

  describe('that only all lists together show', () => {
    it('one person in two districts’ lists: agreed, both stand; refused, nobody does', async () => {
      const other =
        round.scheme.districts
          .map(({ name }) => name)
          .find((name) => name !== district && round.nominationsOf(name).length > 0) ?? '';
      const person = nominations.find((facts) => facts.get('奖项') === '先进保卫干部');
      const unit = round.nominationsOf(other)[0]?.get('单位编号') ?? null;
      await round.put('两处/一.xlsx', await filled());
      const both = [...round.nominationsOf(other), new Map([...(person ?? []), ['单位编号', unit]])];
      await round.put('两处/二.xlsx', round.fill(await round.get(`发出/${other}推荐表.xlsx`), both));
      await round.receive('两处', { out: '一.xlsx', newRoster: '一名册.xlsx' });
      const open = (await listOpen('一.xlsx')).filter((row) => row.get('事项') === '重复推荐');
      expect(open.map((row) => row.get('现状'))).toEqual(['待您决定']);
      expect(open[0]?.get('总名册')).toMatch(new RegExp(`^(${district}|${other})：`));
      for (const [word, is] of [
        ['同意', 'agreed'],
        ['不同意', 'refused'],
      ] as const) {
        await round.put('一答.xlsx', await answerIn('一.xlsx', '重复推荐', { 决定: word, ...SIGNED }));
        await round.receive('两处', {
          roster: '一名册.xlsx',
          previous: '一答.xlsx',
          out: '二.xlsx',
          newRoster: '二名册.xlsx',
        });
        const roster = readRoster(await round.get('二名册.xlsx'));
        const decided = { matter: '重复推荐', subject: open[0]?.get('申报编号'), word: is, by: '市企保协会' };
        expect(roster.decisions).toEqual([expect.objectContaining(decided)]);
        const pair = checkRoster(round.scheme, roster).remarks.filter(({ rule }) => rule === 'nominated-twice');
        expect(pair.map(({ decision }) => decision !== undefined)).toEqual([word === '同意']);
        for (const previous of ['二.xlsx', '']) {
          await round.receive('两处', { roster: '二名册.xlsx', previous, out: '三.xlsx', newRoster: '三名册.xlsx' });
          expect((await listOpen('三.xlsx')).filter((row) => row.get('事项') === '重复推荐')).toEqual([]);
          expect(readRoster(await round.get('三名册.xlsx')).decisions).toEqual(roster.decisions);
        }
      }
    });

    it('more nominations than places: agreed, 名额调整 has a row; of more still it is asked again', async () => {
      const roster = readRoster(await round.get('名册.xlsx'));
      const usage = checkRoster(round.scheme, roster).places.find(
        (each) => each.district.name === district && each.award.id === 'advancedUnit',
      );
      if (!usage) throw new Error('there are no such places');
      const units = roster.memberUnits.filter((unit) => unit.district === district);
      const nominate = (count: number) =>
        Array.from({ length: count }, (_, at): Facts => {
          const unit = units[at % units.length];
          return new Map([
            ['奖项', usage.award.name],
            ['单位编号', unit?.number ?? ''],
            ['单位名称', unit?.name ?? ''],
          ]);
        });
      const over = async (summary: string) =>
        (await listAll(summary)).filter((row) => row.get('事项') === '名额调整').map((row) => row.get('现状'));
      for (const [more, told] of [
        [0, []],
        [1, ['待您决定']],
      ] as const) {
        await round.put('多/表.xlsx', await filled(nominate(usage.places + more)));
        await round.receive('多', { out: '一.xlsx', newRoster: '一名册.xlsx' });
        expect(await over('一.xlsx')).toEqual(told);
      }
      await round.put('不.xlsx', await answerIn('一.xlsx', '名额调整', { 决定: '不同意', ...SIGNED }));
      await round.receive('多', {
        roster: '一名册.xlsx',
        previous: '不.xlsx',
        out: '二.xlsx',
        newRoster: '二名册.xlsx',
      });
      expect(await over('二.xlsx')).toEqual(['已决定不加名额，请区里撤下超出的。']);
      expect(readRoster(await round.get('二名册.xlsx')).overrides).toEqual([]);
      await round.put('加.xlsx', await answerIn('一.xlsx', '名额调整', { 决定: '同意', ...SIGNED }));
      await round.receive('多', {
        roster: '一名册.xlsx',
        previous: '加.xlsx',
        out: '三.xlsx',
        newRoster: '三名册.xlsx',
      });
      const [row] = readRoster(await round.get('三名册.xlsx')).overrides;
      expect(row).toMatchObject({
        district,
        award: usage.award.name,
        places: usage.places + 1,
        reason: '虚构的理由（市企保协会，2025-01-06）',
      });
      await round.receive('多', {
        roster: '三名册.xlsx',
        previous: '三.xlsx',
        out: '四.xlsx',
        newRoster: '四名册.xlsx',
      });
      expect(await over('四.xlsx')).toEqual([]);
      expect(readRoster(await round.get('四名册.xlsx')).overrides).toHaveLength(1);
      // One more comes: the answer was about fewer.
      await round.put('多/表.xlsx', await filled(nominate(usage.places + 2)));
      await round.receive('多', {
        roster: '一名册.xlsx',
        previous: '加.xlsx',
        out: '五.xlsx',
        newRoster: '五名册.xlsx',
      });
      expect(await over('五.xlsx')).toEqual(['上次的决定是对原来的内容作的，此后内容变了，请再定一次。']);
      await round.receive('多', {
        roster: '三名册.xlsx',
        previous: '三.xlsx',
        out: '六.xlsx',
        newRoster: '六名册.xlsx',
      });
      expect((await over('六.xlsx'))[0]).toContain(`“名额调整”表第 ${row?.row ?? 0} 行已有这一项`);
    });
  });

  function readRoster(bytes: Uint8Array) {
    return readMasterRoster(openWorkbook(bytes, '名册.xlsx'), round.scheme).roster;
  }

  /** What the check of the roster alone finds wrong in 决定. */
  async function checkDecisions(name: string): Promise<string[]> {
    const { remarks } = checkRoster(round.scheme, readRoster(await round.get(name)));
    return remarks
      .filter(({ where, severity }) => where[0].sheet === 'decisions' && severity !== 'note')
      .map(({ message }) => message);
  }

  async function withoutAbout(roster: string): Promise<Uint8Array> {
    const bytes = await round.get(roster);
    const [headings] = openWorkbook(bytes, roster).readSheet('决定').rows;
    const cell = headings?.cells.find((each) => each.kind === 'text' && each.text === '所定内容');
    if (!cell) throw new Error('no 所定内容');
    return patchWorkbook(bytes, roster, [
      { sheet: '决定', address: `${columnLetters(cell.column)}${headings?.number ?? 1}`, value: '旁注' },
    ]);
  }

  async function answerIn(summary: string, matter: string, answer: FilledAnswer): Promise<Uint8Array> {
    return answerCollision(await round.get(summary), matter, answer);
  }

  async function decideIn(roster: string, cells: Record<string, string>): Promise<Uint8Array> {
    const bytes = await round.get(roster);
    const { rows } = openWorkbook(bytes, roster).readSheet('决定');
    const columns = new Map(
      (rows[0]?.cells ?? []).map((cell) => [cell.kind === 'text' ? cell.text : '', columnLetters(cell.column)]),
    );
    const next = rows.filter((row) => row.cells.some((cell) => cell.kind === 'text')).length + 1;
    return patchWorkbook(
      bytes,
      roster,
      Object.entries(cells).map(([heading, value]): WorkbookChange => {
        return { sheet: '决定', address: `${columns.get(heading) ?? ''}${next}`, value };
      }),
    );
  }
});
