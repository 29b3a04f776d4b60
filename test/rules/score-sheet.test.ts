import { describe, expect, it } from 'vitest';
import type { Credit, ScoreCategory, ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import { judgeScore, listItems, maximumPoints, namedCredits, sumScores } from '../../rules/score-sheet.ts';
import { CITE } from '../support/small-scheme.ts';

const cited = <T>(value: T) => ({ value, cite: CITE });

/** In steps of half a point. */
const item = (id: string, maximum: number, credit: Credit = { kind: 'open' }) => ({
  id,
  text: id,
  maximum,
  credit,
  cite: CITE,
});

function category(id: string, ...items: readonly ReturnType<typeof item>[]): ScoreCategory {
  return { id, name: id, maximum: cited(items.reduce((sum, { maximum }) => sum + maximum, 0)), items };
}

const [open, named, each, full] = [
  item('open', 10),
  item('named', 8, { kind: 'named', choices: [6, 4].map((points) => ({ points, when: '' })) }),
  item('each', 5, { kind: 'each', points: 2, of: '次' }),
  item('full', 4, { kind: 'full-or-none' }),
];
const sheet: ScoreSheet = {
  title: '评分表',
  preamble: '',
  step: cited({ numerator: 1, denominator: 2 }),
  categories: [category('first', open, named), category('second', each)],
  bonus: category('bonus', full),
  vetoItems: [],
  threshold: cited(20),
  blanks: [],
  columns: { basic: { self: '自评', association: '评分' }, bonus: { self: '自评', association: '评分' } },
  cite: CITE,
};

const sum = (scores: Readonly<Record<string, number | null>>) => {
  const { categories, basicPoints, bonusPoints, totalPoints, complete } = sumScores(
    sheet,
    new Map(Object.entries(scores)),
  );
  const blank = categories.flatMap((of) => of.blank.map(({ id }) => id)).join(' ');
  return { points: [basicPoints, bonusPoints, totalPoints], complete, blank };
};

describe('the sums', () => {
  it('keep basic and bonus points apart', () => {
    expect(sum({ open: 10, named: 8, each: 5, full: 4 })).toEqual({ points: [23, 4, 27], complete: true, blank: '' });
    expect(maximumPoints(sheet)).toEqual({ basic: 23, bonus: 4 });
    expect(listItems(sheet).map(({ id }) => id)).toEqual(['open', 'named', 'each', 'full']);
  });

  it('count a blank nothing, and are complete without bonus items alone', () => {
    expect(sum({ open: 0, named: 0, each: 0 })).toEqual({ points: [0, 0, 0], complete: true, blank: '' });
    expect(sum({ open: 10, named: null, full: 4 })).toEqual({
      points: [10, 4, 14],
      complete: false,
      blank: 'named each',
    });
  });
});

describe('a score', () => {
  const judge = (of: ReturnType<typeof item>, score: number) => judgeScore(sheet, of, score)?.kind ?? null;

  it.each([
    [open, -1, 'negative'],
    [open, 0, null],
    [open, 7, null],
    [open, 10, null],
    [open, 11, 'over-maximum'],
    [full, 0, null],
    [full, 4, null],
    [full, 2, 'unnamed-credit'],
    [full, 5, 'over-maximum'],
    [named, 6, null],
    [named, 5, 'unnamed-credit'],
    [each, 4, null],
    [each, 5, null],
    [each, 3, 'unnamed-credit'],
  ] as const)('$0.id: %2$i', (of, score, fault) => {
    expect(judge(of, score)).toBe(fault);
  });

  it('is told in points', () => {
    expect(judgeScore(sheet, open, 11)?.message).toBe('得分 5.5 超过本项分值 5');
    expect(judgeScore(sheet, full, 1)?.message).toBe('得分 0.5，而指标只写明 0、2 分，请核对');
  });

  it('has the credits that the text names, rising', () => {
    expect([open, full, named, each].map(namedCredits)).toEqual([null, [0, 4], [0, 4, 6, 8], [0, 2, 4, 5]]);
  });
});
