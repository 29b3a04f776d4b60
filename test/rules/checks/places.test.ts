import { describe, expect, it } from 'vitest';
import { checkPlaces, countPlaces } from '../../../rules/checks/places.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import { allocateQuotas } from '../../../rules/quota/quota-table.ts';
import type { QuotaScheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits, PERSON } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../../support/small-scheme.ts';

const cited = <T>(value: T) => ({ value, cite: CITE });

/** Two places for collectives in 东区, which has 4 members, one in 西区 with 2; none for persons. */
const scheme: QuotaScheme = {
  ...CITED_SCHEME,
  scopes: [{ id: 'district', name: '各区', cite: CITE }],
  districts: ['东区', '西区'].map((name) => ({ name, scope: 'district', countsMembers: true, cite: CITE })),
  quota: {
    ratios: [
      {
        scope: 'district',
        award: 'collective',
        of: 'members',
        ratio: cited({ numerator: 1, denominator: 2 }),
        rounding: cited('floor'),
      },
    ],
    overrides: [],
    table: { title: '名额', subtotalScope: 'district', cite: CITE },
    published: [],
  },
};

function find(nominees: readonly Nominee[]) {
  const memberUnits = listUnits(...['东区', '东区', '东区', '东区', '西区', '西区'].map((district) => ({ district })));
  const index = makeIndex(scheme, { memberUnits, nominees });
  const usages = countPlaces(
    index,
    allocateQuotas(
      scheme,
      new Map([
        ['东区', 4],
        ['西区', 2],
      ]),
    ),
  );
  return [...checkPlaces(index, usages)];
}

function check(nominees: readonly Nominee[]) {
  return find(nominees).map(({ rule, where, nominations, message }) => {
    const cells = where.map(({ row }) => row ?? '列').join(' ');
    return `${rule} ${cells} (${nominations.map(({ row }) => row).join(' ')}) ${message.slice(0, 2)}${/[超空][出余] \d+/.exec(message)?.[0] ?? ''}`;
  });
}

/** Rows 2 to 5 are of units in 东区, 6 and 7 in 西区. */
const nominate = (count: number, from = 2) =>
  listNominees(
    COLLECTIVE,
    ...Array.from({ length: count }, (_, index) => ({ row: from + index, unitNumber: `U${from + index}` })),
  );

describe('places', () => {
  it('that are all taken are no finding', () => {
    expect(check([...nominate(2), ...nominate(1, 6)])).toEqual([]);
  });

  it('that are too few hold up the whole district’s group: the first too many is named first', () => {
    expect(check([...nominate(3), ...nominate(1, 6)])).toEqual(['over-quota 4 2 3 (2 3 4) 东区超出 1']);
    expect(check([...nominate(4), ...nominate(2, 6)])).toEqual([
      'over-quota 4 5 2 3 (2 3 4 5) 东区超出 2',
      'over-quota 7 6 (6 7) 西区超出 1',
    ]);
  });

  it('that are left are a question for each district, the last one too', () => {
    expect(check(nominate(1))).toEqual(['unused-places 列 () 东区空余 1', 'unused-places 列 () 西区空余 1']);
    expect(check(nominate(2))).toEqual(['unused-places 列 () 西区空余 1']);
  });

  it('that nobody has been nominated for at all are one question', () => {
    expect(check([])).toHaveLength(1);
    expect(check([])[0]).toMatch(/^unused-places 列 \(\)/);
  });

  it('are told by what was found alone, as several of them are one entry', () => {
    const found = find(nominate(1)).map((each) => each.found);
    expect(found.map((text) => text.slice(0, 2))).toEqual(['东区', '西区']);
  });

  it('of an award without any are not looked for, and a nominee of an unknown unit takes none', () => {
    const stray = listNominees(COLLECTIVE, { unitNumber: 'U99', row: 9 }, { unitNumber: '', row: 10 });
    const persons = listNominees(PERSON, { row: 11 });
    expect(check([...nominate(2), ...nominate(1, 6), ...stray, ...persons])).toEqual([]);
  });
});
