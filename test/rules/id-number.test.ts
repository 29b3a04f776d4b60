import { describe, expect, it } from 'vitest';
import { idCheckCharacter, readIdNumber } from '../../rules/id-number.ts';

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
