/** Days as `YYYY-MM-DD`; texts of that form sort as the days do. All arithmetic is of the calendar, without time zones. */

const MS_PER_DAY = 86_400_000;

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && formatDay(new Date(`${written}T00:00:00Z`)) === written;
}

/**
 * The same day `years` later; where that month has no such day, its last one (《民法典》第二百零二条).
 * @throws RangeError for a text that is no day
 */
export function addYears(day: string, years: number): string {
  const [year, month, date] = partsOf(day);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return formatDay(new Date(Date.UTC(year + years, month - 1, Math.min(date, last))));
}

/** @throws RangeError for a text that is no day */
export function addDays(day: string, days: number): string {
  const [year, month, date] = partsOf(day);
  return formatDay(new Date(Date.UTC(year, month - 1, date) + days * MS_PER_DAY));
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
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

/** Empty for an invalid date, so that it equals no written day. */
function formatDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
