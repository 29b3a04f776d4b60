/** How many days a notice hangs out: whether so many can be, and whether its last day is one on which the office works. */
import { weekdayOf } from './calendar.ts';
import { periodOf } from './public-notice.ts';

/** No list hangs out longer. */
export const MOST_NOTICE_DAYS = 99;

/** `unfit`: no number of days; `too-few`: fewer than the document rules; `open`: nobody says how many, and a last day is asked for. */
export type NoticeLengthFault = 'unfit' | 'too-few' | 'open';

/**
 * @param ruled by the document; null where it leaves them open
 * @param days null where nobody says otherwise
 * @param hasDay whether the day of publication is known, so that a last day is
 */
export function judgeNoticeLength(
  ruled: number | null,
  days: number | null,
  hasDay: boolean,
): NoticeLengthFault | null {
  if (days === null) return ruled === null && hasDay ? 'open' : null;
  if (!(Number.isInteger(days) && days >= 1 && days <= MOST_NOTICE_DAYS)) return 'unfit';
  return ruled !== null && days < ruled ? 'too-few' : null;
}

interface WeekendEnd {
  /** The last day, `YYYY-MM-DD`, and what it is. */
  readonly last: string;
  readonly weekday: '星期六' | '星期日';
  /** With so many days it ends on the Monday after; null where no notice hangs out so long. */
  readonly days: number | null;
}

/**
 * A period that ends on a weekend; null of any other. Which days off are moved to weekdays, and which weekends are worked, no rule says
 * beforehand, so that people have to look.
 */
export function findWeekendEnd(published: string, days: number): WeekendEnd | null {
  const { last } = periodOf(published, days);
  const weekday = weekdayOf(last);
  if (weekday === 6) return { last, weekday: '星期六', days: allowed(days + 2) };
  return weekday === 0 ? { last, weekday: '星期日', days: allowed(days + 1) } : null;
}

function allowed(days: number): number | null {
  return days > MOST_NOTICE_DAYS ? null : days;
}
