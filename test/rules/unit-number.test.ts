import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByUnitNumber, unitNumberKey } from '../../rules/unit-number.ts';

describe('the key of a unit number', () => {
  it.each([
    ['080001', '80001'],
    ['80001', '80001'],
    ['0', '0'],
    ['000', '0'],
    ['00080', '80'],
    ['A080', 'A080'],
    ['0A80', '0A80'],
    ['08-1', '08-1'],
    ['0.5', '0.5'],
    ['', ''],
  ])('of %j is %j', (number, key) => {
    expect(unitNumberKey(number)).toBe(key);
  });

  it('is that of the same digits as a whole number, and no other’s', () => {
    const digits = fc.stringMatching(/^\d{1,20}$/);
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        expect(unitNumberKey(one) === unitNumberKey(other)).toBe(BigInt(one) === BigInt(other));
      }),
    );
  });
});

describe('looking up by unit number', () => {
  const of = (...numbers: string[]) => new ByUnitNumber(numbers, (number) => number);

  it('finds the number as written, else the only one that differs in zeros', () => {
    const units = of('080001', '80002', '12', '012', 'A1');
    expect(units.find('80001')).toBe('080001');
    expect(units.find('080002')).toBe('80002');
    expect(units.find('12')).toBe('12');
    expect(units.find('012')).toBe('012');
    expect(units.find('0A1')).toBeUndefined();
    expect(units.find('99')).toBeUndefined();
  });

  it('never chooses between two that differ in zeros alone, and names them', () => {
    const units = of('12', '012', '13');
    expect(units.find('0012')).toBeUndefined();
    expect(units.findAlike('0012')).toEqual(['12', '012']);
    expect(units.lookalikes).toEqual([['12', '012']]);
  });

  it('never finds anything by a blank number', () => {
    const units = of('', '0', '');
    expect(units.find('')).toBeUndefined();
    expect(units.findAlike('')).toEqual([]);
    expect(units.lookalikes).toEqual([]);
  });

  it('takes the first of two with one number', () => {
    const rows = [
      { number: '7', row: 2 },
      { number: '7', row: 3 },
    ];
    const found = new ByUnitNumber(rows, ({ number }) => number);
    expect(found.find('07')?.row).toBe(2);
    expect(found.lookalikes).toEqual([]);
  });
});
