import { expect, it } from 'vitest';
import { readOverrides } from '../../../rules/checks/overrides.ts';
import type { OverrideRow } from '../../../rules/master-roster.ts';
import { CITED_SCHEME } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../../support/small-scheme.ts';

const scheme = {
  ...CITED_SCHEME,
  districts: ['东区', '西区'].map((name) => ({ name, scope: 'district', countsMembers: true, cite: CITE })),
};

function read(...rows: readonly Partial<OverrideRow>[]) {
  const overrides = rows.map((row, index) => ({
    row: index + 2,
    district: '东区',
    award: '先进奖',
    places: 3,
    reason: '区里来函',
    ...row,
  }));
  const { overrides: read, findings } = readOverrides(makeIndex(scheme, { overrides }));
  return {
    read: read.map(({ district, award, places }) => `${district} ${award} ${places}`),
    faults: findings.map(({ where: [{ row, heading }] }) => `${row ?? ''}:${heading}`),
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
  expect(read(row)).toEqual({ read: override ? [`东区 ${override}`] : [], faults: fault ? [fault] : [] });
});

it('of two about one district and award the first counts; a row that is not in order is none', () => {
  expect(read({ places: 1 }, { places: 2 })).toEqual({ read: ['东区 collective 1'], faults: ['3:奖项'] });
  expect(read({ places: 1, reason: '' }, { places: 2 })).toEqual({ read: ['东区 collective 2'], faults: ['2:理由'] });
  const apart = read({ places: 1 }, { places: 2, award: '标兵奖' }, { places: 4, district: '西区' });
  expect(apart).toEqual({ read: ['东区 collective 1', '东区 person 2', '西区 collective 4'], faults: [] });
});
