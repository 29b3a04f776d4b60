/** A list of allowed choices of a column against the words that are cited for it: “二级及以上” of 一级 to 四级 is 一级 and 二级. */

/**
 * The choices that a text names, in the column's order; empty where it names none, for then it says in other words what they mean.
 * @param choices of the column, the highest first
 */
export function listNamedChoices(text: string, choices: readonly string[]): readonly string[] {
  const plain = plainWords(text);
  const floor = findFloor(plain, choices);
  return floor === null ? listEach(plain, choices) : choices.slice(0, floor + 1);
}

/** The last choice of 以上, or of 不低于; null where the text names none. What stands between is 级、证、（含）及 and the like. */
function findFloor(text: string, choices: readonly string[]): number | null {
  const named = choices.flatMap((choice, index) => {
    const words = plainWords(choice);
    const above = [...text.matchAll(new RegExp(`${words}(.{0,${MOST_BETWEEN}}?)以上|不低于${words}`, 'g'))];
    return words.length < SHORTEST ? [] : above.map(([, between = '']) => ({ index, words, between }));
  });
  // “一级、二级及以上” is about 二级, and “高级技师以上” not about 技师
  const [nearest] = named.sort((a, b) => a.between.length - b.between.length || b.words.length - a.words.length);
  return nearest?.index ?? null;
}

/** Of two choices one of which is a part of the other, a passage names the longer. */
function listEach(text: string, choices: readonly string[]): readonly string[] {
  let rest = text;
  const named = new Set<string>();
  for (const choice of [...choices].sort((a, b) => b.length - a.length)) {
    const words = plainWords(choice);
    if (words.length < SHORTEST) continue;
    if (rest.includes(words)) {
      named.add(choice);
      rest = rest.replaceAll(words, '□');
    } else if (words.length >= LONG && standsScattered(words, rest)) named.add(choice);
  }
  return choices.filter((choice) => named.has(choice));
}

/** “消防宣讲机构专兼职教员” in “消防宣讲机构或消防安全培训学校的专兼职教员”. */
function standsScattered(words: string, text: string): boolean {
  let from = 0;
  return Array.from(words).every((letter) => {
    from = text.indexOf(letter, from) + 1;
    return from > 0;
  });
}

/** Letters of 资格证, （含）及 and the like. */
const MOST_BETWEEN = 4;
/** A single letter, such as 无, stands in many words. */
const SHORTEST = 2;
/** From here on the letters of a choice, in their order, are no accident. */
const LONG = 5;

const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const COMMON = '一二三四五六七八九十';

/** Letters and figures alone, numbers as they are commonly written. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(new RegExp(`[${FORMAL}]`, 'g'), (digit) => COMMON.charAt(FORMAL.indexOf(digit)));
}
