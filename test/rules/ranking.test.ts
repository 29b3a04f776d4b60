import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankShared, standInPlaces } from '../../rules/ranking.ts';

describe('shared ranks', () => {
  it('are 1, 2, 2, 4', () => {
    expect(rankShared([99, 95, 95, 90])).toEqual([1, 2, 2, 4]);
    expect(rankShared([90, 95, 99, 95])).toEqual([4, 2, 1, 2]);
    expect(rankShared([])).toEqual([]);
  });

  it('count everybody with more points, and one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (points) => {
        const wanted = points.map((own) => points.filter((other) => other > own).length + 1);
        expect(rankShared(points)).toEqual(wanted);
      }),
    );
  });
});

describe('places', () => {
  it('are full below the last rank, at it and above it', () => {
    expect(standInPlaces([1, 2, 3], 2)).toEqual(['inside', 'inside', 'outside']);
    expect(standInPlaces([1, 2, 2, 4], 1)).toEqual(['inside', 'outside', 'outside', 'outside']);
    expect(standInPlaces([1, 2, 2, 4], 2)).toEqual(['inside', 'tied', 'tied', 'outside']);
    expect(standInPlaces([1, 2, 2, 4], 3)).toEqual(['inside', 'inside', 'inside', 'outside']);
    expect(standInPlaces([1, 1], 0)).toEqual(['outside', 'outside']);
  });

  it('never hold more than there are, and leave none free while somebody stands outside untied', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6)), fc.nat(10), (points, places) => {
        const standings = standInPlaces(rankShared(points), places);
        const count = (word: string) => standings.filter((each) => each === word).length;
        expect(count('inside')).toBeLessThanOrEqual(places);
        if (count('tied') > 0) expect(count('inside') + count('tied')).toBeGreaterThan(places);
        else expect(count('inside')).toBe(Math.min(places, points.length));
      }),
    );
  });
});
