/** What a check rests on is told once for each demand or column, is no finding, and holds nobody up. */
import { describe, expect, it } from 'vitest';
import type { CellNote } from '../../../rules/master-roster.ts';
import { checkRoster } from '../../../rules/check-roster.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme, makeUnit } from '../../support/small-scheme.ts';

const ifAbsent = { of: 'member-unit', heading: '单位名单' } as const;
const list = makeCondition('list', { kind: 'fact', of: 'nominee', heading: '名单', test: { is: 'yes' }, ifAbsent });
const award = makeAward('award', '奖', [makeCondition('member', { kind: 'member-unit' }), list]);

/** Units 1, 2 and 3, of which these stand on the list; one nomination each. */
function check(listed: readonly (boolean | null)[], isAbsent = true) {
  const numbers = listed.map((_, index) => String(index + 1));
  const { scheme, roster } = makeIndex(makeScheme([award]), {
    absentColumns: isAbsent ? [{ sheet: 'nominees', heading: '名单' }] : [],
    memberUnits: numbers.map((number, index) => ({
      ...makeUnit({ 单位名单: listed[index] ?? null }),
      row: index + 2,
      number,
      name: `虚构公司${number}`,
    })),
    nominees: numbers.map((unitNumber, index) => ({
      ...makeNominee(award.name, { 名单: isAbsent ? null : true }),
      row: index + 2,
      application: `A${unitNumber}`,
      unitNumber,
      unitName: `虚构公司${unitNumber}`,
    })),
  });
  return checkRoster(scheme, roster);
}

const SENTENCE =
  '“推荐名单”没有“名单”一列，以“会员单位”的“单位名单”为准：须符合list；要逐项核对的，在“推荐名单”加“名单”一列并填写。';

describe('a cell that stands in for a column', () => {
  it('is told of once where it cleared somebody, and nobody waits for it', () => {
    const { basis, remarks, nominees } = check([true, false, true, null]);
    expect(basis).toEqual([SENTENCE]);
    expect(remarks.map(({ severity }) => severity)).not.toContain('note');
    expect(nominees.map(({ cleared }) => cleared)).toEqual([true, false, true, false]);
  });

  it('is not told of where it cleared nobody, or the column is there', () => {
    expect(check([false, null]).basis).toEqual([]);
    expect(check([true, false], false).basis).toEqual([]);
  });
});

describe('a formula whose result is written otherwise', () => {
  const note: CellNote = {
    cell: { sheet: 'nominees', row: 2, heading: '职务' },
    kind: 'white-space',
    message: '含有多余的空格或换行，已去掉',
    found: '“科 长”',
    canonical: '科长',
  };
  const told = (notes: readonly CellNote[]) => {
    const { scheme, roster } = makeIndex(makeScheme([award]), { notes });
    const { basis, remarks } = checkRoster(scheme, roster);
    return { basis, rules: remarks.map(({ rule }) => rule) };
  };

  it('is no note, and said once for the column', () => {
    const others = [3, 4].map((row) => ({ ...note, cell: { ...note.cell, row } }));
    expect(told([note, ...others].map((each) => ({ ...each, isComputed: true })))).toEqual({
      basis: [
        '“推荐名单”的“职务”第 2 行等 3 格是公式，结果含有多余的空格或换行，已去掉；要改的，请改它引用的格或公式。',
      ],
      rules: [],
    });
    expect(told([note])).toEqual({ basis: [], rules: ['cell-note'] });
  });
});
