/** Conditions that look at 评分: the basic points, and the veto items. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeJudge } from '../../../rules/eligibility.ts';
import type { ScoreRow, VetoState } from '../../../rules/master-roster.ts';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { findShanghai } from '../../support/full-scheme.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme } from '../../support/small-scheme.ts';

/** Of 2024: a line of 85 points in steps of one, and five veto items. */
let scoreSheet: ScoreSheet;

beforeAll(async () => {
  ({ scoreSheet } = await findShanghai());
});

const CLEAR: readonly VetoState[] = ['clear', 'clear', 'clear', 'clear', 'clear'];

function judge(kind: 'basic-points' | 'veto', score: Partial<ScoreRow> | null): string[] {
  const award = makeAward('award', '奖', [makeCondition('scored', { kind })]);
  const nominee = makeNominee(award.name);
  const row: ScoreRow = {
    row: 7,
    unitNumber: '1',
    unitName: '',
    selfBasic: 100,
    selfBonus: 0,
    associationBasic: 85,
    associationBonus: 30,
    vetoes: CLEAR,
  };
  const scores = score ? [{ ...row, ...score }] : [];
  const index = makeIndex({ ...makeScheme([award]), scoreSheet }, { nominees: [nominee], scores });
  return makeJudge(index)(nominee, award).reasons.map(
    ({ answer, where }) => `${answer} ${where.sheet} ${where.row ?? ''} ${where.heading}`,
  );
}

describe('the basic points of the association', () => {
  it.each([
    [{ associationBasic: 84 }, 'no scores 7 基本得分（协会）'],
    [{ associationBasic: 85 }, 'yes scores 7 基本得分（协会）'],
    [{ associationBasic: 84.5 }, 'unknown scores 7 基本得分（协会）'],
    [{ associationBasic: 85.5 }, 'unknown scores 7 基本得分（协会）'],
    [{ associationBasic: null }, 'unknown scores 7 基本得分（协会）'],
    [{ associationBasic: 70, associationBonus: 30 }, 'no scores 7 基本得分（协会）'],
    [{ associationBasic: 85, selfBasic: 10 }, 'yes scores 7 基本得分（协会）'],
    [{ unitNumber: '2' }, 'unknown nominees 2 单位编号'],
    [null, 'unknown nominees 2 单位编号'],
  ])('%j', (score, reason) => {
    expect(judge('basic-points', score)).toEqual([reason]);
  });
});

describe('the veto items', () => {
  it.each([
    [{}, ['yes scores 7 否决项1']],
    [
      { vetoes: ['clear', 'occurred', 'clear', 'clear', 'open'] as const },
      ['no scores 7 否决项2', 'unknown scores 7 否决项5'],
    ],
    [{ vetoes: CLEAR.slice(0, 4) }, ['unknown scores 7 否决项5']],
    [null, ['unknown nominees 2 单位编号']],
  ])('%j', (score, reasons) => {
    expect(judge('veto', score)).toEqual(reasons);
  });
});
