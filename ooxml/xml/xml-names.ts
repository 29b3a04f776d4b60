/** ASCII characters of names: 2 may begin one, 1 may only follow. */
const NAME_CODES = new Uint8Array(128);
for (const code of codesOf('-.0123456789')) NAME_CODES[code] = 1;
for (const code of codesOf(':_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')) NAME_CODES[code] = 2;

function codesOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}

/** Whether a character, by its code, may begin a name; all beyond ASCII may. */
export function isNameStart(code: number): boolean {
  return code < 128 ? NAME_CODES[code] === 2 : code >= 128;
}

/** Whether it may stand in a name. False for NaN too, the code behind the end of a text. */
export function isNameCode(code: number): boolean {
  return code < 128 ? NAME_CODES[code] !== 0 : code >= 128;
}
