/** What a cell has stood in for is told, once for each condition with all such cells, and holds nobody up. */
import { describe, expect, it } from 'vitest';
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

const notes = ({ remarks }: ReturnType<typeof check>) => remarks.filter(({ rule }) => rule === 'column-absent');

describe('a cell that stands in for a column', () => {
  it('is told of with those whom it cleared, and of nobody whom it left open', () => {
    const checked = check([true, false, true, null]);
    const [note, ...others] = notes(checked);
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      severity: 'note',
      where: [
        { sheet: 'nominees', row: null, heading: '名单' },
        { sheet: 'memberUnits', row: 2, heading: '单位名单' },
        { sheet: 'memberUnits', row: 4, heading: '单位名单' },
      ],
    });
    expect(note?.nominations.map(({ application }) => application)).toEqual(['A1', 'A3']);
    expect(note?.message).toBe('“推荐名单”没有“名单”一列，以“会员单位”的“单位名单”为准：须符合list');
    expect(checked.nominees.map(({ cleared }) => cleared)).toEqual([true, false, true, false]);
  });

  it('is told of one nomination alone in the same words as with others', () => {
    const [alone] = notes(check([true]));
    const [first] = notes(check([true, true]))[0]?.findings ?? [];
    expect(first).toEqual(alone?.findings[0]);
  });

  it('is not told of where it cleared nobody, or the column is there', () => {
    expect(notes(check([false, null]))).toEqual([]);
    expect(notes(check([true, false], false))).toEqual([]);
  });
});
