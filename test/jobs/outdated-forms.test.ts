/** A form that comes back and was made of another state of the roster is told of, and counts. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../rules/roster-column.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { NominationRound, writeCells } from '../support/nomination-round.ts';
import { OpinionRound } from '../support/opinion-round.ts';

const TOLD = '不是照现在的总名册出的推荐表（名额或会员单位后来变了），照常计入，请核对。';

interface Changed {
  readonly memberUnits?: readonly Facts[];
  readonly overrides?: readonly Facts[];
}

describe('of two districts', () => {
  const [OWN, OTHER] = ['浦东', '黄浦'] as const;

  it.each<[what: string, isTold: boolean, change: (units: readonly Facts[]) => Changed]>([
    ['nothing has changed', false, () => ({})],
    ['one’s unit has another name', true, (units) => ({ memberUnits: renameFirst(units, OWN) })],
    ['one has a unit less', true, (units) => ({ memberUnits: units.filter((unit) => unit !== firstOf(units, OWN)) })],
    [
      'one has other places',
      true,
      () => ({
        overrides: [
          new Map<string, string | number>([
            ['所属', OWN],
            ['奖项', '先进单位'],
            ['名额', 3],
            ['理由', '虚构的理由'],
          ]),
        ],
      }),
    ],
  ])(
    '%s',
    async (_, isTold, change) => {
      const round = await NominationRound.open('shanghai-security-2024');
      await round.send();
      for (const district of [OWN, OTHER]) {
        const filled = round.fill(await round.get(`发出/${district}推荐表.xlsx`), round.nominationsOf(district));
        await round.put(`收/${district}.xlsx`, filled);
      }
      const tables = { ...round.tables, nominees: [], ...change(round.tables.memberUnits) };
      const { memberUnits, sequence, overrides, nominees } = tables;
      await round.put('今.xlsx', await writeMasterRoster(round.scheme, { memberUnits, sequence, overrides, nominees }));
      const { summary } = await round.receive('收', { roster: '今.xlsx' });
      const rows = await round.readRows('汇总.xlsx', '推荐收件');
      const tells = (district: string) =>
        rows.some((row) => row.get('区') === district && row.get('说明')?.includes(TOLD));
      expect([tells(OWN), tells(OTHER)]).toEqual([isTold, false]);
      expect(rows.filter((row) => row.get('计入') === '是')).toHaveLength(2);
      expect(round.said.join('').includes(`（名额或会员单位后来变了）：${OWN}；`)).toBe(isTold);
      expect(JSON.stringify(summary()).includes('"outdated":true')).toBe(isTold);
      // What was gathered of it makes no form another one.
      await round.receive('收', {
        roster: '新名册.xlsx',
        newRoster: '再.xlsx',
        previous: '汇总.xlsx',
        out: '再汇总.xlsx',
      });
      const again = await round.readRows('再汇总.xlsx', '推荐收件');
      expect(again.filter((row) => row.get('说明')?.includes(TOLD)).map((row) => row.get('区'))).toEqual(
        isTold ? [OWN] : [],
      );
    },
    60_000,
  );

  function firstOf(units: readonly Facts[], district: string): Facts | undefined {
    return units.find((unit) => unit.get('所属') === district);
  }

  function renameFirst(units: readonly Facts[], district: string): Facts[] {
    const first = firstOf(units, district);
    return units.map((unit) => (unit === first ? new Map(unit).set('全称', '改了名的虚构公司') : unit));
  }
});

it('of opinions: other nominations are before the body since', async () => {
  const round = await OpinionRound.open('shanghai-security-2024');
  await round.send();
  const name = [...round.folder.files.keys()].find((each) => each.endsWith('征求意见表.xlsx')) ?? '';
  await round.put('收/表.xlsx', await round.answer(name, [{ 意见: '同意' }]));
  const told = async (roster: string) => {
    await round.receive('收', { roster, newRoster: '新.xlsx' });
    const { rows } = openWorkbook(await round.get('汇总.xlsx'), '汇总.xlsx').readSheet('意见收件');
    return rows.some(({ cells }) =>
      cells.some(
        (cell) => cell.kind === 'text' && cell.text.includes('不是照现在的总名册出的（要征求意见的推荐后来变了）'),
      ),
    );
  };
  expect(await told('名册.xlsx')).toBe(false);
  await round.put('答后.xlsx', await round.get('新.xlsx'));
  expect(await told('答后.xlsx')).toBe(false);
  const form = openWorkbook(await round.get(name), name).readSheet('征求意见表');
  const texts = form.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])));
  const { roster } = readMasterRoster(openWorkbook(await round.get('名册.xlsx'), '名册.xlsx'), round.scheme);
  const asked = roster.nominees.find(({ application }) => texts.includes(application));
  if (!asked) throw new Error('nobody is asked about');
  const renumbered = writeCells(
    await round.get('名册.xlsx'),
    [{ row: asked.row, heading: '申报编号', value: '2024-99999' }],
    1,
  );
  await round.put('换号.xlsx', renumbered);
  expect(await told('换号.xlsx')).toBe(true);
}, 60_000);
