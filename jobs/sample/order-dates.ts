/** Dates in the order that the scheme gives them. */
import { addDays } from '../../rules/calendar.ts';
import type { DateChain, DatePoint } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Random } from './random.ts';
import type { ConditionRows, Row } from './row.ts';

/** How far before the other date one that is moved may lie, in days. */
const SPREAD = 60;

/** Moves what the applicant states back where it lies after what it has to come before. What happened earlier fails no test for that. */
export function moveDatesBack(scheme: Scheme, rows: ConditionRows, projects: readonly Row[], random: Random): void {
  const rowsOf = (point: DatePoint): readonly Row[] => {
    if (point.is !== 'column') return [];
    if (point.sheet === 'projects') return projects;
    return point.sheet === 'nominees' ? [rows.nominee] : point.sheet === 'memberUnits' ? [rows['member-unit']] : [];
  };
  for (const { points } of scheme.dateOrder) {
    for (const [at, later] of [...points.entries()].reverse()) {
      const limits = rowsOf(later).flatMap((row) => dayIn(row, later) ?? []);
      for (const earlier of points.slice(0, at)) {
        for (const row of rowsOf(earlier)) {
          const day = dayIn(row, earlier);
          const limit = limits.reduce((first, each) => (each < first ? each : first), day ?? '');
          if (day && limit < day && 'heading' in earlier)
            row.set(earlier.heading, addDays(limit, -random.integer(0, SPREAD)));
        }
      }
    }
  }
}

/** The day from which on a column may hold one, by the document; undefined where it names none. */
export function firstDayOf({ dateOrder }: Scheme, heading: string): string | undefined {
  const before = ({ points }: DateChain) => {
    const at = points.findIndex((point) => 'heading' in point && point.heading === heading);
    return points.slice(0, Math.max(0, at)).flatMap((point) => (point.is === 'first-day' ? [point.day] : []));
  };
  return dateOrder.flatMap(before).sort().at(-1);
}

function dayIn(row: Row, point: DatePoint): string | undefined {
  const value = 'heading' in point ? row.get(point.heading) : undefined;
  return typeof value === 'string' ? value : undefined;
}
