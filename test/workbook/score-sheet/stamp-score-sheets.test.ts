import { describe, expect, it } from 'vitest';
import type { MemberUnit } from '../../../rules/master-roster.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { openScoreSheets, planScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { mustLoad, shanghaiFiles } from '../../schemes/shanghai-files.ts';

const scheme = mustLoad(shanghaiFiles);

function unit(number: string, name: string, district = '浦东'): MemberUnit {
  return { row: 2, number, name, district, sequence: '', facts: new Map() };
}

describe('a stamped score sheet', () => {
  it('bears the name and number of its unit, and keeps the results of the blank', async () => {
    const stamp = await openScoreSheets(scheme);
    const workbook = openWorkbook(stamp(unit('0012', '虚构甲 & 乙 <有限> 公司')), 'x.xlsx');
    const cells = new Map(
      workbook
        .readSheet('评分指标')
        .rows.flatMap(({ number, cells: row }) => row.map((cell) => [`${number}:${cell.column}`, cell] as const)),
    );
    expect(cells.get('4:2')).toMatchObject({ kind: 'text', text: '虚构甲 & 乙 <有限> 公司' });
    expect(cells.get('1:4')).toMatchObject({ kind: 'text', text: '0012' });
    expect(cells.get('52:3')).toMatchObject({ kind: 'text', formula: true, text: '尚未填完' });
    expect(cells.get('46:4')).toMatchObject({ kind: 'number', formula: true, value: 0 });
  });

  it('says of itself which scheme, edition, unit and blank it is of', async () => {
    const stamp = await openScoreSheets(scheme);
    const { customProperties } = openWorkbook(stamp(unit('0012', '虚构单位')), 'x.xlsx');
    expect(Object.fromEntries(customProperties)).toEqual({
      'pingyou.scheme': 'shanghai-security-2024',
      'pingyou.edition': '2024',
      'pingyou.unit': '0012',
      'pingyou.blank': await fingerprintBlank(layOutScoreSheet(scheme)),
    });
  });

  it('has the same bytes each time, whatever was stamped before', async () => {
    const stamp = await openScoreSheets(scheme);
    const first = stamp(unit('0012', '虚构单位'));
    stamp(unit('0013', '另一家虚构单位'));
    expect(stamp(unit('0012', '虚构单位'))).toEqual(first);
    expect((await openScoreSheets(scheme))(unit('0012', '虚构单位'))).toEqual(first);
  });

  it('is refused for a name that no size of letters fits into the cell', async () => {
    const stamp = await openScoreSheets(scheme);
    expect(() => stamp(unit('0012', '虚构'.repeat(100)))).toThrow(/单位名称/);
  });
});

describe('the files of the score sheets', () => {
  it('stand in a folder for each district and are named by number and name', () => {
    const planned = planScoreSheets([unit('0001', '虚构甲公司'), unit('0002', '虚构乙公司', '内保处')]);
    expect(planned.map(({ name }) => name)).toEqual(['浦东/0001 虚构甲公司.xlsx', '内保处/0002 虚构乙公司.xlsx']);
  });

  it('have names that every system takes and that differ', () => {
    const names = planScoreSheets([
      unit('a/1', '虚构?公司'),
      unit('A/1', '虚构?公司'),
      unit('a/1', '虚构?公司', '../黄浦'),
    ]);
    expect(names.map(({ name }) => name)).toEqual([
      '浦东/a_1 虚构_公司.xlsx',
      '浦东/A_1 虚构_公司 (2).xlsx',
      '.._黄浦/a_1 虚构_公司.xlsx',
    ]);
  });
});
