/** Dates that meet, or miss, what a document asks of them. Made from the test, never judged by it. */
import { addDays, addYears, yearOf } from '../../rules/calendar.ts';
import type { DateTest } from '../../rules/date-test.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Random } from './random.ts';

/** A day of the year that the notice is about, before its deadline: what applicants state happened by then. */
export function sampleDay({ deadline, edition }: Scheme): string {
  const [year = '2024'] = /\d{4}/.exec(edition) ?? [];
  return deadline ? addDays(deadline.value, -30) : `${year}-11-15`;
}

/** The day on which the review begins: everything has come in. */
export function reviewDay(scheme: Scheme): string {
  return scheme.deadline?.value ?? sampleDay(scheme);
}

/** How far from a limit a passing date may lie, in days; some lie on it. */
const SPREAD = 300;

/** A date that passes, given the one that it refers to; a window, the sample's day, after which nothing lies that may lie before. */
export function passingDate(test: DateTest, reference: string, random: Random): string {
  const some = random.integer(0, SPREAD);
  switch (test.kind) {
    case 'between': {
      const { from, to } = test;
      if (from === undefined) return addDays(to === undefined || reference < to ? reference : to, -some);
      const last = to ?? addDays(from, SPREAD);
      return pickBetween(from, from <= reference && reference < last ? reference : last, random);
    }
    case 'yearly':
      return pickBetween(`${yearOf(reference)}-${test.from}`, `${yearOf(reference)}-${test.to}`, random);
    case 'years-before':
      return addDays(addYears(reference, -test.years), -some);
    case 'within-years':
      return addDays(reference, -random.integer(0, 360));
    case 'not-before':
      return addDays(reference, some);
    case 'within-days':
      return addDays(reference, random.integer(0, test.days));
    case 'earlier-year':
      return addYears(reference, -1);
  }
}

/** The nearest date that misses. */
export function failingDate(test: DateTest, reference: string): string {
  switch (test.kind) {
    case 'between':
      return test.to === undefined ? addDays(test.from ?? reference, -1) : addDays(test.to, 1);
    case 'yearly':
      return addDays(`${yearOf(reference)}-${test.from}`, -1);
    case 'years-before':
      return addDays(addYears(reference, -test.years), 1);
    case 'within-years':
      return addDays(addYears(reference, -test.years), -1);
    case 'not-before':
      return addDays(reference, -1);
    case 'within-days':
      return addDays(reference, test.days + 1);
    case 'earlier-year':
      return reference;
  }
}

/** The date to refer to, for a test whose own date is settled already. */
export function referenceFor(test: DateTest, date: string, random: Random): string {
  switch (test.kind) {
    case 'between':
    case 'yearly':
      return date;
    case 'years-before':
      return addYears(date, test.years + random.integer(0, 5));
    case 'within-years':
      return addDays(date, random.integer(0, 360));
    case 'not-before':
      return addDays(date, -random.integer(0, SPREAD));
    case 'within-days':
      return addDays(date, -random.integer(0, test.days));
    case 'earlier-year':
      return addYears(date, 1);
  }
}

function pickBetween(from: string, to: string, random: Random): string {
  let days = 0;
  while (days < SPREAD && addDays(from, days + 1) <= to) days += 1;
  return addDays(from, random.integer(0, days));
}
