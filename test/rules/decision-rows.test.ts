/** Which rows of 决定 count, and about whom. */
import { describe, expect, it } from 'vitest';
import type { Decision, DecisionWord } from '../../rules/decision.ts';
import { standIn } from '../../rules/decision-rows.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import { COLLECTIVE, listNominees, listUnits, PERSON } from '../support/rows-by-hand.ts';
import { makeIndex, makeScheme } from '../support/small-scheme.ts';

const scheme = makeScheme([COLLECTIVE, PERSON]);

function decide(word: DecisionWord | null, on: string, more: Partial<Decision> = {}): Decision {
  return { row: 9, matter: '初审', subject: 'A2', word, by: '会', on, tally: '', reason: '', ...more };
}

function read(decisions: readonly Decision[], ...nominees: readonly Partial<Nominee>[]) {
  const rows = listNominees(COLLECTIVE, ...(nominees.length > 0 ? nominees : [{}, {}]));
  const memberUnits = listUnits(...rows.map(() => ({})));
  const { decisions: found } = makeIndex(scheme, { nominees: rows, memberUnits, decisions });
  return {
    counted: rows.map((nominee) =>
      found
        .aboutNomination(nominee)
        .map(({ word, on }) => `${word ?? ''} ${on}`)
        .join(),
    ),
    repeated: found.repeated.map((group) => group.length),
    kinds: decisions.map((row) => found.subjectOf(row).kind).join(' '),
  };
}

describe('rows of one matter of returned lists', () => {
  const matter = '推荐表与总名册不一致';
  it.each<[string, Decision[], number[]]>([
    [
      'say the same',
      [decide('agreed', '2030-05-01', { matter, about: 'AB' }), decide('agreed', '', { matter, about: 'AB' })],
      [],
    ],
    [
      'speak against each other',
      [decide('agreed', '2030-05-01', { matter, about: 'AB' }), decide('refused', '', { matter, about: 'AB' })],
      [2],
    ],
    [
      'spoke against each other before it was decided anew',
      [
        decide('agreed', '2030-05-01', { matter, about: 'AB（已改）' }),
        decide('refused', '2030-05-01', { matter, about: 'AB（已改）' }),
        decide('refused', '2030-05-02', { matter, about: 'AB' }),
      ],
      [],
    ],
    [
      'are about other words',
      [decide('agreed', '', { matter, about: 'AB' }), decide('refused', '', { matter, about: 'AC' })],
      [],
    ],
  ])('that %s', (_, rows, repeated) => {
    expect(read(rows).repeated).toEqual(repeated);
  });
});

describe('rows of one step about one nomination', () => {
  it.each<[string, Decision[], string]>([
    [
      'a deferral and then a yes',
      [decide('deferred', '2030-05-01'), decide('shortlisted', '2030-05-02')],
      'shortlisted 2030-05-02',
    ],
    [
      'in whatever order they stand',
      [decide('rejected', '2030-05-02'), decide('deferred', '2030-05-01')],
      'rejected 2030-05-02',
    ],
    [
      'deferred twice',
      [decide('deferred', '2030-05-01'), decide('deferred', '2030-05-03'), decide('shortlisted', '2030-05-09')],
      'shortlisted 2030-05-09',
    ],
    ['deferred again', [decide('deferred', '2030-05-01'), decide('deferred', '2030-05-02')], 'deferred 2030-05-02'],
    [
      'beside a row that is still to be filled in',
      [decide('shortlisted', '2030-05-01'), decide(null, '')],
      'shortlisted 2030-05-01',
    ],
  ])('of which the last counts: %s', (_, rows, wanted) => {
    expect(read(rows)).toMatchObject({ counted: [wanted, ''], repeated: [] });
  });

  it.each<[string, Decision[]]>([
    ['a deferral and a yes of one day', [decide('deferred', '2030-05-01'), decide('shortlisted', '2030-05-01')]],
    ['a yes and a deferral of one day', [decide('shortlisted', '2030-05-01'), decide('deferred', '2030-05-01')]],
    ['a deferral after a yes', [decide('shortlisted', '2030-05-01'), decide('deferred', '2030-05-02')]],
    ['a no and then a yes', [decide('rejected', '2030-05-01'), decide('shortlisted', '2030-05-02')]],
    ['a yes and then a no', [decide('shortlisted', '2030-05-01'), decide('rejected', '2030-05-02')]],
    ['the same twice', [decide('shortlisted', '2030-05-01'), decide('shortlisted', '2030-05-01')]],
    ['a deferral without a day', [decide('deferred', ''), decide('shortlisted', '2030-05-02')]],
    [
      'a deferral that nobody signed',
      [decide('deferred', '2030-05-01', { by: '' }), decide('shortlisted', '2030-05-02')],
    ],
    ['a yes without a day', [decide('deferred', '2030-05-01'), decide('shortlisted', '')]],
    [
      'a deferral and then no conclusion',
      [decide('deferred', '2030-05-01'), decide('agreed', '2030-05-02', { reason: '可' })],
    ],
    [
      'two spellings of the step',
      [decide('shortlisted', '2030-05-01'), decide('rejected', '2030-05-01', { matter: '初 审' })],
    ],
    [
      'by number and by names',
      [decide('shortlisted', '2030-05-01'), decide('rejected', '2030-05-01', { subject: 'U2 先进奖 虚构公司' })],
    ],
  ])('of which none counts: %s', (_, rows) => {
    expect(read(rows)).toMatchObject({ counted: ['', ''], repeated: [rows.length] });
  });

  it('are none of another step or another nomination', () => {
    const rows = [
      decide('rejected', '2030-05-01'),
      decide('shortlisted', '2030-05-01', { matter: '终审' }),
      decide('shortlisted', '2030-05-01', { subject: 'A3' }),
    ];
    expect(read(rows)).toMatchObject({
      counted: ['rejected 2030-05-01,shortlisted 2030-05-01', 'shortlisted 2030-05-01'],
      repeated: [],
    });
  });
});

describe('whom a row is about', () => {
  const of = (subject: string) => [decide('shortlisted', '2030-05-01', { subject })];

  it('is nobody where two nominations bear the number: neither is concluded', () => {
    const twins = [{ application: 'A7' }, { application: 'A7' }, { application: 'A8' }];
    expect(read(of('A7'), ...twins)).toEqual({ counted: ['', '', ''], repeated: [], kinds: 'several' });
    expect(read(of('A8'), ...twins).counted).toEqual(['', '', 'shortlisted 2030-05-01']);
  });

  it('is the one nomination of unit, award and name, with a number or without, however it is written', () => {
    const [nominee] = listNominees(COLLECTIVE, {});
    if (!nominee) throw new Error('nobody is nominated');
    const name = standIn(nominee);
    for (const subject of [name, name.replaceAll(' ', ''), name.replaceAll(' ', '，')]) {
      expect(read(of(subject)).counted).toEqual(['shortlisted 2030-05-01', '']);
      expect(read(of(subject), { application: '' }, {}).counted).toEqual(['shortlisted 2030-05-01', '']);
    }
    expect(read(of(name), {}, { unitNumber: 'U2' })).toEqual({ counted: ['', ''], repeated: [], kinds: 'several' });
  });

  it('is a unit, or both, or unknown', () => {
    expect(read(of('U2')).kinds).toBe('unit');
    expect(read(of('U3'), { application: 'U3' }, {}).kinds).toBe('both');
    expect([read(of('A9')).kinds, read(of('')).kinds]).toEqual(['unknown', 'unknown']);
  });
});
