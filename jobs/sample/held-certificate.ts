import { referenceOf } from '../../rules/date-test.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { endFrom } from './certificate-term.ts';
import { factsOf } from './conditions/registry.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** The certificate that an applicant holds: it ends as soon as it may after the day that it is held against. */
export function settleHeldCertificate(scheme: Scheme, award: Award, row: Row, random: Random): void {
  const untilHeading = scheme.grading?.certificate.held?.untilHeading;
  if (untilHeading === undefined || typeof row.get(untilHeading) !== 'string') return;
  const references = award.conditions
    .flatMap((condition) => factsOf(condition, ''))
    .flatMap(({ heading, test }) => (heading === untilHeading && 'date' in test ? (referenceOf(test.date) ?? []) : []));
  const from = row.get(references[0] ?? '');
  if (typeof from === 'string') endFrom(scheme, row, from, random);
}
