import { expect, it } from 'vitest';
import { DECISION_WORDS, describeDecision, findBlank, isConclusion, type Decision } from '../../rules/decision.ts';

const FULL: Decision = {
  row: 2,
  matter: '评审结论',
  subject: 'A2',
  word: 'shortlisted',
  by: '评审委员会',
  on: '2030-05-01',
  tally: '',
  reason: '',
};

it.each([
  [{}, null],
  [{ word: null }, '决定'],
  [{ by: '' }, '决定单位'],
  [{ on: '' }, '决定日期'],
  [{ word: null, by: '', on: '' }, '决定'],
  [{ by: '', on: '' }, '决定单位'],
] as const)('%j lacks %s', (change, blank) => {
  expect(findBlank({ ...FULL, ...change })).toBe(blank);
});

it.each([
  ['agreed', 'matter', '理由'],
  ['agreed', 'opinion', null],
  ['refused', 'matter', null],
  ['refused', 'opinion', '理由'],
  ['shortlisted', 'opinion', '理由'],
  ['rejected', 'opinion', null],
] as const)('%s about a %s without a reason lacks %s', (word, of, blank) => {
  expect(findBlank({ ...FULL, word }, of)).toBe(blank);
});

it('three words conclude a step, the others let a finding stand or not', () => {
  const words = Object.keys(DECISION_WORDS) as (keyof typeof DECISION_WORDS)[];
  expect(words.filter(isConclusion)).toEqual(['shortlisted', 'rejected', 'deferred']);
  expect(isConclusion(null)).toBe(false);
});

it('is told with its vote and its reason, and without long numbers', () => {
  expect(describeDecision(FULL)).toBe('评审委员会于 2030-05-01 决定“入围”');
  const more = { ...FULL, tally: '得票 9 比 0', reason: '号码 990000197503120014 已核' };
  expect(describeDecision(more)).toBe(
    '评审委员会于 2030-05-01 决定“入围”（得票 9 比 0），理由：号码 （号码不显示） 已核',
  );
});
