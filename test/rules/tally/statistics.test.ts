import { describe, expect, it } from 'vitest';
import { markOutliers, mean, median, spread } from '../../../rules/tally/statistics.ts';
import { runPython } from '../../support/python-files.ts';

describe('statistics', () => {
  it('agree with Python', () => {
    const lists = [[3], [85, 91], [97, 85, 91, 60], [1, 2, 2, 9, 100]];
    const program = `
import sys, json, statistics as s
print(json.dumps([[s.mean(l), s.median(l), s.pstdev(l)] for l in json.loads(sys.argv[1])]))`;
    const wanted = JSON.parse(runPython(program, JSON.stringify(lists))) as number[][];
    lists.forEach((list, index) => {
      const [wantedMean = NaN, wantedMedian = NaN, wantedSpread = NaN] = wanted[index] ?? [];
      expect(mean(list)).toBeCloseTo(wantedMean, 10);
      expect(median(list)).toBeCloseTo(wantedMedian, 10);
      expect(spread(list)).toBeCloseTo(wantedSpread, 10);
    });
  });

  it('of nothing are nothing', () => {
    expect([mean([]), median([]), spread([])]).toEqual([null, null, null]);
  });
});

describe('a district out of line', () => {
  // Of the others 89, 90, 91, 92, 93 the median is 91 and the deviations 2, 1, 0, 1, 2: MAD 1, limit 3 × 1.4826 = 4.4478.
  const others = [89, 90, 91, 92, 93];

  it('is farther than 3 scaled MAD from the median of the others', () => {
    expect(markOutliers([91 + 4.44, ...others], 1)[0]).toBeNull();
    expect(markOutliers([91 + 4.45, ...others], 1)[0]).toBe('high');
    expect(markOutliers([91 - 4.44, ...others], 1)[0]).toBeNull();
    expect(markOutliers([91 - 4.45, ...others], 1)[0]).toBe('low');
  });

  it('is not marked for less than the least deviation where the others agree', () => {
    expect(markOutliers([91, 90, 90, 90, 90], 1)).toEqual([null, null, null, null, null]);
    expect(markOutliers([91.1, 90, 90, 90, 90], 1)[0]).toBe('high');
  });

  it('does not exist among fewer than four others, and blanks are passed over', () => {
    expect(markOutliers([50, 90, 90, 90], 1)).toEqual([null, null, null, null]);
    expect(markOutliers([50, null, 90, 90, 90, 90], 1)).toEqual(['low', null, null, null, null, null]);
  });

  it('does not hide another one', () => {
    expect(markOutliers([60, 60, ...others], 1).slice(0, 2)).toEqual(['low', 'low']);
  });
});
