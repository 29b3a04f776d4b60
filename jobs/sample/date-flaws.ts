/** Dates that contradict each other, certificates that last too long, and what nobody has registered. */
import { addDays, addYears } from '../../rules/calendar.ts';
import { registeredCell } from '../../rules/conditions/registry.ts';
import type { DateChain, DatePoint } from '../../rules/scheme-parts.ts';
import { applicationOf, question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import type { Row } from './row.ts';
import type { Victims } from './victims.ts';

export function* plantDateFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  const { dateOrder } = sample.scheme;
  const confirmed = dateOrder.flatMap((chain) => neighbours(chain, isOwn, isConfirmation));
  const opened = dateOrder.flatMap((chain) => neighbours(chain, ({ is }) => is === 'first-day', isOwn));
  for (const [earlier] of confirmed.slice(0, 1)) yield plantEarlyConfirmation(sample, victims, earlier);
  for (const [earlier, later] of opened.slice(0, 1)) yield plantEarlyPaper(victims, earlier, later);
  yield* plantLongTerm(sample, victims);
  yield* plantBlankRegistrations(sample, victims);
}

const isOwn = (point: DatePoint) => point.is === 'column' && point.sheet === 'nominees';
const isConfirmation = (point: DatePoint) => point.is === 'column' && point.sheet === 'confirmations';

type Pair = readonly [earlier: DatePoint, later: DatePoint];

function neighbours(
  { points }: DateChain,
  isEarlier: (point: DatePoint) => boolean,
  isLater: (point: DatePoint) => boolean,
): Pair[] {
  return points.flatMap((earlier, at): Pair[] => {
    const later = points[at + 1];
    return later && isEarlier(earlier) && isLater(later) ? [[earlier, later]] : [];
  });
}

/** Confirmed on the day before the paper is dated. */
function plantEarlyConfirmation({ tables }: Sample, victims: Victims, earlier: DatePoint): RowFlaw {
  const heading = headingOf(earlier);
  const rowOf = (nominee: PlacedNominee) =>
    tables.confirmations.find((row) => row.get('申报编号') === applicationOf(nominee) && row.get('结论') === true);
  const victim = victims.takeAnyNominee(
    (each) => rowOf(each) !== undefined && typeof each.row.get(heading) === 'string',
  );
  rowOf(victim)?.set('确认日期', addDays(String(victim.row.get(heading)), -1));
  return violation('dates-contradict', 'nominees', victim.row, heading);
}

/** On the day before anything could come in. */
function plantEarlyPaper(victims: Victims, first: DatePoint, later: DatePoint): RowFlaw {
  const heading = headingOf(later);
  const { row } = victims.takeAnyNominee((each) => typeof each.row.get(heading) === 'string');
  row.set(heading, addDays('day' in first ? first.day : '', -1));
  return question('dates-contradict', 'nominees', row, heading);
}

function headingOf(point: DatePoint): string {
  return 'heading' in point ? point.heading : '';
}

/** Two years longer than the clause says. */
function* plantLongTerm({ scheme }: Sample, victims: Victims): Iterable<RowFlaw> {
  const { held } = scheme.grading?.certificate ?? {};
  if (!held) return;
  const since = held.since?.value ?? '';
  const { row } = victims.takeAnyNominee((each) => String(each.row.get(held.issuedHeading) ?? '') > since);
  row.set(held.untilHeading, addYears(String(row.get(held.untilHeading)), 2));
  yield violation('certificate-term', 'nominees', row, held.untilHeading);
}

/** One blank cell in each column where what comes in is registered. */
function* plantBlankRegistrations({ scheme }: Sample, victims: Victims): Iterable<RowFlaw> {
  const cells = scheme.awards.flatMap(({ conditions }) => conditions.flatMap((each) => registeredCell(each) ?? []));
  for (const heading of new Set(cells.flatMap((cell) => (cell.of === 'nominee' ? cell.heading : [])))) {
    const row: Row = victims.takeAnyNominee((each) => typeof each.row.get(heading) === 'string').row;
    row.set(heading, null);
    yield question('registration-blank', 'nominees', null, heading);
  }
}
