const LONGEST = 60;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What a cut must not go through: whoever hides numbers in messages has to see the whole of one. */
const NUMBER_AT_END = /[0-9０-９xXｘＸ\s-]+$/u;

/** Text from a file, quoted for a message: control and direction characters removed, cut after 60 characters and before a number. */
export function quote(text: string): string {
  const visible = removeInvisible(text);
  const characters = Array.from(visible);
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').replace(NUMBER_AT_END, '')}…` : visible}”`;
}

/** As much of the text as a message can need, without what nobody sees. */
export function removeInvisible(text: string): string {
  return text.slice(0, 4 * LONGEST).replace(INVISIBLE, '');
}
