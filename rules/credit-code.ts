/**
 * 统一社会信用代码 after GB 32100-2015: 18 characters, the last of which proves the others. Whoever is registered has one, and nobody a second: where
 * it stands, it says whose a row or a sheet is (`unit-identity.ts`).
 */
type CreditCodeFault = 'length' | 'characters' | 'check-character';

/** The standard leaves out I, O, S, V and Z, which are too like other characters. What a character counts is its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/** What is wrong with a code; null where nothing is. It is taken as it stands: small letters and blanks are faults. */
export function judgeCreditCode(text: string): CreditCodeFault | null {
  if (text.length !== LENGTH) return 'length';
  if (Array.from(text).some((character) => !ALPHABET.includes(character))) return 'characters';
  return creditCheckCharacter(text.slice(0, -1)) === text.at(-1) ? null : 'check-character';
}

/**
 * The 18th character for the first 17. Each counts 3^(its place from 0), modulo 31; with the last one, which counts 1, the sum is a multiple of 31.
 * @param first17 of the alphabet
 */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += weight * ALPHABET.indexOf(character);
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}

/** Letters that no code has → the digit that they are taken for. */
const TAKEN_FOR: ReadonlyMap<string, string> = new Map([
  ['I', '1'],
  ['O', '0'],
  ['S', '5'],
  ['Z', '2'],
]);

/** The code with digits for letters that no code has, where the check character proves it; else null. Somebody has to say that it is meant. */
export function suggestCreditCode(text: string): string | null {
  const replaced = Array.from(text)
    .map((character) => TAKEN_FOR.get(character) ?? character)
    .join('');
  return replaced !== text && judgeCreditCode(replaced) === null ? replaced : null;
}
