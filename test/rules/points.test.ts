import { describe, expect, it } from 'vitest';
import { formatSteps, toPoints, toSteps } from '../../rules/points.ts';

const ONE = { numerator: 1, denominator: 1 };
const HALF = { numerator: 1, denominator: 2 };
const HUNDREDTH = { numerator: 1, denominator: 100 };

describe('points and steps', () => {
  it('counts whole points as steps of one', () => {
    expect(toSteps(85, ONE)).toBe(85);
    expect(toSteps(84.5, ONE)).toBeNull();
    expect(formatSteps(85, ONE)).toBe('85');
  });

  it('counts half points as steps of a half', () => {
    expect(toSteps(2.5, HALF)).toBe(5);
    expect(toSteps(2.25, HALF)).toBeNull();
    expect(formatSteps(5, HALF)).toBe('2.5');
    expect(formatSteps(-5, HALF)).toBe('-2.5');
    expect(toPoints(5, HALF)).toBe(2.5);
  });

  it('counts every score of two decimals as steps of a hundredth, and none of three', () => {
    const all = Array.from({ length: 100_01 }, (_, steps) => {
      const text = `${Math.floor(steps / 100)}.${String(steps % 100).padStart(2, '0')}`;
      return { steps, points: Number(text), between: Number(`${text}5`) };
    });
    expect(all.filter(({ steps, points }) => toSteps(points, HUNDREDTH) !== steps)).toEqual([]);
    expect(all.filter(({ steps, points }) => toPoints(steps, HUNDREDTH) !== points)).toEqual([]);
    expect(all.filter(({ between }) => toSteps(between, HUNDREDTH) !== null)).toEqual([]);
  });
});
