/** The numbers that a Chinese text names: 85, 1,200, 2.5, 3%, 1/2, 五十万, 百分之三十, 半, 贰. */
import type { Ratio } from '../../rules/ratio.ts';

export interface WrittenNumber {
  readonly words: string;
  readonly value: Ratio;
  /** A share of something, not a number of things. */
  readonly isPart: boolean;
  /** 第三 */
  readonly isOrdinal: boolean;
  /** What stands before and behind it, in the same sentence. */
  readonly before: string;
  readonly behind: string;
}

const ARABIC = String.raw`(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const CHINESE = '[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+';
const NUMBER = new RegExp(
  [
    String.raw`(?<over>${ARABIC})[/⁄](?<under>\d+)`,
    `(?<underWords>${CHINESE})分之(?<overWords>${CHINESE})`,
    String.raw`(?<digits>${ARABIC})(?<scale>[百千万亿]*)(?<percent>[%‰]?)`,
    `(?<words>${CHINESE})`,
    '(?<half>半)',
  ].join('|'),
  'g',
);

/**
 * A number before 万 is read both ways, for a figure may be counted in 万 as well.
 * @param text as `plainText` gives it, without its dates
 */
export function readNumbers(text: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const add = (value: Ratio | null, isPart: boolean, length = match[0].length) => {
      if (!value) return;
      const words = match[0].slice(0, length);
      numbers.push({
        words,
        value,
        isPart,
        isOrdinal: text[match.index - 1] === '第',
        before: lastOf(text.slice(0, match.index)),
        behind: text.slice(match.index + length),
      });
    };
    const { over, under, underWords, overWords, digits, scale, percent, words, half } = match.groups ?? {};
    if (over !== undefined && under !== undefined) add(divide(readArabic(over), Number(under)), true);
    if (underWords !== undefined && overWords !== undefined) {
      const denominator = readChinese(underWords);
      const numerator = readChinese(overWords);
      if (denominator && numerator !== null) add({ numerator, denominator }, true);
    }
    if (digits !== undefined) {
      if (percent) add(divide(readArabic(digits), percent === '%' ? 100 : 1000), true);
      else add(readArabic(digits), false, digits.length);
      const factor = scale ? readChinese(`一${scale}`) : null;
      if (factor !== null) add(times(readArabic(digits), factor), false, digits.length + (scale?.length ?? 0));
    }
    if (words !== undefined) {
      const value = readChinese(words);
      add(value === null ? null : { numerator: value, denominator: 1 }, false);
      const inTenThousands = /^(.+)[万亿]$/.exec(words)?.[1];
      const count = inTenThousands === undefined ? null : readChinese(inTenThousands);
      if (count !== null) add({ numerator: count, denominator: 1 }, false, words.length - 1);
    }
    if (half !== undefined) add({ numerator: 1, denominator: 2 }, true);
  }
  return numbers;
}

export function isSame(a: Ratio, b: Ratio): boolean {
  return BigInt(a.numerator) * BigInt(b.denominator) === BigInt(b.numerator) * BigInt(a.denominator);
}

/** `1,200.5`, exactly. */
export function readArabic(written: string): Ratio {
  const [whole = '', decimals = ''] = written.replaceAll(',', '').split('.');
  return { numerator: Number(whole + decimals), denominator: 10 ** decimals.length };
}

function divide({ numerator, denominator }: Ratio, by: number): Ratio | null {
  return by === 0 ? null : { numerator, denominator: denominator * by };
}

function times({ numerator, denominator }: Ratio, by: number): Ratio {
  return { numerator: numerator * by, denominator };
}

/** The part of the sentence before the number, from the last stop on. */
function lastOf(text: string): string {
  return text.split(/[、;。:(]/).at(-1) ?? '';
}

const DIGITS = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Null for what is no number, such as 万 alone. */
function readChinese(written: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of written) {
    const small = SMALL[character];
    const large = LARGE[character];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      section += digit ?? 0;
      if (section === 0) return null;
      total = (total + section) * large;
      section = 0;
      digit = null;
    } else {
      // two digits side by side are two numbers, or none: 一二等奖
      if (digit !== null && digit !== 0) return null;
      digit = readDigit(character);
    }
  }
  return total + section + (digit ?? 0);
}

function readDigit(character: string): number {
  if (character === '〇') return 0;
  if (character === '两') return 2;
  return Math.max(DIGITS.indexOf(character), FORMAL.indexOf(character));
}
