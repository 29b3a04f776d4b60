/** A day of the calendar; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars of spreadsheets, as days since 1970. */
const DAY_ZERO = { 1900: -25_569, 1904: -24_107 } as const;
/** 1900-02-29, which never was, has a number in the 1900 calendar; the days before it stand one off. */
const LEAP_SLIP = 60;
const LAST_YEAR = 9999;

/**
 * The day of a serial number, its time of day dropped: 45292 is 2024-01-01 in the 1900 calendar.
 * Undefined before day 1 (0 in the 1904 calendar), for the 29 February 1900 and after 9999.
 */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDay | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= (date1904 ? 0 : 1)) || (!date1904 && whole === LEAP_SLIP)) return undefined;
  const slip = !date1904 && whole < LEAP_SLIP ? 1 : 0;
  const date = new Date((whole + slip + (date1904 ? DAY_ZERO[1904] : DAY_ZERO[1900])) * DAY_MS);
  const year = date.getUTCFullYear();
  if (!(year <= LAST_YEAR)) return undefined;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial number of an ISO date with or without time, as `t="d"` cells hold it; undefined when it is none. */
export function serialOfIso(text: string, date1904: boolean): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (!isRealDay({ year, month, day }) || hour > 23 || minute > 59 || second >= 60) return undefined;
  const days = Date.UTC(year, month - 1, day) / DAY_MS - (date1904 ? DAY_ZERO[1904] : DAY_ZERO[1900]);
  const slipped = !date1904 && days <= LEAP_SLIP ? days - 1 : days;
  return slipped < 0 ? undefined : slipped + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** False for 30 February and month 13. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
