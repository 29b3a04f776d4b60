import { hideLongNumbers } from '../../rules/id-number.ts';

const LONGEST = 60;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Text from a file, quoted for a message: control and direction characters removed, cut after 60 characters, and anything
 * that looks like an ID number hidden.
 */
export function quote(text: string): string {
  const visible = hideLongNumbers(text.slice(0, 4 * LONGEST).replace(INVISIBLE, ''));
  const characters = Array.from(visible);
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : visible}”`;
}
