/** Lists that come behind the last day: told wherever somebody looks, and dropped nowhere. */
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { NominationRound } from '../support/nomination-round.ts';

/** As a spreadsheet program says when it saved. */
function saveAt(workbook: Uint8Array, time: string): Uint8Array {
  const parts = unzipSync(workbook);
  const core = new TextDecoder().decode(parts['docProps/core.xml']);
  const stamped = core.replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${time}`);
  expect(stamped).not.toBe(core);
  return zipSync({ ...parts, 'docProps/core.xml': new TextEncoder().encode(stamped) });
}

describe('lists around the last day of the notice, 2024-12-30', () => {
  let round: NominationRound;
  const [BEFORE, ON, AFTER] = ['浦东', '黄浦', '静安'] as const;
  const listOf = async (district: string) =>
    (await round.readRows('汇总.xlsx', '推荐收件')).find((row) => row.get('区') === district);
  const answerOf = async (district: string) => {
    const name = `通知/${district}/${district}推荐表回复.xlsx`;
    const { rows } = openWorkbook(await round.get(name), name).readSheet('回复');
    return rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')).join('|')).join('\n');
  };
  const filled = async (district: string, count = Infinity) =>
    round.fill(await round.get(`发出/${district}推荐表.xlsx`), round.nominationsOf(district).slice(0, count));

  beforeAll(async () => {
    round = await NominationRound.open('shanghai-security-2024');
    await round.send();
    await round.put('收/前.xlsx', saveAt(await filled(BEFORE), '2024-12-29T15:59:59Z'));
    await round.put('收/当天.xlsx', saveAt(await filled(ON), '2024-12-30T15:59:59Z'));
    await round.put('收/后.xlsx', saveAt(await filled(AFTER), '2024-12-30T16:00:00Z'));
  }, 60_000);

  it('are told by the day in the file, in the summary, in the answer and to whoever collects; all are taken', async () => {
    const { summary } = await round.receive('收', { notes: '通知' });
    const told = await Promise.all([BEFORE, ON, AFTER].map(listOf));
    expect(told.map((row) => [row?.get('收件日期'), row?.get('是否逾期'), row?.get('计入')])).toEqual([
      ['2024-12-29', '按期', '是'],
      ['2024-12-30', '按期', '是'],
      ['2024-12-31', '逾期', '是'],
    ]);
    expect(told[2]?.get('说明')).toContain('比截止日晚 1 天收到，照常计入，是否收下由您定');
    const all = [BEFORE, ON, AFTER].flatMap((district) => round.nominationsOf(district));
    expect(await round.readNominees('新名册.xlsx')).toHaveLength(all.length);
    expect(round.said.join('')).toContain(`推荐表逾期收到的区 1 个：${AFTER}（晚 1 天）`);
    expect(summary()).toMatchObject({
      nominations: { late: [{ district: AFTER, receivedOn: '2024-12-31', daysLate: 1 }] },
    });
    const sentence = '推荐表 2024年12月31日收到，晚于截止日 2024年12月30日，是否收下由';
    for (const district of [BEFORE, ON]) expect(await answerOf(district)).not.toContain('晚于截止日');
    expect((await answerOf(AFTER)).split(sentence)).toHaveLength(2);
  });

  it('are asked for again by the day that the staff give, by the document’s, or by none that is past', async () => {
    await round.receive('收', { notes: '通知' });
    expect(await answerOf(BEFORE)).toMatch(/报送截止：2024年12月30日（.*正文 四/);
    expect(await answerOf(AFTER)).toMatch(/报送截止：\s*年\s*月\s*日/);
    expect(await answerOf('徐汇')).toMatch(/还没有收到推荐表[\s\S]*报送截止：2024年12月30日/);
    expect(round.said.join('')).toContain('其中 1 页回复上的报送截止是空的');
    await round.receive('收', { notes: '通知', replyBy: '2025-01-08' });
    for (const district of [BEFORE, AFTER, '徐汇']) {
      expect(await answerOf(district)).toContain('报送截止：2025年1月8日');
    }
    expect(round.said.join('')).not.toContain('报送截止是空的');
  });

  it.each([
    ['2024-12-29', '按期'],
    ['2024-12-30', '按期'],
    ['2024-12-31', '逾期'],
  ])('came when the staff say: %s', async (receivedOn, word) => {
    await round.receive('收', { receivedOn });
    for (const district of [BEFORE, ON, AFTER]) {
      const row = await listOf(district);
      expect([row?.get('收件日期'), row?.get('是否逾期')]).toEqual([receivedOn, word]);
    }
    expect((await listOf(AFTER))?.get('说明')?.includes('保存时间晚于收件日期')).toBe(receivedOn < '2024-12-31');
  });

  it.each(['2024-12-32', '12月30日'])('a day that is none is refused: %s', async (receivedOn) => {
    await expect(round.receive('收', { receivedOn })).rejects.toThrow(/应为日期，如 2024-12-30/);
  });

  it('keep their day from one summary to the next, or the one that staff have put there; a mended list is not late', async () => {
    await round.receive('收', { out: '首.xlsx' });
    const corrected = await correct('首.xlsx', '后.xlsx', '2024-12-30');
    await round.put('首改.xlsx', corrected);
    await round.receive('收', { previous: '首改.xlsx', receivedOn: '2025-01-06' });
    expect((await listOf(AFTER))?.get('收件日期')).toBe('2024-12-30');
    expect((await listOf(AFTER))?.get('是否逾期')).toBe('按期');
    // The first list is taken out of the folder, and the mended one is new.
    await round.put('再收/补正.xlsx', saveAt(await filled(BEFORE, 1), '2025-01-05T00:00:00Z'));
    let previous = '首.xlsx';
    for (const out of ['二.xlsx', '汇总.xlsx']) {
      await round.receive('再收', { previous, out });
      previous = out;
    }
    expect((await listOf(BEFORE))?.get('是否逾期')).toBe('按期报过，补正');
    await round.receive('再收');
    expect((await listOf(BEFORE))?.get('是否逾期')).toBe('逾期');
  });

  it('keep their day, and the mark of the one that a person chose, over a summary that has none of them', async () => {
    await round.receive('收', { out: '首.xlsx' });
    await round.put('首改.xlsx', await correct('首.xlsx', '后.xlsx', '2024-12-29'));
    await round.put('无/说明.txt', new TextEncoder().encode('虚构'));
    let previous = '首改.xlsx';
    for (const out of ['无一.xlsx', '无二.xlsx']) {
      await round.receive('无', { previous, out, newRoster: '' });
      const rows = await round.readRows(out, '推荐收件');
      const own = rows.find((row) => row.get('文件') === '后.xlsx');
      expect([own?.get('状态'), own?.get('收件日期'), own?.get('计入')]).toEqual([
        '这次没有收到',
        '2024-12-29',
        '上次计入',
      ]);
      previous = out;
    }
    // A list of a district that was in time is a mended one still.
    await round.put('再收/补正.xlsx', saveAt(await filled(BEFORE, 1), '2025-01-05T00:00:00Z'));
    await round.receive('再收', { previous });
    expect((await listOf(BEFORE))?.get('是否逾期')).toBe('按期报过，补正');
    await round.receive('收', { previous });
    expect((await listOf(AFTER))?.get('收件日期')).toBe('2024-12-29');
    expect((await round.readRows('汇总.xlsx', '推荐收件')).filter((row) => row.get('状态') === '这次没有收到')).toEqual(
      [],
    );
  });

  async function correct(summary: string, file: string, day: string): Promise<Uint8Array> {
    const bytes = await round.get(summary);
    const { rows } = openWorkbook(bytes, summary).readSheet('推荐收件');
    const find = (text: string) => {
      for (const { number, cells } of rows) {
        const cell = cells.find((each) => each.kind === 'text' && each.text === text);
        if (cell) return { row: number, column: columnLetters(cell.column) };
      }
      throw new Error(`no ${text}`);
    };
    const address = `${find('收件日期').column}${find(file).row}`;
    return patchWorkbook(bytes, summary, [{ sheet: '推荐收件', address, value: day }]);
  }
});
