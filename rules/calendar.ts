/** Days as `YYYY-MM-DD`; texts of that form sort as the days do. All arithmetic is of the calendar, without time zones. */

const MS_PER_DAY = 86_400_000;

/** No document means a year outside these, and terms counted from them keep four digits, so that texts still sort as days. */
const YEARS = { first: 1800, last: 2199 };

/** True for a day that exists, written `YYYY-MM-DD`, from 1800 to 2199; 9999-12-31 is a slip or a stopgap, and tells no date. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const [year, month, date] = split(written);
  return year >= YEARS.first && year <= YEARS.last && date >= 1 && date <= daysOf(year, month);
}

/**
 * The same day `years` later; where that month has no such day, its last one (《民法典》第二百零二条).
 * @throws RangeError for a text that is no day
 */
export function addYears(day: string, years: number): string {
  const year = yearOf(day) + years;
  const monthDay = day.slice(5);
  return `${String(year).padStart(4, '0')}-${monthDay === '02-29' && !isLeap(year) ? '02-28' : monthDay}`;
}

/** @throws RangeError for a text that is no day */
export function addDays(day: string, days: number): string {
  const [year, month, date] = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** @throws RangeError for a text that is no day */
export function yearOf(day: string): number {
  return partsOf(day)[0];
}

/** 0 is Sunday. @throws RangeError for a text that is no day */
export function weekdayOf(day: string): number {
  const [year, month, date] = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

/** `2024年12月3日` */
export function showDay(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

function partsOf(day: string): [year: number, month: number, date: number] {
  if (!isDay(day)) throw new RangeError('not a day');
  return split(day);
}

function split(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month from 1; none of a month that there is not. */
function daysOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
