/** 征求意见 of a small scheme by hand: whom a step asks, what counts as an answer, and what waits for it. */
import { expect, it } from 'vitest';
import type { Decision, DecisionWord } from '../../rules/decision.ts';
import type { ClearedNominee } from '../../rules/nominee-check.ts';
import { checkOpinions } from '../../rules/checks/opinions.ts';
import type { CellProblem } from '../../rules/master-roster.ts';
import { describeOpinions, listOpinions } from '../../rules/opinion-lists.ts';
import { standNominees } from '../../rules/review.ts';
import type { ReviewStep } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { listWaiting } from '../../rules/waiting-conclusions.ts';
import { COLLECTIVE, listNominees, listUnits } from '../support/rows-by-hand.ts';
import { CITE, makeIndex, makeScheme } from '../support/small-scheme.ts';

const ASKS: ReviewStep = {
  id: 'opinions',
  name: '征求意见',
  body: '协会',
  gates: [],
  asks: { heading: '主管部门', bodies: new Map([['甲局', '甲局']]) },
  cite: CITE,
};
const LAST: ReviewStep = { ...ASKS, id: 'last', name: '终审', gates: ['notice'], asks: null };
const scheme: Scheme = { ...makeScheme([COLLECTIVE]), review: { steps: [ASKS, LAST], places: [] } };

const say = (word: DecisionWord, more: Partial<Decision> = {}): Decision => ({
  row: 2,
  matter: ASKS.name,
  subject: 'A2',
  word,
  by: '甲局',
  on: '2030-05-01',
  tally: '',
  reason: '',
  ...more,
});
const FINAL = say('shortlisted', { row: 9, matter: LAST.name, by: '协会' });

/** One nomination of a unit in whose column the text stands, and these rows about it. */
function stand(authority: string | null, decisions: readonly Decision[], problems: readonly CellProblem[] = []) {
  const memberUnits = listUnits({ facts: new Map([['主管部门', authority]]) });
  const nominees = listNominees(COLLECTIVE, {});
  const index = makeIndex(scheme, { memberUnits, nominees, decisions, problems });
  const cleared = nominees.map((nominee): ClearedNominee => ({
    nominee,
    award: COLLECTIVE,
    unit: memberUnits[0] ?? null,
    answer: 'yes',
    reasons: [],
    cleared: true,
    findings: [],
    heldUpBy: [],
  }));
  const checks = standNominees(index, cleared);
  const check = { index, quota: null, places: [], remarks: [], basis: [], panels: [], part: null, nominees: checks };
  return {
    notice: checks[0]?.standing.notice,
    roster: checks[0]?.standing.roster,
    waiting: listWaiting(check).map(({ step, body }) => `${step.name} ${body}`),
    findings: [...checkOpinions(index)].map(({ rule }) => rule),
    told: describeOpinions(listOpinions(check)),
  };
}

it('a unit without an authority is not asked about, and one whose cell cannot be read is no blank', () => {
  expect(stand(null, [FINAL])).toMatchObject({ notice: 'chosen', waiting: [], told: [] });
  const cell = { sheet: 'memberUnits', row: 2, heading: '主管部门' } as const;
  expect(stand(null, [FINAL], [{ cell, code: 'bad-choice', message: '' }]).notice).toBe('waiting');
});

it.each([
  ['nobody has answered', [], 'waiting', ['征求意见 甲局'], []],
  ['a consent', [say('agreed')], 'chosen', [], []],
  ['an adverse answer', [say('refused', { reason: '有案' })], 'waiting', ['征求意见 协会'], ['opinion-adverse']],
  ['one without its reason', [say('refused')], 'waiting', ['征求意见 甲局'], []],
  ['an answer of another', [say('agreed', { by: '乙局' })], 'waiting', ['征求意见 甲局'], ['opinion-body-differs']],
  [
    'two answers of one body',
    [say('agreed'), say('refused', { row: 3, reason: '有案' })],
    'waiting',
    ['征求意见 甲局'],
    [],
  ],
  ['a conclusion without its reason', [say('shortlisted', { by: '协会' })], 'waiting', [], []],
  ['a conclusion with its reason', [say('shortlisted', { by: '协会', reason: '已核' })], 'chosen', [], []],
  [
    'a conclusion over an adverse answer',
    [say('refused', { reason: '有案' }), say('shortlisted', { row: 3, by: '协会', reason: '已核' })],
    'chosen',
    [],
    [],
  ],
  [
    'a conclusion against it',
    [say('refused', { reason: '有案' }), say('rejected', { row: 3, by: '协会' })],
    'rejected',
    [],
    [],
  ],
] as const)('%s', (_, rows, notice, waiting, findings) => {
  expect(stand('甲局', [...rows, FINAL])).toMatchObject({ notice, waiting, findings });
});

it('holds nothing that goes out before it', () => {
  expect(stand('甲局', [])).toMatchObject({ roster: 'chosen', notice: 'waiting' });
});

it('says of each step who has not answered', () => {
  expect(stand('甲局', []).told).toEqual(['征求意见 1 项：同意 0 项，不同意 0 项，没有答复 1 项：甲局 1 项。']);
  expect(stand('甲局', [say('agreed')]).told).toEqual(['征求意见 1 项：同意 1 项，不同意 0 项，都有了答复或结论。']);
});
