import { expect, it } from 'vitest';
import { checkLimits } from '../../../rules/checks/limits.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits, PERSON, showFindings } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../../support/small-scheme.ts';

/** Collectives are at most half of the members of the league, rounded down; one unit has at most two nominees of both kinds together. */
const scheme: Scheme = {
  ...CITED_SCHEME,
  limits: {
    caps: [
      {
        name: '集体',
        awards: [COLLECTIVE.id],
        base: { name: '联盟成员', unitsWith: '联盟成员' },
        ratio: { value: { numerator: 1, denominator: 2 }, cite: CITE },
      },
    ],
    perUnit: [{ name: '先进', awards: [COLLECTIVE.id, PERSON.id], most: { value: 2, cite: CITE } }],
  },
};

const memberUnits = listUnits(
  ...[true, true, true, false].map((member) => ({ facts: new Map([['联盟成员', member]]) })),
);
const empty = (count: number) => Array.from({ length: count }, () => ({}));
const find = (nominees: ReturnType<typeof listNominees>) =>
  showFindings(checkLimits, { memberUnits, nominees }, scheme);

it('half of three is one: one nominee stands, two exceed the cap for both of them', () => {
  expect(find(listNominees(COLLECTIVE, ...empty(1)))).toEqual([]);
  expect(find(listNominees(COLLECTIVE, ...empty(2)))).toEqual(['cap-exceeded 3:奖项 2:奖项 (2 3)']);
  expect(find(listNominees(COLLECTIVE, ...empty(3)))).toEqual(['cap-exceeded 3:奖项 4:奖项 2:奖项 (2 3 4)']);
  expect(find(listNominees(PERSON, ...empty(3)))).toEqual([]);
});

it('a unit has as many nominees as it may, of all awards together, and one more is too many for all of them', () => {
  const of = (unitNumber: string, ...rows: readonly number[]) =>
    listNominees(PERSON, ...rows.map((row) => ({ row, unitNumber })));
  expect(find([...listNominees(COLLECTIVE, {}), ...of('U2', 3)])).toEqual([]);
  expect(find([...listNominees(COLLECTIVE, {}), ...of('U2', 3, 4)])).toEqual([
    'unit-limit 4:奖项 2:奖项 3:奖项 (2 3 4)',
  ]);
  expect(find([...of('U2', 2, 3), ...of('U3', 4), ...of('', 5, 6, 7)])).toEqual([]);
});

it('a unit is called as it is registered, however one of its nominations spells it', () => {
  const say = (...names: readonly string[]) => {
    const nominees = listNominees(PERSON, ...names.map((unitName) => ({ unitNumber: 'U2', unitName })));
    return [...checkLimits(makeIndex(scheme, { memberUnits, nominees }))].map(({ message }) => message);
  };
  const told = ['“虚构公司2”推荐先进 3 个，每个单位至多 2 个'];
  expect(say('虚构公司2', '虚构公司2', '虚构公司2')).toEqual(told);
  expect(say('错名公司', '虚构公司2', '')).toEqual(told);
});
