import { beforeAll, describe, expect, it } from 'vitest';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { blankFilling } from '../../support/filled-sheets.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

/** Marks of districts that each have so many scored units with these basic points. */
function mark(...districts: readonly (readonly [units: number, points: number])[]) {
  const names = scheme.districts.filter(({ countsMembers }) => countsMembers).map(({ name }) => name);
  const units = districts.flatMap(([count, points], position) =>
    Array.from({ length: count }, (_, index) => ({
      unit: makeUnit(String(100 * (position + 1) + index), names[position]),
      points,
    })),
  );
  const { districts: tallied } = tallyOf(
    scheme,
    units.map(({ unit }) => unit),
    units.map(({ unit, points }) => makeFile(scheme, unit, points)),
  );
  return districts.map((_, position) => tallied.find(({ district }) => district === names[position])?.mark ?? '-');
}

describe('a district', () => {
  const others = [
    [5, 90],
    [5, 91],
    [5, 90],
    [5, 89],
  ] as const;

  it('that scores far from the others is marked, from five scored units on', () => {
    expect(mark(...others, [5, 99])).toEqual(['-', '-', '-', '-', 'high']);
    expect(mark(...others, [5, 80])).toEqual(['-', '-', '-', '-', 'low']);
    expect(mark(...others, [5, 92])).toEqual(['-', '-', '-', '-', '-']);
    expect(mark(...others, [4, 99])).toEqual(['-', '-', '-', '-', '-']);
  });

  it('is not held against others with too few units', () => {
    expect(mark([5, 90], [5, 91], [5, 90], [4, 89], [5, 99])).toEqual(['-', '-', '-', '-', '-']);
  });
});

it('a district counts its units by what came of them, and its points by the sheets that are filled', () => {
  const units = ['1', '2', '3'].map((number) => makeUnit(number));
  const [first = makeUnit('1'), second = makeUnit('2')] = units;
  const files = [makeFile(scheme, first, 84), makeFile(scheme, second, 86)];
  const { all } = tallyOf(scheme, units, files);
  expect(all).toMatchObject({ expected: 3, scored: 2, mean: 85, median: 85, spread: 1, reaching: 1, eligible: 1 });
  expect(all.states).toMatchObject({ counted: 2, missing: 1 });
  expect(tallyOf(scheme, units, [makeFile(scheme, first, blankFilling(scheme))]).all).toMatchObject({
    scored: 0,
    mean: null,
  });
});
