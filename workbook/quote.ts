const LONGEST = 60;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** An ID number in any column; 15 digits is the old kind. */
const LIKE_ID_NUMBER = /[0-9０-９]{15,}[xXｘＸ]?/g;

/**
 * Text from a file, quoted for a message: control and direction characters removed, cut after 60 characters, and anything
 * that looks like an ID number hidden.
 */
export function quote(text: string): string {
  const visible = text
    .slice(0, 4 * LONGEST)
    .replace(INVISIBLE, '')
    .replace(LIKE_ID_NUMBER, '（号码不显示）');
  const characters = Array.from(visible);
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : visible}”`;
}
