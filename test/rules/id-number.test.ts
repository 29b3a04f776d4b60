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
  it.each([
    '990000197513320015',
    '990000750312001',
    '990000 19751332 001x',
    '９９００００１９７５０３１２００１Ｘ',
    '990000 1975 1332 0015',
    '990000 1975 1332 001 X',
    '990000-750312-001',
    '9900 0019 7513 3200 158',
  ])('hides %s, be the date wrong', (text) => {
    expect(hideLongNumbers(`甲${text}乙`)).toBe('甲（号码不显示）乙');
  });

  it('hides telephones, in full width and in groups too', () => {
    const mobile = [
      '13800000000',
      '138 0000 0000',
      '１３８００００００００',
      '+8613800000000',
      '8613800000000',
      '+86 138 0000 0000',
    ];
    const fixed = [
      '021-55550000',
      '0471 5550000',
      '(021)55550000',
      '（021）55550000',
      '(0471) 5550000',
      '021)55550000',
    ];
    for (const phone of [...mobile, ...fixed]) {
      expect(hideLongNumbers(`电话${phone}。`)).toBe('电话（号码不显示）。');
    }
  });

  const BETWEEN = [' ', '-', '－', '\u3000'];
  const joined = (groups: readonly string[], gaps = BETWEEN) => gaps.map((gap) => groups.join(gap));

  /** What people may be called or looked up by, in the groups in which they write it. */
  const PRIVATE: readonly (readonly string[])[] = [
    joined(['138', '0000', '0000']),
    joined(['1380', '000', '0000']),
    joined(['138', '000', '00000']),
    joined(['86', '138', '0000', '0000']),
    joined(['021', '63230000'], [...BETWEEN, '–', '—', '']),
    joined(['021', '6323', '1234']),
    joined(['0471', '632', '0000']),
    ['021-6323 1234', '021 6323-1234', '(021)6323 1234', '（0471）632-0000', '+86-021-63230000', '8602163230000'],
    ['021-63230000-801', '021-6323 0000转801', '400-820-0000', '013800000000', '0086 13800000000', '138-0000 0000'],
    joined(['990000', '19750312', '0015']),
    joined(['990000', '1975', '0312', '0015']),
    joined(['990000', '750312', '001']),
    joined(['6200', '0000', '0000', '0000']),
    ['990000197503120015 2024-01001', '990000 20240101-20241231', '20240101 990000197503120015'],
  ];
  /** What a message is about. */
  const SHOWN: readonly (readonly string[])[] = [
    joined(['20240101', '20241231'], [' ', '-', '—', '至', '~']),
    joined(['20240101', '20241231', '20250101']),
    joined(['2024-01001', '2024-01002'], [' ', '-', '、', '至']),
    joined(['2024-0001', '2024-0002', '2024-0003'], [' ', '、']),
    ['2024-01001 20240101', '20240101 2024-01001', '139 2024-0001', '0310 2024-0001', '2024-0310 20240101'],
    ['15000-160000', '202401-202412', '2024-0215 2024-0310', '63230000', '010279 010280', '2024-12-30 2024-12-31'],
  ];

  it.each(PRIVATE.flat())('hides all of %s', (text) => {
    for (const [before, behind] of [
      ['电话', '。'],
      ['“', '”'],
      ['第 2 行 ', ' 的'],
      ['', ''],
    ] as const) {
      expect(hideLongNumbers(before + text + behind).replace('第 2 行', '')).not.toMatch(/[0-9０-９]/);
    }
  });

  it.each(SHOWN.flat())('shows all of %s', (text) => {
    for (const [before, behind] of [
      ['电话', '。'],
      ['“', '”'],
      ['', ''],
    ] as const) {
      expect(hideLongNumbers(before + text + behind)).toBe(before + text + behind);
    }
  });

  it('shows any list and period of days and applications, and hides any number beside them', () => {
    const year = fc.integer({ min: 1990, max: 2039 });
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    const day = fc
      .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
    const application = fc.tuple(year, fc.oneof(digits(4), digits(5))).map((parts) => parts.join('-'));
    const list = fc
      .tuple(fc.array(fc.oneof(day, application), { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '、', '，'))
      .map(([parts, gap]) => parts.join(gap));
    const secret = fc.constantFrom(...PRIVATE.flat());
    fc.assert(
      fc.property(list, secret, (text, number) => {
        expect(hideLongNumbers(text)).toBe(text);
        expect(hideLongNumbers(`${text}，${number}`)).not.toContain(number);
      }),
    );
  });

  it('leaves amounts, days and the numbers of units and applications', () => {
    const text =
      '12345678901234、2024-12-30、010279、2024-0001、NMGAF00012、1 浦东 650 20 8 12 13、2024-12-28 2024-12-30 2025-01-04';
    expect(hideLongNumbers(text)).toBe(text);
  });
});
