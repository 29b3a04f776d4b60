/** The numbers by which spreadsheets know days. */

/** Day 0 of the two calendars of spreadsheets. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const MS_PER_DAY = 86_400_000;
/** 1900-02-29, which never was, has a number in the 1900 calendar; the days before it stand one off. */
const LEAP_SLIP = 60;
/** The last day that spreadsheets know, 9999-12-31, in the 1900 calendar. */
const LAST = 2_958_465;

/**
 * The day of a serial number, its time of day dropped: 45292 is 2024-01-01 in the 1900 calendar. It is a day that there is, not always one
 * that somebody can mean. Undefined before day 1 (0 in the 1904 calendar), for the 29 February 1900 and after 9999.
 */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= (date1904 ? 0 : 1) && whole <= LAST) || (!date1904 && whole === LEAP_SLIP)) return undefined;
  const slip = !date1904 && whole < LEAP_SLIP ? 1 : 0;
  const time = DAY_ZERO[date1904 ? 1904 : 1900] + (whole + slip) * MS_PER_DAY;
  const day = new Date(time).toISOString().slice(0, 10);
  // In the 1904 calendar the numbers go four years beyond.
  return /^\d/.test(day) ? day : undefined;
}

/** The serial number of an ISO date with or without time, as `t="d"` cells hold it; undefined when it is none. */
export function serialOfIso(text: string, date1904: boolean): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, date);
  const isThere = new Date(time).toISOString().startsWith(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`);
  if (!isThere || hour > 23 || minute > 59 || second >= 60) return undefined;
  const days = (time - DAY_ZERO[date1904 ? 1904 : 1900]) / MS_PER_DAY;
  const slipped = !date1904 && days <= LEAP_SLIP ? days - 1 : days;
  return slipped < 0 ? undefined : slipped + (hour * 3600 + minute * 60 + second) / 86_400;
}
