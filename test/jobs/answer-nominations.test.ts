/** What a district is answered: its own list with the cells marked that it has to mend, which it can send back; and whose clearance a list changes. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import { describeForm, readNominations } from '../../workbook/outgoing/read-outgoing.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { NominationRound, writeCells } from '../support/nomination-round.ts';

/** As the workbook for corrections colours a cell. */
const ASKED_FILL = 'FFFFC7CE';
/** Of 推荐名单, below the headings. */
const FIRST_ROW = 3;
/** Two districts of which somebody is nominated in the sample. */
const [OWN, OTHER] = ['浦东', '黄浦'] as const;

describe('the answer to a district', () => {
  let round: NominationRound;
  let headings: string[];
  /** Nominations of the sample's own district, of one person each. */
  let persons: Facts[];

  const change = (facts: Facts, cells: Readonly<Record<string, FactValue>>): Facts =>
    new Map([...facts, ...Object.entries(cells)]);
  const receive = (folder: string, roster = '名册.xlsx') =>
    round.receive(folder, { roster, out: `${folder}.xlsx`, newRoster: `${folder}名册.xlsx`, notes: `${folder}通知` });
  const corrections = (folder: string, district: string) =>
    `${folder}通知/${district}/${district}推荐表（请改正）.xlsx`;
  const readRows = (bytes: Uint8Array) => {
    const read = readNominations(openWorkbook(bytes, '推荐表.xlsx'), describeForm(round.scheme));
    if (read?.kind !== 'read') throw new Error('no list');
    return read.list;
  };
  const headingsOf = (bytes: Uint8Array) => {
    const heading = openWorkbook(bytes, '推荐表.xlsx').readSheet('推荐名单').rows[FIRST_ROW - 2];
    return heading?.cells.map((cell) => (cell.kind === 'text' ? cell.text : '')) ?? [];
  };
  /** The cells of 推荐名单 that are marked, and what stands in their notes. */
  const readMarks = async (bytes: Uint8Array) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const marks = new Map<string, string>();
    workbook.getWorksheet('推荐名单')?.eachRow((row, number) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        const { fill, note } = cell;
        if (number < FIRST_ROW || fill.type !== 'pattern' || fill.fgColor?.argb !== ASKED_FILL) return;
        const texts = typeof note === 'string' ? [note] : (note.texts ?? []).map(({ text }) => text);
        marks.set(cell.address, texts.join(''));
      });
    });
    return marks;
  };

  beforeAll(async () => {
    round = await NominationRound.open('shanghai-security-2024');
    headings = listInputColumns(round.scheme).map(({ heading }) => heading);
    // Upon the nomination of a unit others rest.
    const isPerson = (facts: Facts) => (facts.get('身份证号') ?? '') !== '' && facts.get('奖项') !== '先进单位';
    persons = round.nominationsOf(OWN).filter(isPerson);
    await round.send();
  }, 120_000);

  describe('with two rows that are wrong', () => {
    let rows: Facts[];
    let shortAt: number;
    let foreignAt: number;
    let sent: Uint8Array;
    let marked: Uint8Array;

    beforeAll(async () => {
      const foreign = round.nominationsOf(OTHER)[0];
      if (!foreign || persons.length < 3) throw new Error('the sample nominates too few');
      rows = round.nominationsOf(OWN);
      shortAt = FIRST_ROW + rows.findIndex((facts) => facts === persons[1]);
      foreignAt = FIRST_ROW + rows.findIndex((facts) => facts === persons[2]);
      const wrong = rows.map((facts) => {
        if (facts === persons[1]) return change(facts, { 身份证号: String(facts.get('身份证号')).slice(0, 17) });
        return facts === persons[2] ? change(facts, { 单位编号: foreign.get('单位编号') ?? null }) : facts;
      });
      sent = round.fill(await round.get(`发出/${OWN}推荐表.xlsx`), wrong);
      await round.put('错/浦东.xlsx', sent);
      await receive('错');
      marked = await round.get(corrections('错', OWN));
    });

    it('is a form of that district, with all that was sent, row for row', () => {
      const [was, now] = [readRows(sent), readRows(marked)];
      expect(now).toMatchObject({ district: OWN, isForm: true, lacking: [], unknown: [] });
      const show = ({ rows }: typeof was) =>
        rows.map(({ row, facts }) => [row, ...facts.filter(([heading]) => headings.includes(heading))]);
      expect(show(now)).toEqual(show(was));
    });

    it('has the wrong cells marked, with the reason, and no others', async () => {
      const marks = await readMarks(marked);
      const column = columnLetters(1 + headingsOf(marked).indexOf('身份证号'));
      const [unitCell, idCell] = [`B${foreignAt}`, `${column}${shortAt}`];
      expect([...marks.keys()].sort()).toEqual([unitCell, idCell].sort());
      expect(marks.get(unitCell)).toMatch(/属于“黄浦”，不是“浦东”的会员单位/);
      expect(marks.get(idCell)).toMatch(/18 位/);
    });

    it('tells of the same cells on its page, with no number of a person and nothing of the row that is right', async () => {
      const name = `错通知/${OWN}/${OWN}推荐表回复.xlsx`;
      const page = openWorkbook(await round.get(name), name).readSheet('回复');
      const text = page.rows
        .flatMap(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')))
        .join('\n');
      for (const address of (await readMarks(marked)).keys()) expect(text).toContain(`${address} `);
      expect(text).not.toMatch(/\d{15}/);
      expect(text.match(/^2024-\d+$/gm)).toHaveLength(2);
    });

    it('mended and sent back is taken whole, and then there is nothing marked any more', async () => {
      const mended = writeCells(marked, [
        { row: shortAt, heading: '身份证号', value: String(persons[1]?.get('身份证号')) },
        { row: foreignAt, heading: '选择单位', value: String(persons[2]?.get('单位编号')) },
      ]);
      await round.put('错/浦东.xlsx', mended);
      await receive('错');
      const names = (await round.readNominees('错名册.xlsx')).map(({ facts }) => facts.get('姓名'));
      expect(names.sort()).toEqual(rows.map((facts) => facts.get('姓名') ?? null).sort());
      const kinds = (await round.readRows('错.xlsx', '推荐明细')).map((row) => row.get('处理'));
      expect(kinds).toEqual(rows.map(() => '新推荐'));
      expect([...round.folder.files.keys()].filter((name) => name === corrections('错', OWN))).toEqual([]);
    });
  });

  it('sends back what the office had filled in on the front sheet, with whose cells these are', async () => {
    const rows = round.nominationsOf(OWN);
    const at = rows.findIndex((facts) => facts === persons[1]);
    const wrong = rows.map((facts, index) => (index === at ? change(facts, { 身份证号: '1' }) : facts));
    const form = await round.get(`发出/${OWN}推荐表.xlsx`);
    const front = openWorkbook(form, '推荐表.xlsx').readSheet('填写说明');
    const rowOf = (label: string) =>
      front.rows.find(({ cells }) => cells.some((cell) => cell.kind === 'text' && cell.text === label))?.number ?? 0;
    const office = { 联系人: '虚构甲', 联系电话: '021-00000000', 报送邮箱或地址: '虚构路 1 号' };
    const sent = patchWorkbook(
      round.fill(form, wrong),
      '推荐表.xlsx',
      Object.entries(office).map(([label, value]) => ({ sheet: '填写说明', address: `B${rowOf(label)}`, value })),
    );
    await round.put('联/表.xlsx', sent);
    await receive('联');
    const back = openWorkbook(await round.get(corrections('联', OWN)), '推荐表.xlsx').readSheet('填写说明');
    const texts = back.rows.flatMap(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')));
    for (const value of Object.values(office)) expect(texts).toContain(value);
    expect(texts.join('')).toContain('黄色格子（联系人、联系电话、报送邮箱或地址）由发出推荐表的');
  });

  it('asks for the award where it is none of the scheme’s', async () => {
    const rows = round.nominationsOf(OWN);
    const wrong = rows.map((facts, at) => (at === 0 ? change(facts, { 奖项: '先进样例奖' }) : facts));
    await round.put('奖/表.xlsx', round.fill(await round.get(`发出/${OWN}推荐表.xlsx`), wrong));
    await receive('奖');
    const marks = await readMarks(await round.get(corrections('奖', OWN)));
    const marked = [...marks.values()].filter((said) => said.includes('奖项“先进样例奖”不在本次评选之列'));
    expect(marked).toHaveLength(1);
    const line = (await round.readRows('奖.xlsx', '推荐明细')).find((row) => row.get('奖项') === '先进样例奖');
    expect(line?.get('审查')).toBe('没有通过');
  });

  it('names a cell that cannot be read once, and no file of the office', async () => {
    const rows = round.nominationsOf(OWN);
    const at = rows.findIndex((facts) => facts.get('人数'));
    const wrong = rows.map((facts, index) => (index === at ? change(facts, { 人数: '约94人' }) : facts));
    await round.put('约/收到/表.xlsx', round.fill(await round.get(`发出/${OWN}推荐表.xlsx`), wrong));
    await receive('约');
    const marked = await round.get(corrections('约', OWN));
    const address = `${columnLetters(1 + headingsOf(marked).indexOf('人数'))}${FIRST_ROW + at}`;
    const said = '“人数”应为整数，现为“约94人”';
    expect((await readMarks(marked)).get(address)).toMatch(new RegExp(`^${said}`));
    const name = `约通知/${OWN}/${OWN}推荐表回复.xlsx`;
    const page = openWorkbook(await round.get(name), name).readSheet('回复');
    const text = page.rows.flatMap(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : ''))).join();
    expect(text).toContain(`${address} ${said}`);
    expect(text).not.toContain('工作表');
  });

  it('counts what its table lists, and says of those over the places that they are no fault of their own', async () => {
    const rows = round.nominationsOf(OWN);
    const count = rows.filter((facts) => facts.get('奖项') === '先进单位').length;
    const fewer = new Map(Object.entries({ 所属: OWN, 奖项: '先进单位', 名额: count - 1, 理由: '虚构' }));
    await round.put(
      '少.xlsx',
      await writeMasterRoster(round.scheme, { ...round.tables, nominees: [], overrides: [fewer] }),
    );
    await round.send('少.xlsx', '少发');
    const short = String(persons[1]?.get('身份证号')).slice(0, 17);
    const wrong = rows.map((facts) => (facts === persons[1] ? change(facts, { 身份证号: short }) : facts));
    await round.put(
      `多/来件.zip/办公室/${OWN}推荐表.xlsx`,
      round.fill(await round.get(`少发/${OWN}推荐表.xlsx`), wrong),
    );
    await receive('多', '少.xlsx');
    const name = `多通知/${OWN}/${OWN}推荐表回复.xlsx`;
    const page = openWorkbook(await round.get(name), name).readSheet('回复');
    const lines = page.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')).join(''));
    const text = lines.join('\n');
    expect(text).toContain(`计入的是“${OWN}推荐表.xlsx”`);
    expect(text).not.toMatch(/来件|办公室/);
    expect(text).toContain(`推荐 ${count} 个，超出 1 个，请撤下`);
    const listed = Number(/“情况和要做的事”共 (\d+) 项/.exec(text)?.[1] ?? 0);
    const head = lines.findIndex((line) => line.endsWith('情况和要做的事') && line.startsWith('行'));
    const numbered = head < 0 ? [] : page.rows.slice(head + 1).filter(({ cells }) => cells[0]?.kind === 'number');
    expect(numbered).toHaveLength(listed);
    expect(listed).toBe(1);
    const counts = /没有通过 (\d+) 项：要改正的 (\d+) 项；奖项超出名额的 (\d+) 项，[^；]*；等[^；]*的 (\d+) 项，/.exec(
      text,
    );
    const [all = 0, ...parts] = (counts ?? []).slice(1).map(Number);
    expect(all).toBeGreaterThan(0);
    expect(parts.slice(0, 2)).toEqual([listed, count]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  });

  it('says whose clearance a list changes that another district sends, before anything is written', async () => {
    const nominees = await round.readNominees('全.xlsx');
    const person = nominees.find(
      (each) => each.idNumber !== '' && persons.some((p) => p.get('身份证号') === each.idNumber),
    );
    const unit = round.nominationsOf(OTHER)[0]?.get('单位编号') ?? null;
    if (!person) throw new Error('nobody is nominated');
    await round.send('全.xlsx', '全发');
    const rows = [...round.nominationsOf(OTHER), change(person.facts, { 单位编号: unit, 申报编号: null })];
    await round.put('两处/黄浦.xlsx', round.fill(await round.get(`全发/${OTHER}推荐表.xlsx`), rows));
    await round.receive('两处', { roster: '全.xlsx', out: '两处.xlsx', newRoster: '' });
    const lines = await round.readRows('两处.xlsx', '推荐明细');
    const touched = lines.filter((line) => line.get('处理') === '受影响');
    // And what rests on it: the unit's other nominations.
    expect(touched.map((line) => line.get('申报编号'))).toContain(person.application);
    expect(new Set(touched.map((line) => line.get('单位编号')))).toEqual(new Set([person.unitNumber]));
    expect(new Set(touched.map((line) => line.get('审查')))).toEqual(new Set(['原通过，现没有通过']));
    expect(round.said.join('')).toContain(`原通过、现没有通过的 ${touched.length} 项`);
    expect(round.folder.files.has('新名册.xlsx')).toBe(false);
  });

  describe('places, before anything is written', () => {
    it.each([-1, 0, 1])('of an award of which %i more are nominated than there are', async (more) => {
      const roster = readMasterRoster(openWorkbook(await round.get('名册.xlsx'), '名册.xlsx'), round.scheme).roster;
      const usage = checkRoster(round.scheme, roster).places.find(
        ({ district, award, places }) => district.name === OWN && award.id === 'advancedUnit' && places > 1,
      );
      const units = roster.memberUnits.filter(({ district }) => district === OWN);
      if (!usage) throw new Error('there are no such places');
      const rows = Array.from(
        { length: usage.places + more },
        (_, at): Facts =>
          new Map([
            ['奖项', usage.award.name],
            ['单位编号', units[at % units.length]?.number ?? ''],
            ['单位名称', units[at % units.length]?.name ?? ''],
          ]),
      );
      // One stands in the roster already.
      const [first, ...rest] = rows;
      await round.put('一家.xlsx', await round.writeRoster([new Map([...(first ?? []), ['申报编号', '2024-01001']])]));
      await round.send('一家.xlsx', '一家发');
      await round.put(
        '名额/浦东.xlsx',
        round.fill(await round.get(`一家发/${OWN}推荐表.xlsx`), [first ?? new Map(), ...rest]),
      );
      const { summary } = await round.receive('名额', { roster: '一家.xlsx', out: '名额.xlsx', newRoster: '' });
      const told = (await round.readRows('名额.xlsx', '推荐收件'))
        .find((row) => row.get('区') === OWN)
        ?.get('写入后/名额');
      const over = more > 0 ? '，超出 1 个' : '';
      const changed = `先进单位 ${usage.places + more}/${usage.places}（原 1${over}）`;
      expect(told).toContain(changed);
      expect(round.said.includes(`写进总名册以后超出名额：${OWN}${changed}。`)).toBe(more > 0);
      const { overPlaces } = (summary() as { nominations: { check: { overPlaces: object[] } } }).nominations.check;
      expect(overPlaces).toHaveLength(more > 0 ? 1 : 0);
    });
  });
});
