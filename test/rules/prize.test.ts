import { describe, expect, it } from 'vitest';
import { formatYuan } from '../../rules/money.ts';
import type { Standing } from '../../rules/nominee-check.ts';
import { awardPrizes } from '../../rules/prize.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { PrizeScheme } from '../../rules/scheme.ts';
import { COLLECTIVE, CITED_SCHEME, listNominees, listUnits, PERSON, unreviewed } from '../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../support/small-scheme.ts';

const cited = <T>(value: T) => ({ value, cite: CITE });

/** 2000 yuan for the collective, 500.50 for the person, who is not paid beside the collective of the same unit. */
const scheme: PrizeScheme = {
  ...CITED_SCHEME,
  districts: [
    { name: '东区', scope: 'district', countsMembers: true, cite: CITE },
    { name: '市属', scope: 'city', countsMembers: true, cite: CITE },
  ],
  prize: {
    amounts: [
      { award: COLLECTIVE.id, fen: cited(200_000) },
      { award: PERSON.id, fen: cited(50_050) },
    ],
    exclusions: [{ award: PERSON.id, besides: COLLECTIVE.id, cite: CITE }],
    levelExclusion: {
      heading: '市级先进',
      statement: '区级不再发',
      ofNominee: { awards: [PERSON.id], statement: '本人区级不再发' },
      cite: CITE,
    },
    payers: [
      { name: '市协会', memberHeading: '市会员', cite: CITE },
      { name: '{{所属}}协会', exceptScopes: ['city'], cite: CITE },
    ],
  },
};

interface Nomination {
  readonly award: typeof COLLECTIVE;
  readonly unit: string;
  readonly cleared?: boolean;
  readonly prize?: Standing;
  /** Of the nominee’s own column 市级先进. */
  readonly own?: boolean;
}

type Cells = Readonly<Record<string, FactValue>>;

/** U2 is of 东区, U3 of 市属; both are members of the city's association unless `cells` says otherwise. */
function pay(nominations: readonly Nomination[], cells: Cells = {}) {
  const facts = new Map<string, FactValue>(Object.entries({ 市会员: true, 市级先进: null, ...cells }));
  const memberUnits = listUnits({ district: '东区', facts }, { district: '市属', facts });
  const nominees = nominations.map(({ award, unit, cleared = true, prize, own = false }, index) => {
    const ownFacts = new Map([['市级先进', own]]);
    const [nominee] = listNominees(award, { row: index + 2, unitNumber: unit, facts: ownFacts });
    if (!nominee) throw new Error('nobody is nominated');
    const stands = unreviewed(cleared);
    const found = memberUnits.find(({ number }) => number === unit) ?? null;
    return {
      nominee,
      award,
      unit: found,
      answer: 'yes' as const,
      reasons: [],
      ...stands,
      standing: { ...stands.standing, prize: prize ?? stands.standing.prize },
      findings: [],
      heldUpBy: [],
    };
  });
  const index = makeIndex(scheme, { memberUnits, nominees: nominees.map(({ nominee }) => nominee) });
  return awardPrizes(scheme, {
    index,
    quota: null,
    places: [],
    remarks: [],
    basis: [],
    nominees,
    panels: [],
    part: null,
  });
}

const shown = (table: ReturnType<typeof pay>) =>
  table.prizes.map(({ nominee, fen, payer, notes }) =>
    [nominee.row, formatYuan(fen), payer ?? '待定', ...notes.map(({ text }) => text)].join(' '),
  );

describe('who is paid', () => {
  it('is whoever the check has cleared, award by award', () => {
    const table = pay([
      { award: PERSON, unit: 'U3' },
      { award: COLLECTIVE, unit: 'U2' },
      { award: COLLECTIVE, unit: 'U3', cleared: false },
      { award: COLLECTIVE, unit: 'U9' },
    ]);
    expect(shown(table)).toEqual(['3 2000 市协会', '2 500.50 市协会']);
    expect(table.totalFen).toBe(250_050);
    expect([...table.byPayer]).toEqual([['市协会', { count: 2, fen: 250_050 }]]);
  });

  it('is nobody whose unit has the other prize, and then no sum counts it', () => {
    const table = pay([
      { award: COLLECTIVE, unit: 'U2' },
      { award: PERSON, unit: 'U2' },
    ]);
    expect(shown(table)).toEqual(['2 2000 市协会', '3 0 待定 本单位已获先进奖奖金，标兵奖奖金不重复发放']);
    expect([...table.byPayer]).toEqual([['市协会', { count: 1, fen: 200_000 }]]);
  });

  it('is whoever’s unit was not cleared for the other prize', () => {
    const table = pay([
      { award: COLLECTIVE, unit: 'U2', cleared: false },
      { award: PERSON, unit: 'U2' },
    ]);
    expect(shown(table)).toEqual(['3 500.50 市协会']);
  });

  it('is told that the other level does not pay again, where anything is paid', () => {
    const table = pay(
      [
        { award: COLLECTIVE, unit: 'U2' },
        { award: PERSON, unit: 'U2' },
      ],
      { 市级先进: true },
    );
    expect(shown(table)).toEqual(['2 2000 市协会 区级不再发', '3 0 待定 本单位已获先进奖奖金，标兵奖奖金不重复发放']);
  });

  it('is told so of a person by the person’s own column, and not by the unit’s', () => {
    const nominations = (own: boolean) => [
      { award: PERSON, unit: 'U2', own },
      { award: COLLECTIVE, unit: 'U3', own },
    ];
    expect(shown(pay(nominations(true), { 市级先进: false }))).toEqual([
      '3 2000 市协会',
      '2 500.50 市协会 本人区级不再发',
    ]);
    expect(shown(pay(nominations(false), { 市级先进: true }))).toEqual(['3 2000 市协会 区级不再发', '2 500.50 市协会']);
  });
});

it('a prize waits for its own step of the review', () => {
  const table = pay([
    { award: COLLECTIVE, unit: 'U2', prize: 'waiting' },
    { award: COLLECTIVE, unit: 'U3', prize: 'against' },
  ]);
  expect(shown(table)).toEqual(['3 2000 市协会']);
});

describe('who pays', () => {
  it.each([
    [true, 'U2', '2 2000 市协会'],
    [false, 'U2', '2 2000 东区协会'],
    [null, 'U2', '2 2000 待定 “市会员”为空白，发放单位待确认'],
    [true, 'U3', '2 2000 市协会'],
    [false, 'U3', '2 2000 待定 市属没有对应的协会，发放单位待确认'],
  ])('for a member %s, unit %s', (member, unit, prize) => {
    expect(shown(pay([{ award: COLLECTIVE, unit }], { 市会员: member }))).toEqual([prize]);
  });

  it('is not known of a column that the row does not have', () => {
    const table = pay([{ award: COLLECTIVE, unit: 'U2' }], { 市会员: null });
    expect([...table.byPayer]).toEqual([[null, { count: 1, fen: 200_000 }]]);
  });
});
