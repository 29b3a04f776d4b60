import { describe, expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { CellNote } from '../../../rules/master-roster.ts';
import type { CellRef } from '../../../rules/roster-cell.ts';
import { makeAward, makeIndex, makeNominee, makeScheme } from '../../support/small-scheme.ts';

const scheme = makeScheme([makeAward('one', '一级', [])]);
const nominees = [makeNominee('一级等级'), { ...makeNominee('一级等级'), row: 3, application: 'A2', unitNumber: '2' }];
const noteOf = (row: number, heading: string, message: string, sheet: CellRef['sheet'] = 'nominees'): CellNote => {
  return { cell: { sheet, row, heading }, kind: 'control-character', message, found: '“甲”', canonical: '甲' };
};
const check = (notes: readonly CellNote[]) =>
  checkRoster(scheme, makeIndex(scheme, { nominees: [...nominees], notes }).roster);

describe('cells that were read in spite of how they were written', () => {
  it('are said once for each column and cause, with all cells and whom they concern', () => {
    const { remarks } = check([
      noteOf(2, '职务', '含有甲'),
      noteOf(3, '职务', '含有甲'),
      noteOf(3, '职务', '含有乙'),
      noteOf(2, '全称', '含有甲', 'memberUnits'),
    ]);
    const notes = remarks.filter(({ rule }) => rule === 'cell-note');
    expect(
      notes.map(({ message, severity, where, nominations }) => [
        message,
        severity,
        where.map(({ row }) => row),
        nominations.map(({ application }) => application),
      ]),
    ).toEqual([
      ['“全称”含有甲', 'note', [2], ['A1']],
      ['“职务”有 2 个单元格含有甲', 'note', [2, 3], ['A1', 'A2']],
      ['“职务”含有乙', 'note', [3], ['A2']],
    ]);
  });

  it('change no verdict', () => {
    const verdicts = (notes: readonly CellNote[]) =>
      check(notes).nominees.map(({ nominee, cleared, answer }) => [nominee.application, cleared, answer]);
    expect(verdicts([noteOf(2, '职务', '含有甲'), noteOf(3, '单位编号', '含有甲')])).toEqual(verdicts([]));
  });
});
