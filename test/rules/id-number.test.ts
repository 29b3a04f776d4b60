import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hideIdNumbers,
  hideLongNumbers,
  holdsIdNumber,
  idCheckCharacter,
  readIdNumber,
} from '../../rules/id-number.ts';

/** ISO 7064 MOD 11-2 as the standard writes it: the weighted sum of all 18 positions leaves 1 modulo 11. */
function leavesOne(number: string): boolean {
  let sum = 0;
  for (let position = 18; position >= 1; position -= 1) {
    const character = number.charAt(18 - position);
    sum += (character === 'X' ? 10 : Number(character)) * (2 ** (position - 1) % 11);
  }
  return sum % 11 === 1;
}

/** Region 000000 was never assigned. */
function make(birth: string, sequence: string): string {
  const first = `000000${birth}${sequence}`;
  return first + idCheckCharacter(first);
}

describe('idCheckCharacter', () => {
  it('satisfies the equation of the standard for every remainder', () => {
    const seen = new Set<string>();
    for (let sequence = 0; sequence < 200; sequence += 1) {
      const number = make('19750312', String(sequence).padStart(3, '0'));
      expect(leavesOne(number)).toBe(true);
      seen.add(number.charAt(17));
    }
    expect([...seen].sort().join('')).toBe('0123456789X');
  });

  it('satisfies it whatever the digits, of the region too', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (first) => {
        expect(leavesOne(first + idCheckCharacter(first))).toBe(true);
      }),
    );
  });
});

describe('readIdNumber', () => {
  it('reads month of birth and sex', () => {
    expect(readIdNumber(make('19750312', '001'))).toEqual({ faults: [], birthMonth: '1975-03', sex: '男' });
    expect(readIdNumber(make('20000229', '002'))).toEqual({ faults: [], birthMonth: '2000-02', sex: '女' });
  });

  it('finds any single wrong digit', () => {
    const good = make('19750312', '001');
    for (let position = 0; position < 17; position += 1) {
      const wrong =
        good.slice(0, position) + String((Number(good.charAt(position)) + 1) % 10) + good.slice(position + 1);
      expect(readIdNumber(wrong).faults).toContain('check-digit');
    }
  });

  it.each([
    ['17 characters', make('19750312', '001').slice(1), 'length'],
    ['19 characters', `${make('19750312', '001')}0`, 'length'],
    ['a letter inside', `00000A${make('19750312', '001').slice(6)}`, 'characters'],
    ['29 February of a common year', make('19750229', '001'), 'birth-date'],
    ['month 13', make('19751301', '001'), 'birth-date'],
    ['day 0', make('19750300', '001'), 'birth-date'],
  ])('refuses %s', (_, number, fault) => {
    expect(readIdNumber(number).faults).toContain(fault);
  });

  it('refuses a lower-case x', () => {
    const withX = Array.from({ length: 100 }, (_, n) => make('19750312', String(n).padStart(3, '0'))).find((number) =>
      number.endsWith('X'),
    );
    expect(withX).toBeDefined();
    expect(readIdNumber(withX ?? '').faults).toEqual([]);
    expect(readIdNumber((withX ?? '').toLowerCase()).faults).toEqual(['characters']);
  });
});

describe('hideIdNumbers', () => {
  it('hides 18 digits with a birth date, the last perhaps X', () => {
    expect(hideIdNumbers('张三990000197503120015，99000020010229001X')).toBe(
      '张三（身份证号不显示），（身份证号不显示）',
    );
  });

  it.each([
    ['17 digits', '99000019750312001'],
    ['19 digits', '9900001975031200155'],
    ['a month 13', '990000197513120015'],
    ['a day 32', '990000197503320015'],
    ['a date of the 19th century', '990000189903120015'],
    ['a code of a legal person', '913100001322000123'],
  ])('leaves %s', (_, text) => {
    expect(hideIdNumbers(text)).toBe(text);
    expect(holdsIdNumber(text)).toBe(false);
  });

  it.each([
    ['in groups', '990000 19750312 0015'],
    ['with hyphens', '990000-19750312-001x'],
    ['among other words', '张三990000197503120015男'],
  ])('knows one %s', (_, text) => {
    expect(holdsIdNumber(text)).toBe(true);
    expect(hideIdNumbers(text)).not.toMatch(/\d/);
  });

  it('knows one in full-width digits', () => {
    expect(holdsIdNumber('９９００００１９７５０３１２００１５')).toBe(true);
  });
});

describe('hideLongNumbers', () => {
  it.each(['990000197513320015', '990000750312001', '990000 19751332 001x', '９９００００１９７５０３１２００１Ｘ'])(
    'hides %s, be the date wrong',
    (text) => {
      expect(hideLongNumbers(`甲${text}乙`)).toBe('甲（号码不显示）乙');
    },
  );

  it('hides telephones, in full width and in groups too', () => {
    for (const phone of ['13800000000', '138 0000 0000', '１３８００００００００', '021-55550000', '0471 5550000']) {
      expect(hideLongNumbers(`电话${phone}。`)).toBe('电话（号码不显示）。');
    }
  });

  it('leaves amounts, days and the numbers of units and applications', () => {
    const text = '12345678901234、2024-12-30、010279、2024-0001、NMGAF00012';
    expect(hideLongNumbers(text)).toBe(text);
  });
});
