/** Numbers in Chinese characters, the ones of cheques too: 壹仟贰佰, 一百零五, 九十二点五, 二〇二四. */

/** By worth, from 0. */
const DIGIT_SETS = ['〇零○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const DIGITS = new Map(DIGIT_SETS.flatMap((set, worth) => Array.from(set, (digit) => [digit, worth] as const)));

const TENS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const WHOLES = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** 七八 and 三五: seven or eight, three to five. */
const SEVERAL = /^(?:一[二两]|[二两]三|三四|三五|四五|五六|六七|七八|八九)$/;

/**
 * Undefined for what is no number, for 一千二 and 一百五, which people say for 1200 and 150 and may write for 1002 and 105, and for 七八, which is
 * one of two.
 */
export function readChineseNumber(text: string): number | undefined {
  if (SEVERAL.test(text)) return undefined;
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0) return undefined;
  const number = readWhole(whole);
  if (fraction === undefined || number === undefined) return number;
  const decimals = readDigits(fraction);
  return decimals === undefined ? undefined : Number(`${number}.${decimals}`);
}

/** `二〇二四` as `2024`: digits one by one. */
export function readDigits(text: string): string | undefined {
  const digits = Array.from(text, (character) => DIGITS.get(character));
  return digits.length > 0 && digits.every((digit) => digit !== undefined) ? digits.join('') : undefined;
}

function readWhole(text: string): number | undefined {
  const digits = readDigits(text);
  if (digits !== undefined) return digits.length <= 15 ? Number(digits) : undefined;
  let total = 0;
  let rest = text;
  for (const [word, worth] of [...WHOLES].reverse()) {
    const [before = '', after, ...more] = rest.split(word);
    if (after === undefined) continue;
    const count = more.length > 0 ? undefined : readBelowTenThousand(before);
    if (count === undefined || count === 0) return undefined;
    // 一万二 is 12000 to those who say it.
    if (/^[^零〇○].*$/.test(after) && readDigits(after) !== undefined) return undefined;
    total += count * worth;
    rest = after;
  }
  if (rest === '') return total > 0 ? total : undefined;
  const count = readBelowTenThousand(rest);
  return count === undefined ? undefined : total + count;
}

function readBelowTenThousand(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = 10_000;
  let isParted = false;
  for (const character of text) {
    const unit = TENS.get(character);
    const value = DIGITS.get(character);
    if (unit !== undefined) {
      // 十二 has no digit in front.
      const count = digit ?? (unit === 10 && total === 0 ? 1 : 0);
      if (count === 0 || unit >= last) return undefined;
      total += count * unit;
      [last, digit, isParted] = [unit, undefined, false];
    } else if (value === undefined || digit !== undefined) {
      return undefined;
    } else if (value === 0) {
      if (isParted) return undefined;
      isParted = true;
    } else {
      digit = value;
    }
  }
  if (digit === undefined) return isParted ? undefined : total;
  return last > 10 && last < 10_000 && !isParted ? undefined : total + digit;
}
