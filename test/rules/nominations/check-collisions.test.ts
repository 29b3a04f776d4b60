/** One person in several districts’ lists: what is asked, and whether the check of the roster counts what is answered. */
import { describe, expect, it } from 'vitest';
import { checkRoster, type RosterCheck } from '../../../rules/check-roster.ts';
import type { Decision, DecisionWord } from '../../../rules/decision.ts';
import { listCheckCollisions } from '../../../rules/nominations/check-collisions.ts';
import type { GivenDecision } from '../../../rules/nominations/collision-decisions.ts';
import { COLLECTIVE, listNominees, listUnits, PERSON } from '../../support/rows-by-hand.ts';
import { makeIndex, makeScheme } from '../../support/small-scheme.ts';

const SCHEME = makeScheme([COLLECTIVE, PERSON]);
const DISTRICTS = ['甲区', '乙区', '丙区', '丁区'];
const SIGNED = { by: '会', on: '2030-05-01', reason: '说明' };
const MATTER = '同一奖项重复申报';

/** The same person nominated by each district named: A2 by the first, A3 by the next. */
function check(districts: readonly string[], decisions: readonly Decision[] = []): RosterCheck {
  const person = { name: '样例安', sex: '男', birthMonth: '1975-03', idNumber: '990000197503120014' };
  const nominees = listNominees(PERSON, ...districts.map(() => person));
  const memberUnits = listUnits(...districts.map((district) => ({ district })));
  return checkRoster(SCHEME, makeIndex(SCHEME, { nominees, memberUnits, decisions }).roster);
}

const ask = (checked: RosterCheck, given: readonly GivenDecision[] = []) =>
  listCheckCollisions(checked, new Set(checked.nominees.map(({ nominee }) => nominee.application)), given);

/** A row of 决定, complete but for what is said. */
const decide = (row: number, subject: string, change: Partial<Decision> = {}): Decision => ({
  ...{ row, matter: MATTER, subject, word: 'agreed', tally: '', ...SIGNED },
  ...change,
});

describe.each([2, 3, 4])('of %i districts', (count) => {
  const districts = DISTRICTS.slice(0, count);
  const asked = ask(check(districts));
  const answers = asked.reduce<(DecisionWord | null)[][]>(
    (sets) => sets.flatMap((set) => (['agreed', 'refused', null] as const).map((word) => [...set, word])),
    [[]],
  );

  it('each nomination after the first is asked about once', () => {
    expect(asked.map(({ subject }) => subject)).toEqual(districts.slice(1).map((_, at) => `A${at + 3}`));
    expect(asked.at(-1)?.one.split('；')).toHaveLength(count - 1);
    expect(asked.every(({ isDecided }) => !isDecided)).toBe(true);
  });

  it.each(answers.map((set) => [set.join(' '), set] as const))('answered %s: what counts is what is said', (_, set) => {
    const given = asked.map(({ matter, subject, code }, at): GivenDecision => ({
      ...{ matter, subject, about: code, ...SIGNED },
      word: set[at] ?? null,
    }));
    const first = ask(check(districts), given);
    expect(first.map(({ isNew }) => isNew)).toEqual(set.map((word) => word !== null));
    const rows = first.flatMap(({ isNew, answer }) => (isNew && answer ? [answer] : []));
    const written = rows.map((answer, at) => decide(at + 2, answer.subject, { word: answer.word }));
    const then = check(districts, written);
    expect(then.index.decisions.repeated).toEqual([]);
    const questions = ask(then, given);
    set.forEach((word, at) => {
      if (word !== null) expect(questions[at]).toMatchObject({ isDecided: true, isNew: false });
    });
    const isAgreed = set.every((word) => word === 'agreed');
    const pairs = then.nominees.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'applied-twice'));
    expect(pairs.every(({ decision }) => decision !== undefined)).toBe(isAgreed);
  });
});

it('twice in one district’s list is its own to mend', () => {
  expect(ask(check(['甲区', '甲区']))).toEqual([]);
});

describe('a row of 决定 that the check does not count settles nothing, and gets no second one beside it', () => {
  const given = (about: string): GivenDecision => ({
    ...{ matter: MATTER, subject: 'A3', about, word: 'agreed' },
    ...SIGNED,
  });
  const stateOf = (...decisions: readonly Decision[]) => {
    const checked = check(['甲区', '乙区'], decisions);
    const [open] = ask(checked);
    const [one] = ask(checked, [given(open?.code ?? '')]);
    const [finding] = checked.nominees.flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === 'applied-twice'),
    );
    return { ...one, isCounted: finding?.decision !== undefined };
  };

  it.each([
    ['without who', { by: '' }, '没有填写决定单位'],
    ['without a day', { on: '' }, '没有填写决定日期'],
  ] as const)('%s', (_, change, told) => {
    for (const word of ['agreed', 'refused'] as const) {
      const state = `总名册“决定”表第 2 行${told}，还不算数。`;
      const expected = { isDecided: false, isNew: false, isCounted: false, state };
      expect(stateOf(decide(2, 'A3', { ...change, word }))).toMatchObject(expected);
    }
  });

  it('two of one matter', () => {
    expect(stateOf(decide(2, 'A3'), decide(3, 'A3'))).toMatchObject({
      ...{ isDecided: false, isNew: false, isCounted: false },
      state: '总名册“决定”表第 2、3 行说的是同一件事，都不算数，请留一行。',
    });
  });

  it('one that is still to be filled in is no row yet', () => {
    expect(stateOf(decide(2, 'A3', { word: null }))).toMatchObject({ isDecided: true, isNew: true });
  });

  it('one that names the nomination by unit, award and name counts', () => {
    expect(stateOf(decide(2, 'U3 标兵奖 样例安'))).toMatchObject({ isDecided: true, isNew: false, isCounted: true });
  });
});
