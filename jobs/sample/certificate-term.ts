/** The days of a certificate fit each other, as the clause about its term has it. */
import { addDays, addYears, yearOf } from '../../rules/calendar.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** How long before its last day it was issued, in days: in the calendar year before. */
const AGE = { least: 200, most: 330 } as const;

/** Ends the certificate that a row holds on the first possible day from `from` on. */
export function endFrom(scheme: Scheme, row: Row, from: string, random: Random): void {
  setTerm(scheme, row, addYears(lastTermBefore(scheme, from), 1), random);
}

/** Ends it on the last possible day before `day`. What would take its place is not issued. */
export function endBefore(scheme: Scheme, row: Row, day: string, random: Random): void {
  setTerm(scheme, row, lastTermBefore(scheme, day), random);
  row.set(scheme.grading?.certificate.issuedHeading ?? '', null);
}

function setTerm({ grading }: Scheme, row: Row, until: string, random: Random): void {
  const { held } = grading?.certificate ?? {};
  if (!held) return;
  row.set(held.untilHeading, until);
  row.set(held.issuedHeading, addDays(until, -random.integer(AGE.least, AGE.most)));
}

function lastTermBefore({ grading }: Scheme, day: string): string {
  const ofYear = `${yearOf(day)}-${grading?.certificate.validUntil.value ?? ''}`;
  return ofYear < day ? ofYear : addYears(ofYear, -1);
}
