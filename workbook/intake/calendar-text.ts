/**
 * Days and months as people type them. Which there are, and of which years, `rules/calendar.ts` says. What can mean one day is read; what can
 * mean two is refused, and both are named.
 */
import { isDay, isMonth, writeDay } from '../../rules/calendar.ts';
import { readChineseNumber, readDigits } from './chinese-number.ts';
import type { Meaning } from './fact-reading.ts';
import { toHalfWidth } from './width.ts';

export type DateReading =
  /** `YYYY-MM-DD` or `YYYY-MM`. `isUsual`: written in one of the ways that the manual names. */
  | { readonly date: string; readonly isUsual: boolean }
  | { readonly date: undefined; readonly meanings: readonly Meaning[] };

/** `2024-3-5`, `2024/03/05`, `2024.3.5`, `2024年3月5日`, `20240305`. */
const USUAL_DAY = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})()(\d\d)(\d\d)$/,
];
/** `1975-03`, `1975/3`, `1975.3`, `1975年3月`, `197503`. */
const USUAL_MONTH = [/^(\d{4})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月$/, /^(\d{4})(\d\d)$/];

/** A day as `YYYY-MM-DD`; undefined for anything that can mean another, or none. */
export function readDayText(text: string): string | undefined {
  return readDay(text).date;
}

export function readDay(text: string): DateReading {
  const usual = firstMatch(USUAL_DAY, text);
  if (usual) return toReading(dayOf(usual[1], usual[3], usual[4]), true);
  const parts = splitParts(text);
  if (parts === null || parts.length !== 3) return NONE;
  const meanings = daysOf(parts);
  const [only, other] = meanings;
  if (only !== undefined && other === undefined) return toReading(only, false);
  return { date: undefined, meanings: meanings.map(nameDay) };
}

/** A month as `YYYY-MM`, of a month or of a whole day of it. */
export function readMonth(text: string): DateReading {
  const usual = firstMatch(USUAL_MONTH, text);
  if (usual) return toReading(monthOf(usual[1], usual[2]), true);
  const day = readDay(text);
  if (day.date !== undefined) return { ...day, date: day.date.slice(0, 'YYYY-MM'.length) };
  const parts = splitParts(text);
  if (parts === null) return NONE;
  if (parts.length === 3) return nameMonths(daysOf(parts).map((each) => each.slice(0, 'YYYY-MM'.length)));
  const [year = '', month = ''] = parts;
  if (year.length === 4) return toReading(monthOf(year, month), false);
  // `3-1975`
  if (month.length === 4) return toReading(monthOf(month, year), false);
  return nameMonths(centuriesOf(year).flatMap((each) => monthOf(each, month) ?? []));
}

const NONE: DateReading = { date: undefined, meanings: [] };

function toReading(date: string | undefined, isUsual: boolean): DateReading {
  return date === undefined ? NONE : { date, isUsual };
}

function nameMonths(months: readonly string[]): DateReading {
  const [only, ...others] = [...new Set(months)];
  if (only !== undefined && others.length === 0) return { date: only, isUsual: false };
  return { date: undefined, meanings: [...new Set(months)].map(nameDay) };
}

function nameDay(date: string): Meaning {
  return { words: date, typed: date };
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

/** A time of day behind a date says nothing of the day. */
const TIMED = /^(.*\d日?)(?:T|\s+)\s*(?:上午|下午|[AP]M)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z)?$/i;
const SEPARATOR = /[-/\\.,。、·–—_~年月\s]+/;
const SEPARATORS = new RegExp(SEPARATOR, 'g');
/** Between two months or days, where another sign stands behind the year: `2024.5-6`, `2024年5、6月`. */
const UNTIL = /[-–—~、]/;

/** The two or three numbers of a date, as digits; null for anything else. */
function splitParts(text: string): string[] | null {
  const plain = toHalfWidth(text)
    .trim()
    .replace(/^['‘’]|['‘’]$/g, '')
    .replace(TIMED, '$1')
    .replace(/\s*出?生$/, '')
    .replace(/月份/g, '月')
    .replace(/号/g, '日')
    .replace(/[日.。,、\s]+$/, '');
  const bare = plain.replace(/\s*月$/, '');
  // 年 stands behind a year and in front of 月.
  if (/年.*年|月.*[月年]|\d{4}月/.test(bare)) return null;
  const [first, second] = bare.match(SEPARATORS) ?? [];
  if (second !== undefined && (bare !== plain || (UNTIL.test(second) && second.trim() !== first?.trim()))) return null;
  const parts = bare.split(SEPARATOR).map(toDigits);
  const isDate = (parts.length === 2 || parts.length === 3) && parts.every((part) => /^\d{1,4}$/.test(part));
  return isDate ? parts : null;
}

/** `二〇二四` and `七` as digits. */
function toDigits(part: string): string {
  if (/^\d*$/.test(part)) return part;
  return readDigits(part) ?? String(readChineseNumber(part) ?? part);
}

function dayOf(year = '', month = '', date = ''): string | undefined {
  const day = writeDay(Number(year), Number(month), Number(date));
  return day !== null && isDay(day) ? day : undefined;
}

function monthOf(year = '', month = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}`;
  return isMonth(written) ? written : undefined;
}

/** The years that two digits can mean. */
function centuriesOf(year: string): string[] {
  return year.length === 2 ? [`20${year}`, `19${year}`] : [];
}

/** Every day that three numbers can mean; with the year in front that is one. */
function daysOf([a = '', b = '', c = '']: readonly string[]): string[] {
  if (a.length === 4) return [dayOf(a, b, c) ?? []].flat();
  const isYearLast = c.length === 4;
  const found = isYearLast
    ? [dayOf(c, a, b), dayOf(c, b, a)]
    : [...centuriesOf(a).map((year) => dayOf(year, b, c)), ...centuriesOf(c).map((year) => dayOf(year, a, b))];
  return [...new Set(found.filter((day) => day !== undefined))];
}
