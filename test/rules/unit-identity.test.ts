import { describe, expect, it } from 'vitest';
import { UnitFinder, type KnownUnit } from '../../rules/unit-identity.ts';
import { ByUnitNumber } from '../../rules/unit-number.ts';

const A: KnownUnit = { number: '080001', name: '虚构甲公司', creditCode: 'A' };
const B: KnownUnit = { number: '080002', name: '虚构乙公司', creditCode: 'B' };
/** Without a code. */
const C: KnownUnit = { number: '080003', name: '虚构丙公司' };
/** One unit in two rows. */
const D: KnownUnit = { number: '080004', name: '虚构丁公司', creditCode: 'D' };
const E: KnownUnit = { number: '080005', name: '虚构庚公司', creditCode: 'D' };
/** Nobody can name it by its number. */
const BLANK: KnownUnit = { number: '', name: '虚构戊公司', creditCode: 'F' };
const SECOND: KnownUnit = { number: '080001', name: '虚构己公司', creditCode: 'G' };

const finder = new UnitFinder(new ByUnitNumber([A, B, C, D, E, BLANK, SECOND], ({ number }) => number));

function show(number: string, name: string, creditCode?: string): string {
  const identity = finder.identify({ number, name, creditCode });
  if (identity.kind === 'unknown') return 'unknown';
  const other = identity.kind === 'contrary' ? identity.ofCode : identity.kind === 'code' ? identity.ofNumber : null;
  return [identity.kind, identity.unit.name.slice(2, 3), other?.name.slice(2, 3)].filter(Boolean).join(' ');
}

describe('whose it is', () => {
  it.each<[what: string, number: string, name: string, code: string | undefined, whose: string]>([
    ['no code: the number', '080001', '虚构甲公司', undefined, 'number 甲'],
    ['no code, another name: the number, and the name is for others', '080001', '虚构乙公司', undefined, 'number 甲'],
    ['no code, no zeros', '80001', '', undefined, 'number 甲'],
    ['no code, a name alone', '', '虚构甲公司', undefined, 'unknown'],
    ['nothing at all', '', '', undefined, 'unknown'],
    ['all three agree', '080001', '虚构甲公司', 'A', 'code 甲 甲'],
    ['number and code', '080001', '虚构 旧名公司', 'A', 'code 甲 甲'],
    ['number and code, another’s name', '080001', '虚构乙公司', 'A', 'code 甲 甲'],
    ['number and code, no name', '080001', '', 'A', 'code 甲 甲'],
    ['name and code, nobody’s number', '080009', '虚构甲公司', 'A', 'code 甲'],
    ['name and code, no number', '', '虚构甲公司', 'A', 'code 甲'],
    ['name and code, another’s number', '080002', '虚构甲公司', 'A', 'code 甲 乙'],
    ['the code alone', '', '', 'A', 'code 甲'],
    ['the code, nobody’s number and name', '080009', '虚构旧名公司', 'A', 'code 甲'],
    ['the code, nobody’s number, another’s name', '080009', '虚构乙公司', 'A', 'code 甲'],
    ['the code, another’s number, nobody’s name', '080002', '虚构旧名公司', 'A', 'code 甲 乙'],
    ['the code, another’s number without a code, no name', '080003', '', 'A', 'code 甲 丙'],
    ['number and name of one, the code of another', '080002', '虚构乙公司', 'A', 'contrary 乙 甲'],
    ['the same, of one without a code', '080003', '虚构丙公司', 'A', 'contrary 丙 甲'],
    ['number and name of one, the code of nobody', '080002', '虚构乙公司', 'X', 'contrary 乙'],
    ['the number of one, the code of nobody', '080002', '虚构旧名公司', 'X', 'contrary 乙'],
    ['the number of one without a code, the code of nobody', '080003', '虚构丙公司', 'X', 'number 丙'],
    ['the code of nobody alone', '080009', '虚构甲公司', 'X', 'unknown'],
    ['two rows with one code: the one with the number', '080005', '', 'D', 'code 庚 庚'],
    ['two rows with one code, nobody’s number: the first', '080009', '', 'D', 'code 丁'],
    ['the code of a unit without a number', '', '虚构戊公司', 'F', 'unknown'],
    ['the code of a second unit with a number', '080001', '虚构己公司', 'G', 'contrary 甲'],
  ])('%s', (_, number, name, code, whose) => {
    expect(show(number, name, code)).toBe(whose);
  });

  it('two numbers that differ in zeros are told apart by the name, and by the code', () => {
    const [one, other] = [
      { number: '12', name: '虚构甲公司', creditCode: 'A' },
      { number: '012', name: '虚构乙公司', creditCode: 'B' },
    ];
    const twins = new UnitFinder(new ByUnitNumber([one, other], ({ number }) => number));
    expect(twins.identify({ number: '0012', name: '虚构乙公司' })).toEqual({ kind: 'number', unit: other });
    expect(twins.identify({ number: '0012', name: '', creditCode: 'A' })).toMatchObject({ kind: 'code', unit: one });
    expect(twins.identify({ number: '0012', name: '' })).toEqual({ kind: 'unknown' });
  });
});
