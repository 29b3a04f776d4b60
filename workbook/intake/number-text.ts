/** More digits than a spreadsheet keeps would not be the number that was typed. */
const MOST_DIGITS = 15;

/**
 * A number typed as text: digits, at most one point between digits, at most a leading minus; full-width ones count the same, and
 * white space around is ignored. Undefined for everything else: blank, `1e3`, `0x10`, `+5`, `1,000`, `.5`, `12 分`.
 */
export function readNumberText(text: string): number | undefined {
  const plain = text.trim().replace(/[０-９．－−]/g, toHalfWidth);
  if (!/^-?\d+(?:\.\d+)?$/.test(plain) || plain.replace(/\D/g, '').length > MOST_DIGITS) return undefined;
  // Adding 0 turns -0 into 0.
  return Number(plain) + 0;
}

/** `−` (U+2212) is the minus of typesetters; the full-width forms stand in the order of ASCII. */
function toHalfWidth(character: string): string {
  return character === '−' ? '-' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
