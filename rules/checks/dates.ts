/** 日期: the dates of a nomination, each held against those that come before it by the scheme's order. */
import { addDays, showDay } from '../calendar.ts';
import { headingsOf } from '../conditions/registry.ts';
import { orderDates, type DateGap, type DateOrder } from '../date-order.ts';
import { listPointCells, type DatedCell } from '../dated-cells.ts';
import type { Eligibility } from '../eligibility.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { keepsGrade } from '../grading/kept.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import type { DatedSheet, DatePoint } from '../scheme-parts.ts';

/** Findings about pairs of dates that cannot both be right. */
export function* checkDates(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  if (index.scheme.dateOrder.length === 0) return;
  for (const eligibility of eligibilities) {
    const order = orderDates(index.scheme, !keepsGrade(index.scheme, eligibility.nominee));
    const dates = listDates(index, order, eligibility);
    const pairs = findContradictions(order, dates).filter((pair) => !isToldByCondition(pair, eligibility));
    for (const group of groupPairs(pairs)) yield* describe(group, eligibility, index);
  }
}

/** A date of the nomination, or one that the document names: then there is no cell. */
interface Dated {
  readonly point: DatePoint;
  /** Of the point in the order. */
  readonly position: number;
  readonly day: string;
  readonly cell: DatedCell | null;
}

interface Contradiction {
  readonly earlier: Dated;
  readonly later: Dated;
  readonly gap: DateGap;
}

function listDates(index: RosterIndex, { points }: DateOrder, eligibility: Eligibility): Dated[] {
  const nomination = { index, ...eligibility };
  return points.flatMap((point, position): Dated[] => {
    if ('day' in point) return [{ point, position, day: point.day, cell: null }];
    return listPointCells(nomination, point).map((cell) => ({ point, position, day: cell.day, cell }));
  });
}

/** Of dates in a line that contradict each other only neighbours are told: one of those is wrong, whatever the others say. */
function findContradictions({ gap }: DateOrder, dates: readonly Dated[]): Contradiction[] {
  const gapOf = (a: Dated, b: Dated) => (areOfOneMatter(a, b) ? gap(a.position, b.position) : null);
  return dates.flatMap((earlier) =>
    dates.flatMap((later): Contradiction[] => {
      const wanted = gapOf(earlier, later);
      if (!wanted || addDays(earlier.day, wanted.days) <= later.day) return [];
      const isFar = dates.some((between) => gapOf(earlier, between) && gapOf(between, later));
      return isFar ? [] : [{ earlier, later, gap: wanted }];
    }),
  );
}

/** Sheets of which each row is a matter of its own. */
const OWN_MATTERS: readonly CellRef['sheet'][] = ['projects', 'confirmations', 'objections'] satisfies DatedSheet[];

/** Of two projects, or of two objections, neither says anything of the other. */
function areOfOneMatter({ cell: a }: Dated, { cell: b }: Dated): boolean {
  if (!a || !b || a.where.sheet !== b.where.sheet) return true;
  return a.where.row === b.where.row || !OWN_MATTERS.includes(a.where.sheet);
}

/** A condition that looks at both dates and is not met has said what is wrong with them. */
function isToldByCondition({ earlier, later }: Contradiction, { reasons }: Eligibility): boolean {
  const headings = [earlier, later].map(({ cell }) => cell?.where.heading);
  return reasons.some(({ condition, answer }) => {
    const asked = headingsOf(condition);
    return answer === 'no' && headings.every((heading) => heading !== undefined && asked.includes(heading));
  });
}

interface PairGroup {
  /** The date that all its pairs share. */
  readonly suspect: Dated;
  readonly pairs: readonly [Contradiction, ...Contradiction[]];
}

/**
 * Pairs of the same two kinds of dates that share one are one fault: a conclusion before five confirmations is not five. Which of two dates is
 * wrong nobody knows, but the one that contradicts the most is looked at first.
 */
function groupPairs(pairs: readonly Contradiction[]): PairGroup[] {
  const kindOf = ({ earlier, later }: Contradiction) => `${earlier.position} ${later.position}`;
  return [...groupBy(pairs, kindOf).values()].flatMap((ofKind) => {
    const count = (date: Dated) => ofKind.filter(({ earlier, later }) => earlier === date || later === date).length;
    const pickSuspect = ({ earlier, later }: Contradiction) => {
      if (!earlier.cell) return later;
      return later.cell && count(later) > count(earlier) ? later : earlier;
    };
    return [...groupBy(ofKind, pickSuspect)].flatMap(([suspect, [first, ...others]]): PairGroup[] =>
      first ? [{ suspect, pairs: [first, ...others] }] : [],
    );
  });
}

function* describe(
  { suspect, pairs }: PairGroup,
  { nominee }: Eligibility,
  { scheme }: RosterIndex,
): Iterable<Finding> {
  const dates = [suspect, ...pairs.flatMap(({ earlier, later }) => [earlier, later])];
  const [first, ...others] = [...new Set(dates)].flatMap(({ cell }) => cell ?? []);
  if (!first || !others.concat(first).some(({ isAsked }) => isAsked)) return;
  const own: CellRef = cellOf('nominees', nominee, '单位编号');
  const cells: CellRef[] = others.map(({ where }) => where);
  const isNamed = [first.where, ...cells].some(({ sheet }) => sheet === 'nominees');
  const [pair] = pairs;
  yield {
    rule: 'dates-contradict',
    severity: pairs.every(isDoubtful) ? 'question' : 'violation',
    cite: pair.gap.cite,
    where: [first.where, ...cells, ...(isNamed ? [] : [own])],
    nominations: [nominee],
    message: explain(pair, scheme.notice.days?.value ?? 0, pairs.length),
    found: first.day,
    mend: others.length > 0 ? '核对这些日期，更正填错的' : `核对后更正“${first.where.heading}”`,
  };
}

/**
 * Where the award looks at one of the two dates alone, the other may be the wrong one. What came before its time may have come early, or the
 * date is wrong; nothing is lost either way.
 */
function isDoubtful({ earlier, later }: Contradiction): boolean {
  return earlier.point.is === 'first-day' || [earlier, later].some(({ cell }) => cell?.isAsked === false);
}

function explain({ earlier, later, gap }: Contradiction, noticeDays: number, count: number): string {
  const all = count > 1 ? `（共 ${count} 处）` : '';
  if (gap.days > 0) {
    const least = showDay(addDays(earlier.day, gap.days));
    return `${name(later)}太早：${name(earlier)}以后须公示 ${noticeDays} 天，最早为${least}${all}`;
  }
  const why = gap.reason && `（${gap.reason}）`;
  return `${earlier.cell ? `${name(earlier)}晚于${name(later)}` : `${name(later)}早于${name(earlier)}`}${why}${all}`;
}

/** `“申报日期”2024年11月1日` */
function name({ point, day, cell }: Dated): string {
  if (point.is === 'step') return `${point.step}的日期${showDay(day)}`;
  if (cell) return `“${cell.where.heading}”${showDay(day)}`;
  return 'name' in point ? `${point.name}（${showDay(day)}）` : '';
}
