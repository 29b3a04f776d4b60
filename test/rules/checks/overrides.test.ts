import { expect, it } from 'vitest';
import { checkOverrides, readOverrides } from '../../../rules/checks/overrides.ts';
import type { OverrideRow } from '../../../rules/master-roster.ts';
import { CITED_SCHEME } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex, makeNominee, makeUnit } from '../../support/small-scheme.ts';

const scheme = {
  ...CITED_SCHEME,
  districts: ['东区', '西区'].map((name) => ({ name, scope: 'district', countsMembers: true, cite: CITE })),
};

/** Of both districts one for each award. */
const memberUnits = ['东区', '西区'].map((district, index) => ({ ...makeUnit(), number: String(index + 1), district }));
const nominees = memberUnits.flatMap(({ number, district }) =>
  ['先进奖', '标兵奖'].map((award) => ({
    ...makeNominee(award),
    unitNumber: number,
    application: `${district}${award}`,
  })),
);

function read(...rows: readonly Partial<OverrideRow>[]) {
  const overrides = rows.map((row, index) => ({
    row: index + 2,
    district: '东区',
    award: '先进奖',
    places: 3,
    reason: '区里来函',
    ...row,
  }));
  const index = makeIndex(scheme, { overrides, nominees, memberUnits });
  const reading = readOverrides(index);
  const findings = [...checkOverrides(index, reading, [])];
  return {
    read: reading.overrides.map(({ district, award, places }) => `${district} ${award} ${places}`),
    faults: findings.map(({ where }) => where.map(({ row, heading }) => `${row ?? ''}:${heading}`).join(' ')),
    held: [...new Set(findings.flatMap(({ nominations }) => nominations.map(({ application }) => application)))],
  };
}

it.each([
  [{}, 'collective 3', null],
  [{ places: 0 }, 'collective 0', null],
  [{ places: 9999 }, 'collective 9999', null],
  [{ places: 10_000 }, null, '2:名额'],
  [{ places: -1 }, null, '2:名额'],
  [{ places: null }, null, '2:名额'],
  [{ reason: '' }, null, '2:理由'],
  [{ district: '北区' }, null, '2:所属'],
  [{ district: '' }, null, '2:所属'],
  [{ award: '银奖' }, null, '2:奖项'],
])('%j', (row, override, fault) => {
  expect(read(row)).toEqual({
    read: override ? [`东区 ${override}`] : [],
    faults: fault ? [fault] : [],
    held: fault === '2:名额' ? ['东区先进奖'] : [],
  });
});

it.each([
  [[{ places: 1 }, { places: 2 }], '2:名额 3:名额'],
  [[{ places: 3 }, { places: 3 }], '2:名额 3:名额'],
  [[{ places: 0 }, { places: 9999 }, { places: 1 }], '2:名额 3:名额 4:名额'],
  [[{ places: 1, reason: '' }, { places: 2 }], '2:名额 3:名额'],
  [[{ places: 1 }, { places: 4, district: '西区' }, { places: 2 }], '2:名额 4:名额'],
])('of rows about the same places none counts, all are named at once, and who shares them waits: %j', (rows, fault) => {
  const others = rows.filter(({ district }: Partial<OverrideRow>) => district !== undefined);
  expect(read(...rows)).toEqual({
    read: others.map(({ places }) => `西区 collective ${places}`),
    faults: [fault],
    held: ['东区先进奖'],
  });
});

it('rows about other places, and one that names none or no number, take nothing from a row that is in order', () => {
  const apart = read({ places: 1 }, { places: 2, award: '标兵奖' }, { places: 4, district: '西区' });
  expect(apart).toEqual({
    read: ['东区 collective 1', '东区 person 2', '西区 collective 4'],
    faults: [],
    held: [],
  });
  const unnamed = read({ places: 1 }, { places: 2, district: '北区' }, { places: 2, district: '北区' });
  expect(unnamed).toEqual({ read: ['东区 collective 1'], faults: ['3:所属', '4:所属'], held: [] });
  const blank = read({ places: 1 }, { places: null });
  expect(blank).toEqual({ read: ['东区 collective 1'], faults: ['3:名额'], held: ['东区先进奖'] });
});
