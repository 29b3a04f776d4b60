/** What a roster holds of each district, for each way to say it. */
import { describe, expect, it } from 'vitest';
import { countMembers, findHoldings, nameCoverage } from '../../rules/coverage.ts';
import type { RosterCoverage } from '../../rules/master-roster.ts';
import { makeUnit } from '../support/small-scheme.ts';

const DISTRICTS = [{ name: '东' }, { name: '西' }, { name: '北' }];
const memberUnits = ['东', '东', '西', '别处'].map((district) => ({ ...makeUnit(), district }));

const CASES: readonly [RosterCoverage, Record<string, string>, Record<string, number>, string][] = [
  [{ kind: 'all', isStated: true }, { 东: 'members', 西: 'members', 北: 'members' }, { 东: 2, 西: 1, 北: 0 }, '全部'],
  [{ kind: 'all', isStated: false }, { 东: 'members', 西: 'members', 北: 'nothing' }, { 东: 2, 西: 1 }, '全部'],
  [
    { kind: 'districts', districts: ['东', '北'] },
    { 东: 'members', 西: 'nothing', 北: 'members' },
    { 东: 2, 北: 0 },
    '东、北',
  ],
  [{ kind: 'nominated' }, { 东: 'nominated', 西: 'nominated', 北: 'nothing' }, {}, '仅推荐单位'],
];

describe.each(CASES)('%j', (coverage, holdings, counts, name) => {
  it('holds the districts that it says', () => {
    const holdingOf = findHoldings({ coverage, memberUnits });
    expect(Object.fromEntries(DISTRICTS.map((each) => [each.name, holdingOf(each.name)]))).toEqual(holdings);
  });

  it('counts the members of those alone', () => {
    expect(Object.fromEntries(countMembers({ coverage, memberUnits }, DISTRICTS))).toEqual(counts);
  });

  it('has its name', () => {
    expect(nameCoverage(coverage)).toBe(name);
  });
});
