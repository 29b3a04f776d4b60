import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../rules/answer.ts';
import { checkPanels } from '../../../rules/checks/panels.ts';
import type { Decision } from '../../../rules/decision.ts';
import type { Eligibility } from '../../../rules/eligibility.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, showFindings } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../../support/small-scheme.ts';

/** One place, and one step that concludes. */
const scheme: Scheme = {
  ...CITED_SCHEME,
  expertReview: { maximum: { value: 100, cite: CITE }, ownEmployer: CITE },
  review: {
    steps: [{ id: 'last', name: '终审', body: '评审会', gates: ['notice'], asks: null, cite: CITE }],
    places: [{ award: COLLECTIVE.id, most: { value: 1, cite: CITE } }],
  },
};

interface Application {
  readonly points: readonly number[];
  readonly answer?: Answer;
  readonly application?: string;
  readonly word?: Decision['word'];
}

function find(...given: readonly Application[]): string[] {
  const { rows, eligibilities } = make(given);
  return showFindings((index) => checkPanels(index, eligibilities), rows, scheme);
}

function told(...given: readonly Application[]): string[] {
  const { rows, eligibilities } = make(given);
  return [...checkPanels(makeIndex(scheme, rows), eligibilities)].map(({ message }) => message);
}

/** Applications in rows 2, 3, 4 …, each scored by as many experts as it has points. */
function make(given: readonly Application[]) {
  const nominees = listNominees(
    COLLECTIVE,
    ...given.map(({ application }) => (application === undefined ? {} : { application })),
  );
  const expertScores = given.flatMap(({ points }, index) =>
    points.map((each, expert) => ({
      row: 2,
      application: nominees[index]?.application ?? '',
      expert: `专家${expert}`,
      points: each,
    })),
  );
  const experts = [0, 1, 2].map((number) => ({
    row: number + 2,
    name: `专家${number}`,
    employer: '研究院',
    unitNumber: '',
  }));
  const decisions = given.flatMap(({ word }, index): Decision[] => {
    const subject = nominees[index]?.application ?? '';
    return word ? [{ row: 2, matter: '终审', subject, word, by: '会', on: '2030-05-01', tally: '', reason: '' }] : [];
  });
  const eligibilities = nominees.map((nominee, index): Eligibility => {
    return { nominee, award: COLLECTIVE, unit: null, answer: given[index]?.answer ?? 'yes', reasons: [] };
  });
  return { rows: { nominees, experts, expertScores, decisions }, eligibilities };
}

describe('a panel', () => {
  it('has scored every eligible application, and each as often as the others', () => {
    expect(find({ points: [90, 90] }, { points: [80, 80] })).toEqual([]);
    expect(find({ points: [90, 90, 90] }, { points: [80, 80] }, { points: [70] })).toEqual([
      'panel-incomplete? 列:申报编号 (3 4)',
    ]);
    expect(find({ points: [90] }, { points: [] }, { points: [] })).toEqual(['panel-missing? 列:申报编号 (3 4)']);
    expect(find({ points: [] }, { points: [] })).toEqual(['panel-missing? 列:申报编号 (2 3)']);
  });

  it('need not score what fails or is open, or has no number', () => {
    expect(find({ points: [90] }, { points: [], answer: 'no' }, { points: [], answer: 'unknown' })).toEqual([]);
    expect(find({ points: [90] }, { points: [], application: '' })).toEqual([]);
  });
});

describe('a tie where the award’s number ends', () => {
  it('is a question about those that nobody has concluded', () => {
    const tie = [{ points: [90] }, { points: [90] }, { points: [80] }] as const;
    expect(find(...tie)).toEqual(['tie-at-line? 列:申报编号 (2 3)']);
    expect(find({ ...tie[0], word: 'shortlisted' }, tie[1])).toEqual(['tie-at-line? 列:申报编号 (3)']);
    expect(find({ ...tie[0], word: 'shortlisted' }, { ...tie[1], word: 'rejected' })).toEqual([]);
  });

  it('says that ranks will move where somebody not yet sure of eligibility stands before it', () => {
    const tie = [{ points: [90] }, { points: [90] }] as const;
    const say = (points: number, answer: Answer) => told({ points: [points], answer }, ...tie)[0];
    expect(say(90, 'unknown')).toBe(
      '先进奖有 2 项申报并列第 1 名，而只有 1 个名额；另有 1 项待确认的平均分不低于它们，确认以后名次会变',
    );
    expect([say(89.99, 'unknown'), say(99, 'no')]).toEqual(
      Array.from({ length: 2 }, () => '先进奖有 2 项申报并列第 1 名，而只有 1 个名额'),
    );
  });

  it('is none beyond it', () => {
    expect(find({ points: [90] }, { points: [80] }, { points: [80] })).toEqual([]);
  });
});
