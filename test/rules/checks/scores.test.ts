import { beforeAll, describe, expect, it } from 'vitest';
import { checkScores } from '../../../rules/checks/scores.ts';
import type { ScoreRow } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { maximumPoints } from '../../../rules/score-sheet.ts';
import { findShanghai } from '../../support/full-scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits, showFindings } from '../../support/rows-by-hand.ts';

/** The score sheet of 2024: 100 basic points and 30 more, in steps of one. */
let scheme: Scheme;

beforeAll(async () => {
  const { scoreSheet } = await findShanghai();
  expect(maximumPoints(scoreSheet)).toEqual({ basic: 100, bonus: 30 });
  scheme = { ...CITED_SCHEME, scoreSheet };
});

function find(...rows: readonly Partial<ScoreRow>[]) {
  const scores = rows.map((row, index) => ({
    row: index + 2,
    unitNumber: `U${index + 2}`,
    unitName: '',
    selfBasic: 100,
    selfBonus: 30,
    associationBasic: 100,
    associationBonus: 30,
    vetoes: [],
    ...row,
  }));
  const nominees = listNominees(COLLECTIVE, {}, { unitNumber: 'U2' });
  return showFindings(checkScores, { memberUnits: listUnits({}, {}), nominees, scores }, scheme);
}

describe('a row', () => {
  it('is of a member unit, and of each unit there is one', () => {
    expect(find({}, {})).toEqual([]);
    expect(find({ unitNumber: 'U9' }, { unitNumber: '' })).toEqual([
      'score-row-unknown 2:编号 ()',
      'score-row-unknown 3:编号 ()',
    ]);
    expect(find({}, { unitNumber: 'U2' }, { unitNumber: 'U2' })).toEqual([
      'score-row-twice 3:编号 2:编号 (2 3)',
      'score-row-twice 4:编号 2:编号 (2 3)',
    ]);
  });
});

describe('points', () => {
  it.each([
    ['associationBasic', 100, null],
    ['associationBasic', 101, '基本得分（协会）'],
    ['associationBonus', 30, null],
    ['associationBonus', 31, '加分（协会）'],
    ['selfBasic', 101, '基本得分（自评）'],
    ['selfBonus', 31, '加分（自评）'],
    ['associationBasic', 0, null],
    ['associationBasic', -1, '基本得分（协会）'],
    ['associationBasic', 84.5, '基本得分（协会）'],
    ['associationBasic', null, null],
  ] as const)('%s of %s', (column, points, heading) => {
    expect(find({ [column]: points })).toEqual(heading === null ? [] : [`score-out-of-range 2:${heading} (2 3)`]);
  });
});
