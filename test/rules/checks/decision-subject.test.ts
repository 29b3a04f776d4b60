/** A row of 决定 whose subject is none names the one that was probably meant, so that no decision is lost. */
import { describe, expect, it } from 'vitest';
import { findSubjectFault } from '../../../rules/checks/decision-subject.ts';
import type { Decision } from '../../../rules/decision.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { COLLECTIVE, listNominees, listUnits, PERSON } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex, makeScheme } from '../../support/small-scheme.ts';

const scheme: Scheme = {
  ...makeScheme([COLLECTIVE, PERSON]),
  review: { steps: [{ id: 'first', name: '初审', body: '会', gates: [], asks: null, cite: CITE }], places: [] },
};

function decide(subject: string, matter: string): Decision {
  return { row: 9, matter, subject, word: 'shortlisted', by: '会', on: '2030-05-01', tally: '', reason: '' };
}

/** What is said of the subject, and the rows of those it may mean. */
function find(subject: string, nominees: readonly Nominee[], matter = '初审', others: readonly Decision[] = []) {
  const row = decide(subject, matter);
  const memberUnits = listUnits({}, {}, {});
  const index = makeIndex(scheme, { nominees, memberUnits, decisions: [row, ...others] });
  const fault = findSubjectFault(index, row);
  return (
    fault && { asks: /是不是“(.*)”/.exec(fault.message)?.[1] ?? '', rows: fault.nominations.map((each) => each.row) }
  );
}

const NUMBERED = listNominees(
  COLLECTIVE,
  { application: '2030-0001' },
  { application: '2030-0012' },
  { application: '2030-0103' },
);

describe('a number that nobody bears', () => {
  it.each([
    ['2030-0001', null],
    ['2030-1', '2030-0001'],
    ['2030-01', '2030-0001'],
    ['２０３０－０００１', '2030-0001'],
    ['2030/0012', '2030-0012'],
    ['2030-0113', '2030-0103'],
    // Two differ in one character.
    ['2030-0002', ''],
    ['2031-0999', ''],
    ['没有', ''],
  ])('%s is perhaps %s', (subject, wanted) => {
    expect(find(subject, NUMBERED)?.asks ?? null).toBe(wanted);
  });
});

describe('names of a nomination that stands under other names now', () => {
  const people = listNominees(PERSON, { application: '', name: '张三' }, { application: '', name: '李四' });

  it('are those of the one nomination of that unit for that award', () => {
    expect(find('U2 标兵奖 张山', people)?.asks).toBe('U2 标兵奖 张三');
    expect(find('U2标兵奖王五', people)?.asks).toBe('U2 标兵奖 张三');
    expect(find('U4 标兵奖 王五', people)?.asks).toBe('');
  });

  it('are nobody’s where the unit has two', () => {
    const both = people.map((each) => ({ ...each, unitNumber: 'U2' }));
    expect(find('U2 标兵奖 王五', both)?.asks).toBe('');
    expect(find('U2 标兵奖 李四光', both)?.asks).toBe('');
    expect(find('U2 标兵奖 李五', both)?.asks).toBe('U2 标兵奖 李四');
  });

  it('lead to the number that it has now', () => {
    expect(find('U2 先进奖 旧名', NUMBERED)?.asks).toBe('2030-0001');
  });
});

it('of a unit means those of its nominations that are not concluded yet, for a step alone', () => {
  const own = listNominees(COLLECTIVE, { unitNumber: 'U2' }, { unitNumber: 'U2', award: PERSON.name });
  expect(find('U2', own)).toEqual({ asks: '', rows: [2, 3] });
  expect(find('U2', own, '初审', [decide('A2', '初审')])).toEqual({ asks: 'A3', rows: [3] });
  expect(find('U2', own, '初审', [decide('A2', '初审'), decide('A3', '初审')])?.rows).toEqual([2, 3]);
  expect(find('U2', own, '别的事')).toBeNull();
});

it('of two nominations with one number means neither, and names both', () => {
  const twins = listNominees(COLLECTIVE, { application: 'A7' }, { application: 'A7' }, {});
  expect(find('A7', twins)).toEqual({ asks: '', rows: [2, 3] });
});
