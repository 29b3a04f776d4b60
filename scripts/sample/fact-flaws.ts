/** Cells of a nominee's or its unit's row that just miss what a condition asks. */
import type { Condition } from '../../rules/condition.ts';
import { referenceOf, type DateTest } from '../../rules/date-test.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { failingValue, listFacts } from './fact-values.ts';
import { question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import { sampleDay } from './rows.ts';
import { failingDate } from './sample-dates.ts';
import { isAskedOf, takeAsked } from './take-asked.ts';
import { placeOf, type Victims } from './victims.ts';

/** Where no value can fail, the cell stays blank, which is a question. */
export function plantFact(sample: Sample, victims: Victims, condition: Condition, awards: readonly Award[]): RowFlaw {
  const factsFor = (each: PlacedNominee) =>
    isAskedOf(sample, condition, each) ? listFacts(condition, each.unit.district?.scope ?? '') : [];
  const victim = victims.takeNominee((each) => awards.includes(each.award) && factsFor(each).length > 0);
  const [flaw] = factsFor(victim).map(({ of, heading, test }) => {
    const sheet = of === 'nominee' ? 'nominees' : 'memberUnits';
    const row = of === 'nominee' ? victim.row : placeOf(sample, victim).facts;
    const value =
      'date' in test
        ? failingDate(test.date, referenceFor(sample, victim, test.date))
        : failingValue(test, columnOf(sample.scheme, sheet, heading));
    row.set(heading, value);
    return (value === null ? question : violation)(condition.id, sheet, row, heading);
  });
  if (!flaw) throw new RangeError(`condition ${condition.id} looks at no cell`);
  return flaw;
}

/** One below the line, of the first column. */
export function plantSum(
  sample: Sample,
  victims: Victims,
  condition: Extract<Condition, { kind: 'sum' }>,
  awards: readonly Award[],
): RowFlaw {
  const victim = takeAsked(sample, victims, condition, awards);
  const row = condition.of === 'nominee' ? victim.row : placeOf(sample, victim).facts;
  const [first = '', ...others] = condition.headings;
  for (const heading of others) row.set(heading, 0);
  row.set(first, condition.atLeast - 1);
  return violation(condition.id, condition.of === 'nominee' ? 'nominees' : 'memberUnits', row, first);
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
