import { addDays } from '../../../rules/calendar.ts';
import type { FactCondition } from '../../../rules/condition.ts';
import { referenceOf, type DateTest } from '../../../rules/date-test.ts';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import type { Award, Scheme } from '../../../rules/scheme.ts';
import { endBefore } from '../certificate-term.ts';
import { failingValue } from '../fact-values.ts';
import { question, violation, type PlacedNominee, type RowFlaw, type Sample } from '../flaw.ts';
import { failingDate, sampleDay } from '../sample-dates.ts';
import type { Row } from '../row.ts';
import { isAskedOf } from '../take-asked.ts';
import { placeOf, type Victims } from '../victims.ts';
import type { ConditionSample } from './kind.ts';

export const fact: ConditionSample<FactCondition> = {
  facts: (condition) => [condition],
  plant: (condition, awards, sample, victims) => [plantFacts([condition], awards, sample, victims)],
};

/** Makes every fact of one condition fail, in a scope to which it applies. Where no value can fail, the cell stays blank, which is a question. */
export function plantFacts(
  facts: readonly FactCondition[],
  awards: readonly Award[],
  sample: Sample,
  victims: Victims,
): RowFlaw {
  const factsFor = (each: PlacedNominee) =>
    facts.filter((one) => isAskedOf(sample, one, each) && appliesIn(one, each.unit.district?.scope ?? ''));
  const victim = victims.takeNominee((each) => awards.includes(each.award) && factsFor(each).length > 0);
  const [flaw] = factsFor(victim).map(({ id, of, heading, test }) => {
    const sheet = of === 'nominee' ? 'nominees' : 'memberUnits';
    const row = of === 'nominee' ? victim.row : placeOf(sample, victim).facts;
    if ('date' in test) {
      missDate({ sample, victim, row, heading, test: test.date });
      return violation(id, sheet, row, heading);
    }
    const value = failingValue(test, columnOf(sample.scheme, sheet, heading));
    row.set(heading, value);
    return (value === null ? question : violation)(id, sheet, row, heading);
  });
  if (!flaw) throw new RangeError('the condition looks at no cell');
  return flaw;
}

/** Other dates of the row stay in order: of a term from a day on it is that day which lies too early. */
function missDate({
  sample,
  victim,
  row,
  heading,
  test,
}: {
  readonly sample: Sample;
  readonly victim: PlacedNominee;
  readonly row: Row;
  readonly heading: string;
  readonly test: DateTest;
}): void {
  const reference = referenceFor(sample, victim, test);
  if (test.kind === 'within-days') {
    const holder = victim.row.has(test.after) ? victim.row : placeOf(sample, victim).facts;
    holder.set(test.after, addDays(String(row.get(heading)), -test.days - 1));
  } else if (heading === sample.scheme.grading?.certificate.held?.untilHeading) {
    endBefore(sample.scheme, row, reference, sample.random);
  } else row.set(heading, failingDate(test, reference));
}

export function appliesIn({ exceptScopes }: FactCondition, scope: string): boolean {
  return !exceptScopes?.includes(scope);
}

/** The date that the test refers to, in the nominee's row or its unit's; the test's own day where it refers to none. */
function referenceFor(sample: Sample, victim: PlacedNominee, test: DateTest): string {
  const heading = referenceOf(test);
  if (heading === null) return sampleDay(sample.scheme);
  const holder = victim.row.has(heading) ? victim.row : placeOf(sample, victim).facts;
  return String(holder.get(heading));
}

function columnOf(scheme: Scheme, sheet: 'nominees' | 'memberUnits', heading: string): RosterColumn {
  const column = columnsOf(sheet, scheme).find((each) => each.heading === heading);
  if (!column) throw new RangeError(`no column ${heading}`);
  return column;
}
