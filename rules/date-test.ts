/** What a document asks of a date: a window, an age on another date, a term after it. */
import type { Answer } from './answer.ts';
import { addDays, addYears, isDay, yearOf } from './calendar.ts';
import type { FactValue } from './roster-column.ts';

/** `at`, `after` and `than` are headings of date columns in the row of the nominee or of its unit. All limits are included. */
export type DateTest =
  | { readonly kind: 'between'; readonly from?: string; readonly to?: string }
  /** The same days of every year, `MM-DD`. */
  | { readonly kind: 'yearly'; readonly from: string; readonly to: string }
  /** At least so many full years before the date in `at`. */
  | { readonly kind: 'years-before'; readonly years: number; readonly at: string }
  /** At most so many years before the date in `before`, and not after it. */
  | { readonly kind: 'within-years'; readonly years: number; readonly before: string }
  /** Not earlier than the date in `at`: a certificate is still valid. */
  | { readonly kind: 'not-before'; readonly at: string }
  /** At most so many days after the date in `after`, and not before it. */
  | { readonly kind: 'within-days'; readonly days: number; readonly after: string }
  /** In an earlier calendar year than the date in `than`. */
  | { readonly kind: 'earlier-year'; readonly than: string };

/** Heading of the other date that the test looks at; null for those that look at none. */
export function referenceOf(test: DateTest): string | null {
  switch (test.kind) {
    case 'between':
    case 'yearly':
      return null;
    case 'years-before':
    case 'not-before':
      return test.at;
    case 'within-years':
      return test.before;
    case 'within-days':
      return test.after;
    case 'earlier-year':
      return test.than;
  }
}

/** @param reference the cell that `referenceOf` names; either one blank leaves the question open */
export function testDate(test: DateTest, value: FactValue, reference: FactValue): Answer {
  if (typeof value !== 'string' || !isDay(value)) return 'unknown';
  if (test.kind === 'between') return toAnswer((test.from ?? value) <= value && value <= (test.to ?? value));
  if (test.kind === 'yearly') return toAnswer(test.from <= value.slice(5) && value.slice(5) <= test.to);
  if (typeof reference !== 'string' || !isDay(reference)) return 'unknown';
  switch (test.kind) {
    case 'years-before':
      return toAnswer(addYears(value, test.years) <= reference);
    case 'within-years':
      return toAnswer(value <= reference && reference <= addYears(value, test.years));
    case 'not-before':
      return toAnswer(value >= reference);
    case 'within-days':
      return toAnswer(reference <= value && value <= addDays(reference, test.days));
    case 'earlier-year':
      return toAnswer(yearOf(value) < yearOf(reference));
  }
}

function toAnswer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}
