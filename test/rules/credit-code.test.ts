import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckCharacter, judgeCreditCode, suggestCreditCode } from '../../rules/credit-code.ts';

/** As GB 32100-2015 prints them. */
const CHARACTERS = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const character = fc.constantFrom(...CHARACTERS);
const first17 = fc.array(character, { minLength: 17, maxLength: 17 }).map((characters) => characters.join(''));
const code = first17.map((first) => first + creditCheckCharacter(first));

describe('the check character', () => {
  it.each([
    '91110000600037341L',
    '91350503MA31DKY80A',
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
  ])('of %s, which a register has, is right', (registered) => {
    expect(creditCheckCharacter(registered.slice(0, 17))).toBe(registered.at(-1));
    expect(judgeCreditCode(registered)).toBeNull();
  });

  it('makes the weighted sum of the standard a multiple of 31', () => {
    fc.assert(
      fc.property(code, (whole) => {
        const sum = Array.from(whole).reduce(
          (total, each, at) => total + CHARACTERS.indexOf(each) * (WEIGHTS[at] ?? 1),
          0,
        );
        expect(sum % 31).toBe(0);
      }),
    );
  });

  it('finds every character that is another, in every place', () => {
    fc.assert(
      fc.property(code, (whole) => {
        for (let at = 0; at < whole.length; at += 1) {
          for (const other of CHARACTERS) {
            const changed = whole.slice(0, at) + other + whole.slice(at + 1);
            expect(judgeCreditCode(changed)).toBe(changed === whole ? null : 'check-character');
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  /** The first and the last count alike. */
  it('finds any two characters that have changed places, but the first and the last', () => {
    fc.assert(
      fc.property(code, fc.nat(17), fc.nat(17), (whole, one, other) => {
        fc.pre(Math.abs(one - other) < 17);
        const characters = Array.from(whole);
        [characters[one], characters[other]] = [characters[other] ?? '', characters[one] ?? ''];
        const swapped = characters.join('');
        expect(judgeCreditCode(swapped)).toBe(swapped === whole ? null : 'check-character');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a code', () => {
  it.each([
    ['', 'length'],
    ['91110000600037341', 'length'],
    ['91110000600037341LL', 'length'],
    ['310115000012345', 'length'],
    ['91110000600037341l', 'characters'],
    ['９1110000600037341L', 'characters'],
    ['9111000060003734 L', 'characters'],
    ...Array.from('IOSVZ').map((letter) => [`9111000060003734${letter}L`, 'characters']),
    ['91110000600037342L', 'check-character'],
  ])('%j: %s', (text, fault) => {
    expect(judgeCreditCode(text)).toBe(fault);
  });

  it('is 18 characters of the standard’s 31, and no others', () => {
    fc.assert(
      fc.property(code, fc.nat(17), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (whole, at, other) => {
        const changed = whole.slice(0, at) + other + whole.slice(at + 1);
        if (!CHARACTERS.includes(other)) expect(judgeCreditCode(changed)).not.toBeNull();
      }),
    );
  });
});

describe('a candidate', () => {
  it('puts digits for the letters that no code has, where the check character proves it', () => {
    expect(suggestCreditCode('9111OOOO600037341L')).toBe('91110000600037341L');
    expect(suggestCreditCode('9I110000600037341L')).toBe('91110000600037341L');
    expect(suggestCreditCode('9IIIOOOO6OOO3734IL')).toBe('91110000600037341L');
    expect(suggestCreditCode('914403001922038Z16')).toBe('914403001922038216');
    expect(suggestCreditCode('914403001922O38216')).toBe('914403001922038216');
  });

  it.each([
    ['a right code', '91110000600037341L'],
    ['another fault beside', '9111OOOO600037342L'],
    ['letters that codes have', '91110000600037342L'],
    ['V, which stands for nothing', '9111000060003734VL'],
    ['a character too few', '9111OOOO60003734L'],
  ])('is none for %s', (_, text) => {
    expect(suggestCreditCode(text)).toBeNull();
  });

  it('is always right', () => {
    const confused = fc.constantFrom(...CHARACTERS, 'I', 'O', 'S', 'Z', 'V');
    fc.assert(
      fc.property(fc.array(confused, { minLength: 17, maxLength: 19 }), (characters) => {
        const meant = suggestCreditCode(characters.join(''));
        if (meant !== null) expect(judgeCreditCode(meant)).toBeNull();
      }),
    );
  });
});
