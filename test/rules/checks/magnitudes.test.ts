import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, unitOfHeading } from '../../../rules/checks/magnitudes.ts';

const TEN_THOUSAND = 10_000;

/** The numbers that are odd among these. */
function odd(values: readonly number[]): number[] {
  const line = lineOf(values, TEN_THOUSAND);
  return values.filter((value) => value >= line);
}

describe('the unit of a heading', () => {
  it.each([
    ['合同额（万元）', 'number', { factor: 10_000, smaller: '元' }],
    ['服务面积（万平方米）', 'number', { factor: 10_000, smaller: '平方米' }],
    ['资产 (百万元)', 'number', { factor: 1_000_000, smaller: '元' }],
    ['产值（亿元）', 'integer', { factor: 100_000_000, smaller: '元' }],
    ['合同（家）', 'integer', null],
    ['合同额', 'number', null],
    ['合同额（万元）', 'text', null],
    ['合同额（万元）说明', 'number', null],
  ] as const)('%s of %s', (heading, type, unit) => {
    expect(unitOfHeading({ heading, type })).toEqual(unit);
  });
});

describe('a number in yuan among ten thousands of yuan', () => {
  it.each([
    ['one of two, at the line', [100, 100_000], [100_000]],
    ['one of two, below the line', [100, 99_999], []],
    ['ten thousand times its neighbours', [80, 100, 120, 1_000_000], [1_000_000]],
    ['small for what it is', [50, 60, 80, 100, 150, 300, 2000, 100_000], [100_000]],
    ['several of them', [80, 100, 120, 150, 900_000, 1_000_000, 2_000_000], [900_000, 1_000_000, 2_000_000]],
    ['half of all', [80, 100, 900_000, 1_000_000], [900_000, 1_000_000]],
    ['most of all: nobody knows which are wrong', [80, 800_000, 900_000, 1_000_000], []],
    ['a large contract is none', [50, 80, 100, 150, 10_000], []],
    ['nor beside one that is', [50, 80, 100, 150, 10_000, 1_000_000], [1_000_000]],
    ['spread evenly, however far', [1, 5, 25, 125, 625, 3125, 15_625, 78_125], []],
    ['alone', [1_000_000], []],
    ['none at all', [], []],
  ])('%s', (_, values, wanted) => {
    expect(odd(values)).toEqual(wanted);
    expect(odd([...values].reverse()).sort((a, b) => a - b)).toEqual(wanted);
  });

  /** Contracts of which none is more than ten times another, any of them written in yuan. */
  it('is found whichever it is, and no other', () => {
    const amounts = fc.array(fc.integer({ min: 100, max: 1000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.nat(), (values, nat) => {
        const at = nat % values.length;
        const wrong = (values[at] ?? 0) * TEN_THOUSAND;
        expect(odd(values)).toEqual([]);
        expect(odd(values.with(at, wrong))).toEqual([wrong]);
      }),
    );
  });
});
