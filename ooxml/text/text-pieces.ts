/** What of a text stays together on a line, and how wide a character is where there is no font to ask. */

const OPENING = '（《“‘【〔「『〈(\\[{';
const CLOSING = '，。、；：？！）》”’】〕」』〉…—·,.;:?!)\\]}%％';
const NARROW = '\\u0021-\\u02AF';

/** A word or one Chinese character, with the marks that may not start or end a line; or the space between. */
const UNBREAKABLE = new RegExp(
  `[\\t ]+|[${OPENING}]*(?:[${NARROW}]+|[^${NARROW}\\t ])[${CLOSING}]*|[${OPENING}]+`,
  'gu',
);

/** @param paragraph without a line break */
export function piecesOf(paragraph: string): readonly string[] {
  return paragraph.match(UNBREAKABLE) ?? [];
}

/** Width in ems: the wider of 仿宋 and the Noto fonts that stand in for it. */
export function estimateWidth(char: string): number {
  return NARROW_WIDTHS[char.codePointAt(0) ?? 0] ?? 1;
}

/** Of the characters before the first that are all as wide as they are high. */
const NARROW_WIDTHS = Array.from({ length: 0x2b0 }, (_, code) => narrowWidth(String.fromCharCode(code)));

function narrowWidth(char: string): number {
  if ('§¨°±·×÷'.includes(char)) return 1;
  if (char === ' ') return 0.5;
  if (/[mw@%MW]/.test(char)) return 0.95;
  if (/[A-Z#&+<=>~]/.test(char)) return 0.72;
  return 0.56;
}
