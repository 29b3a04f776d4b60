import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import { countCaps, findCrowdedUnits } from '../../rules/limits.ts';
import { indexRoster } from '../../rules/roster-index.ts';
import type { MemberUnit, Nominee } from '../../rules/master-roster.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Award } from '../../rules/scheme.ts';
import { sampleScheme, SIXTH, type SchemeSample } from '../support/scheme-sample.ts';

let sample: SchemeSample;
let awardByName: ReadonlyMap<string, Award>;

beforeAll(async () => {
  sample = await sampleScheme(SIXTH);
  ({ awardByName } = sample.check.index);
});

const units = (cells: readonly FactValue[], heading: string): MemberUnit[] =>
  cells.map((cell, index) => ({
    row: index + 2,
    number: `U${index}`,
    name: `单位${index}`,
    district: '',
    sequence: '',
    facts: new Map([[heading, cell]]),
  }));

function nominees(count: number, award: string): Nominee[] {
  const [pattern] = sample.roster.nominees;
  if (!pattern) throw new Error('the sample has no nominee');
  return Array.from({ length: count }, (_, index) => ({ ...pattern, row: index + 2, unitNumber: `U${index}`, award }));
}

/** Of the cap of the collectives, 45 % of the inns with a safety officer, and of the keepers, 20 % of their number. */
function usage(cells: readonly FactValue[], heading: '专职安全员' | '在册管家数', count = 0) {
  const award = heading === '专职安全员' ? '安心民宿' : '安心管家';
  const roster = { ...sample.roster, memberUnits: units(cells, heading), nominees: nominees(count, award) };
  const usages = countCaps(sample.scheme.limits.caps, roster, awardByName);
  const own = usages.find(({ cap }) => ('unitsWith' in cap.base ? cap.base.unitsWith : cap.base.sumOf) === heading);
  if (!own) throw new Error(`no cap counts ${heading}`);
  const { remarks } = checkRoster(sample.scheme, roster);
  return { ...own, exceeded: remarks.filter(({ rule }) => rule === 'cap-exceeded') };
}

const yes = (count: number) => Array.from({ length: count }, () => true);

describe('a cap', () => {
  it('is rounded down: 45 % of 20 is 9, of 21 is 9, of 22 is 9, of 23 is 10', () => {
    expect([20, 21, 22, 23].map((count) => usage(yes(count), '专职安全员').most)).toEqual([9, 9, 9, 10]);
    expect(usage([...yes(20), false, false, null], '专职安全员').base).toBe(20);
  });

  it('is kept by as many nominees as it allows, and broken by one more, for all of them', () => {
    expect(usage(yes(20), '专职安全员', 9).exceeded).toEqual([]);
    const [finding, ...others] = usage(yes(20), '专职安全员', 10).exceeded;
    expect(others).toEqual([]);
    expect(finding?.message).toBe('集体推荐 10 个，超出 1 个（有专职安全员的民宿 20 × 45% 以内，至多 9）');
    expect(finding?.where).toHaveLength(10);
  });

  it('is not known where the roster does not hold all members, so that nobody breaks it', () => {
    const award = '安心民宿';
    const held = { ...sample.roster, memberUnits: units(yes(2), '专职安全员'), nominees: nominees(10, award) };
    const roster = { ...held, coverage: { kind: 'nominated' } as const };
    const [first] = countCaps(sample.scheme.limits.caps, roster, awardByName);
    expect(first?.isKnown).toBe(false);
    expect(first?.explanation).toBe('名册范围是“仅推荐单位”，有专职安全员的民宿总数不全，未核对');
    expect(checkRoster(sample.scheme, roster).remarks.filter(({ rule }) => rule === 'cap-exceeded')).toEqual([]);
    expect(checkRoster(sample.scheme, held).remarks.filter(({ rule }) => rule === 'cap-exceeded')).toHaveLength(1);
  });

  it('counts no number that cannot be meant, however far out it is', () => {
    for (const slip of [-1, -5000, 1_000_001, Number.MAX_SAFE_INTEGER]) {
      expect(usage([10, 4, slip], '在册管家数')).toMatchObject({ base: 14, most: 2, blank: 1 });
    }
    expect(usage([0, 1_000_000], '在册管家数')).toMatchObject({ base: 1_000_000, blank: 0 });
  });

  it('adds up numbers, and says how many cells it could not count', () => {
    expect(usage([10, 4, 0, 1], '在册管家数')).toMatchObject({ base: 15, most: 3, blank: 0 });
    expect(usage([10, 4, null], '在册管家数', 3).exceeded.map(({ message, mend }) => message + mend)).toEqual([
      '安心管家推荐 3 个，超出 1 个（在册管家 14 × 20% 以内，至多 2；另有 1 家单位“在册管家数”空白或有误，未计入）先补填或更正这些单元格再算；仍超出的，由评定组确定撤下哪些；在此之前这一组都不通过',
    ]);
  });
});

describe('a limit for each unit', () => {
  it('is broken above it, and not by rows without a number, which are of no one unit', () => {
    const [limit] = sample.scheme.limits.perUnit;
    if (!limit) throw new Error('the scheme has no limit for a unit');
    const of = (number: string, count: number) =>
      nominees(count, '安心民宿').map((each) => ({ ...each, unitNumber: number }));
    const crowded = (all: readonly Nominee[]) =>
      findCrowdedUnits(limit, indexRoster(sample.scheme, { ...sample.roster, nominees: all })).map(
        (group) => group.length,
      );
    expect(crowded(of('U1', 2))).toEqual([]);
    expect(crowded([...of('U1', 3), ...of('U2', 1), ...of('U3', 2)])).toEqual([3]);
    expect(crowded(of('', 3))).toEqual([]);
  });
});
