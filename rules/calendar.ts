/**
 * The calendar, the only one: which days there are, and of which years a document can mean one. Days are `YYYY-MM-DD`, months `YYYY-MM`;
 * texts of that form sort as the days do. All arithmetic is of the calendar, without time zones.
 */

const MS_PER_DAY = 86_400_000;

/**
 * The years that people mean in a document. Spreadsheets count their days from 1900; what lies beyond, such as 9999-12-31, is a slip or a
 * stopgap, and tells no date.
 */
export const YEARS_MEANT = { first: 1900, last: 2099 } as const;

/** True for a day that somebody can mean: it exists, in one of the years above, and is written `YYYY-MM-DD`. */
export function isDay(written: string): boolean {
  return existsWritten(written) && isYearMeant(Number(written.slice(0, 4)));
}

/** True for a month of one of the years above, written `YYYY-MM`. */
export function isMonth(written: string): boolean {
  return /^\d{4}-\d{2}$/.test(written) && isDay(`${written}-01`);
}

/** The day as it is written; null where there is no such day, of whatever year. */
export function writeDay(year: number, month: number, date: number): string | null {
  const written = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
  return existsWritten(written) ? written : null;
}

/**
 * The same day `years` later; where that month has no such day, its last one (《民法典》第二百零二条).
 * @throws RangeError for a text that is no day, here and below
 */
export function addYears(day: string, years: number): string {
  const year = yearOf(day) + years;
  const monthDay = day.slice(5);
  return `${String(year).padStart(4, '0')}-${monthDay === '02-29' && !isLeap(year) ? '02-28' : monthDay}`;
}

export function addDays(day: string, days: number): string {
  const [year, month, date] = partsOf(day);
  if (days === 0) return day;
  return new Date(Date.UTC(year, month - 1, date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(day: string): number {
  return partsOf(day)[0];
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  const [year, month, date] = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

/** `2024年12月3日` */
export function showDay(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** `1975年3月` */
export function showMonth(month: string): string {
  const [year, number] = partsOf(`${month}-01`);
  return `${year}年${number}月`;
}

function partsOf(day: string): [year: number, month: number, date: number] {
  if (!existsWritten(day)) throw new RangeError('not a day');
  return split(day);
}

function split(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

/** Terms counted from a day that is meant may end in a year that is not. */
function existsWritten(written: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(written)) return false;
  const [year, month, date] = split(written);
  return date >= 1 && date <= daysOf(year, month);
}

function isYearMeant(year: number): boolean {
  return year >= YEARS_MEANT.first && year <= YEARS_MEANT.last;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month from 1; none of a month that there is not. */
function daysOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
