/** The time of an award, by the days that its document names: rules know no clock. */
import { addYears } from './calendar.ts';
import type { Scheme } from './scheme.ts';

/** Both days `YYYY-MM-DD`, and of the season. */
interface Season {
  /** Null where the document names no beginning. */
  readonly first: string | null;
  readonly last: string;
}

/**
 * From the day on which the document begins to a year after the last that it names: what is late by months may be, by a year it is a slip. Null where it names no day at all.
 */
export function seasonOf({
  dateOrder,
  stages,
  deadline,
}: Pick<Scheme, 'dateOrder' | 'stages' | 'deadline'>): Season | null {
  const points = dateOrder.flatMap((chain) => chain.points);
  const daysOf = (kind: 'first-day' | 'last-day') =>
    points.flatMap((point) => ('day' in point && point.is === kind ? [point.day] : []));
  const firsts = [...daysOf('first-day'), ...stages.flatMap(({ from }) => from ?? [])].sort();
  const all = [
    ...firsts,
    ...daysOf('last-day'),
    ...stages.flatMap(({ to }) => to ?? []),
    ...(deadline ? [deadline.value] : []),
  ].sort();
  const latest = all.at(-1);
  return latest === undefined ? null : { first: firsts[0] ?? null, last: addYears(latest, 1) };
}
