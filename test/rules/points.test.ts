import { describe, expect, it } from 'vitest';
import { formatSteps, toPoints, toSteps } from '../../rules/points.ts';

const ONE = { numerator: 1, denominator: 1 };
const HALF = { numerator: 1, denominator: 2 };

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
});
