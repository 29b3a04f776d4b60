import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForUnit, findMeantUnit, listLikelyUnits } from '../../rules/meant-unit.ts';
import { textKey } from '../../rules/same-text.ts';
import { ByUnitNumber, isShownAs } from '../../rules/unit-number.ts';

const unit = (number: string, name: string) => ({ number, name });
const MEMBERS = [
  unit('080001', '虚构甲厂'),
  unit('160028', '虚构乙厂'),
  unit('160413', '虚构丙厂'),
  unit('230000', '虚构丁厂'),
  unit('0999001', '虚构戊厂'),
  unit('999001', '虚构己厂'),
];
const units = new ByUnitNumber(MEMBERS, ({ number }) => number);
const read = (unitNumber: string, unitName: string) => findMeantUnit(units, { unitNumber, unitName })?.number ?? null;
const ask = (unitNumber: string, unitName: string) => {
  const ofName = MEMBERS.filter(({ name }) => unitName !== '' && textKey(name) === textKey(unitName));
  return listLikelyUnits(units, ofName, { unitNumber }).map((each) => `${each.unit.number} ${each.why}`);
};

describe('a number that a spreadsheet has shown otherwise', () => {
  it.each([
    ['160028.0', '', '160028'],
    ['160028.00', '虚构甲厂', '160028'],
    ['1.60028E+05', '', '160028'],
    ['1.60028e5', '', '160028'],
    ['2.3E+05', '虚构丁厂', '230000'],
    ['1.6E+05', '虚构乙厂', '160028'],
    ['1.6E+05', '虚构丙厂', '160413'],
    ['8.0001E+04', '', '080001'],
    ['80001.0', '', '080001'],
    ['999001', '虚构戊厂', '999001'],
    ['00999001', '虚构戊厂', '0999001'],
  ])('%s with the name %j is %s', (number, name, wanted) => {
    expect(read(number, name)).toBe(wanted);
  });

  it.each([
    ['1.6E+05', '', ['160028 编号像是被表格程序改写的', '160413 编号像是被表格程序改写的']],
    [
      '1.6E+05',
      '虚构甲厂',
      ['080001 单位名称一致', '160028 编号像是被表格程序改写的', '160413 编号像是被表格程序改写的'],
    ],
    ['2.3E+05', '', ['230000 编号像是被表格程序改写的']],
    ['00999001', '', ['0999001 编号只差开头的 0', '999001 编号只差开头的 0']],
  ])('%s with the name %j is asked about: %j', (number, name, wanted) => {
    expect(read(number, name)).toBeNull();
    expect(ask(number, name)).toEqual(wanted);
  });

  it('is read as no unit whose number it could not be, whatever the number and however it is shown', () => {
    const digits = fc.integer({ min: 1000, max: 999_999 }).map(String);
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: 0, max: 5 }), (own, other, decimals) => {
        const [mantissa, power] = Number(own).toExponential(decimals).split('e+');
        const shown = `${mantissa ?? ''}E+${(power ?? '').padStart(2, '0')}`;
        const both = new ByUnitNumber([unit(own, '甲'), unit(other, '乙')], ({ number }) => number);
        expect(isShownAs(own, shown)).toBe(true);
        const isAlike = Number(other).toExponential(decimals) === Number(own).toExponential(decimals);
        expect(isShownAs(other, shown)).toBe(isAlike);
        const meant = findMeantUnit(both, { unitNumber: shown, unitName: '甲' });
        if (own !== other) expect(meant?.number).toBe(own);
        if (!isAlike && decimals < Number(power)) {
          expect(findMeantUnit(both, { unitNumber: shown, unitName: '乙' })).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a number that is nobody’s', () => {
  it.each([
    ['180001', '', ['080001 编号只差一位']],
    ['008001', '', ['080001 编号只差一位']],
    ['810010', '', []],
    ['08001', '', ['080001 编号只差一位']],
    ['160082', '', ['160028 编号只差一位']],
    ['1600288', '', ['160028 编号只差一位']],
    ['180001', '虚构甲厂', ['080001 单位名称一致，编号只差一位']],
    ['180001', '虚构乙厂', ['160028 单位名称一致', '080001 编号只差一位']],
    ['555555', '虚构乙厂', ['160028 单位名称一致']],
    ['', '虚构乙厂', ['160028 单位名称一致']],
    ['555555', '', []],
    ['', '', []],
    ['A08', '', []],
    ['999', '', []],
  ])('%j with the name %j is asked about: %j', (number, name, wanted) => {
    expect(read(number, name)).toBeNull();
    expect(ask(number, name)).toEqual(wanted);
  });

  const number = (count: number) =>
    new ByUnitNumber(
      Array.from({ length: count }, (_, index) => unit(String(80_000 + index), `虚构${index}厂`)),
      (each) => each.number,
    );

  it('is not asked about by its digits where the numbering has no gaps, for it is like too many', () => {
    expect(listLikelyUnits(number(200), [], { unitNumber: '80500' })).toEqual([]);
  });

  it.each([
    [19, 19],
    [20, 20],
    [21, 0],
  ])('of %i units that a power of ten may stand for %i are named', (count, named) => {
    expect(listLikelyUnits(number(count), [], { unitNumber: '8.0E+04' })).toHaveLength(named);
  });

  it('is no power of ten with more digits than a spreadsheet has', () => {
    const written = (decimals: number) => `8.${'0'.repeat(decimals)}E+04`;
    expect(number(1).findShown(written(14)).units).toHaveLength(1);
    for (const decimals of [15, 101, 30_000]) expect(number(1).findShown(written(decimals)).units).toEqual([]);
  });
});

it('names one candidate with a question, and several with all of them', () => {
  const likely = listLikelyUnits(units, [], { unitNumber: '1.6E+05' });
  expect(askForUnit(likely)).toBe(
    '可能是编号“160028”的“虚构乙厂”（编号像是被表格程序改写的），也可能是编号“160413”的“虚构丙厂”（编号像是被表格程序改写的），请写明是哪一家',
  );
  expect(askForUnit(likely.slice(0, 1))).toBe(
    '可能是编号“160028”的“虚构乙厂”（编号像是被表格程序改写的），是否 160028？',
  );
});
