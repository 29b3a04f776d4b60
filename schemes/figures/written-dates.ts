/** The dates that a Chinese text names: 2024年12月30日, 1月-11月, 15日—31日, 1月下旬, 2024年度. */
import { addDays, isDay } from '../../rules/calendar.ts';

interface WrittenDates {
  /** First and last day of what is named, `YYYY-MM-DD`; without a year in the text, of any year. */
  readonly named: readonly NamedDays[];
  /** The text with all dates blanked, so that no other number is found in them. */
  readonly rest: string;
}

export interface NamedDays {
  readonly words: string;
  readonly first: string;
  readonly last: string;
  readonly hasYear: boolean;
  /** Which end of a period it is: of 1月-11月, 1月 is the first and 11月 the last. Null for a date that stands alone. */
  readonly end: 'first' | 'last' | null;
}

const NUMBER = String.raw`\d{1,2}|[一二三四五六七八九十]{1,3}`;
const MENTION = new RegExp(
  String.raw`(?:(?<!\d)(\d{4})年度?)?(?:(?<!\d)(${NUMBER})月份?)?(?:(?<!\d)(${NUMBER})[日号]|([上中下])旬)?`,
  'g',
);
/** Between two ends of a period: what is left out of the second is that of the first. */
const CONNECTOR = /[-—–~至到、和及]{1,2}$/;
/** Those of them that make a period of the two. */
const SPAN = /[-—–~至到]$/;
/** A common year, for days without one. */
const ANY_YEAR = 2023;

/** @param text as `plainText` gives it */
export function readDates(text: string): WrittenDates {
  const named: NamedDays[] = [];
  let rest = text;
  let year: number | null = null;
  let month: number | null = null;
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    const [words, y, m, d, third] = match;
    if (words === '') continue;
    const between = text.slice(end, match.index);
    const goesOn = named.length > 0 && CONNECTOR.test(between);
    if (y === undefined && m === undefined && !(goesOn && month !== null)) continue;
    year = y === undefined ? year : Number(y);
    if (m !== undefined) month = readSmall(m);
    else if (y !== undefined) month = null;
    const days = namedDays(year ?? ANY_YEAR, month, d === undefined ? null : readSmall(d), third);
    if (!days) continue;
    end = match.index + words.length;
    const before = named.at(-1);
    const closes = goesOn && SPAN.test(between);
    if (before && closes) named[named.length - 1] = { ...before, end: 'first' };
    named.push({ words, ...days, hasYear: year !== null, end: closes ? 'last' : null });
    rest = rest.slice(0, match.index) + '□'.repeat(words.length) + rest.slice(end);
  }
  return { named, rest };
}

const CHINESE = '〇一二三四五六七八九';

/** 1 to 31, in digits or 中文数字. */
function readSmall(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = !written.includes('十') ? 0 : tens ? CHINESE.indexOf(tens) : 1;
  return ten * 10 + (ones ? CHINESE.indexOf(ones) : 0);
}

const THIRDS: Readonly<Record<string, readonly [first: number, last: number | null]>> = {
  上: [1, 10],
  中: [11, 20],
  下: [21, null],
};

function namedDays(
  year: number,
  month: number | null,
  day: number | null,
  third: string | undefined,
): { first: string; last: string } | null {
  const [from, to] = (third === undefined ? undefined : THIRDS[third]) ?? [day ?? 1, day];
  const first = write(year, month ?? 1, from);
  if (!isDay(first)) return null;
  if (month === null) return { first, last: write(year, 12, 31) };
  const next = month === 12 ? write(year + 1, 1, 1) : write(year, month + 1, 1);
  return { first, last: to === null ? addDays(next, -1) : write(year, month, to) };
}

function write(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
