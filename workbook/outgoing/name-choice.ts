import type { OutgoingPlaces, OutgoingUnit } from '../../rules/outgoing.ts';
import { describeObstacles } from '../../rules/unit-obstacles.ts';

/** Spreadsheet programs look up no longer text than 255 characters. */
const LONGEST_CHOICE = 200;
/** Characters that a look-up takes for any others, and what looks the same. */
const WILD: Readonly<Record<string, string>> = { '*': '＊', '?': '？', '~': '～' };

/** `0012 某某公司（暂不能推荐：会费为“未全额缴纳”）` */
export function nameChoice({ unit, obstacles }: OutgoingUnit, places: readonly OutgoingPlaces[]): string {
  const against = describeObstacles(
    obstacles,
    places.map(({ award }) => award),
  );
  const name = `${unit.number} ${unit.name}`;
  const text = against === '' ? name : `${name}（${against}）`;
  const short = text.length > LONGEST_CHOICE ? `${text.slice(0, LONGEST_CHOICE)}…` : text;
  // The look-up compares without blanks around, and with one where there are several.
  return short
    .replace(/ +/g, ' ')
    .trim()
    .replace(/[*?~]/g, (wild) => WILD[wild] ?? wild);
}
