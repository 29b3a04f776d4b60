/** 工程业绩: whether the projects of a unit that count reach one of the routes that a document offers. */
import { all, any, type Answer } from './answer.ts';
import { referenceOf, testDate, type DateTest } from './date-test.ts';
import type { Project } from './master-roster.ts';
import { fenOfWan, formatWan } from './money.ts';
import type { FactValue } from './roster-column.ts';
import { largestOf } from './largest.ts';

/** What a project must pass to count; a blank cell leaves it open. */
export type ProjectFilter =
  { readonly heading: string; readonly is: 'yes' | 'no' } | { readonly heading: string; readonly date: DateTest };

/** All that stands here must hold. Amounts are in ten thousand yuan (万元), limits included. */
export interface ProjectRoute {
  /** At least so many projects. */
  readonly count?: number;
  /** Their contracts add up to at least this. */
  readonly total?: number;
  /** At least one of them has a contract of this. */
  readonly largest?: number;
}

/** The projects of a unit as a route sees them. */
export interface ProjectSums {
  readonly count: number;
  readonly totalFen: number;
  readonly largestFen: number;
}

export interface CountedProjects {
  /** The projects that surely count; and with those that may, once their blank cells are filled in, at most. */
  readonly sure: ProjectSums;
  readonly most: ProjectSums;
  /** Those with a blank cell that matters. */
  readonly open: readonly Project[];
}

/** @param lookUp the cell of the nominee or its unit that a date test refers to */
export function countProjects(
  projects: readonly Project[],
  counting: readonly ProjectFilter[],
  lookUp: (heading: string) => FactValue,
): CountedProjects {
  const judged = projects.map((project) => ({ project, counts: countsFor(project, counting, lookUp) }));
  const surely = judged.filter(({ counts }) => counts === 'yes').map(({ project }) => project);
  const possibly = judged.filter(({ counts }) => counts !== 'no').map(({ project }) => project);
  // What is not known yet is nothing at least, and any amount at most.
  const sure = sumProjects(surely, 0);
  const most = sumProjects(possibly, Infinity);
  const open = judged
    .filter(({ project, counts }) => counts === 'unknown' || (counts === 'yes' && project.amountFen === null))
    .map(({ project }) => project);
  return { sure, most, open };
}

/** Whether one of the routes is reached. */
export function judgeRoutes({ sure, most }: CountedProjects, routes: readonly ProjectRoute[]): Answer {
  return any(routes.map((route) => (reaches(sure, route) ? 'yes' : reaches(most, route) ? 'unknown' : 'no')));
}

/** The cells beside the projects that their counting looks at, in the order of the filters. */
export function listReferences(counting: readonly ProjectFilter[]): string[] {
  return counting.flatMap((filter) => ('date' in filter ? (referenceOf(filter.date) ?? []) : []));
}

/** Whether a project passes all filters. */
export function countsFor(
  { facts }: Project,
  counting: readonly ProjectFilter[],
  lookUp: (heading: string) => FactValue,
): Answer {
  return all(
    counting.map((filter) => {
      const value = facts.get(filter.heading) ?? null;
      if ('date' in filter) {
        const reference = referenceOf(filter.date);
        return testDate(filter.date, value, reference === null ? null : lookUp(reference));
      }
      if (typeof value !== 'boolean') return 'unknown';
      return value === (filter.is === 'yes') ? 'yes' : 'no';
    }),
  );
}

function sumProjects(projects: readonly Project[], unknownFen: number): ProjectSums {
  const amounts = projects.map(({ amountFen }) => amountFen ?? unknownFen);
  return {
    count: amounts.length,
    totalFen: amounts.reduce((sum, amount) => sum + amount, 0),
    largestFen: Math.max(0, largestOf(amounts)),
  };
}

function reaches({ count, totalFen, largestFen }: ProjectSums, route: ProjectRoute): boolean {
  return (
    count >= (route.count ?? 0) && totalFen >= fenOfWan(route.total ?? 0) && largestFen >= fenOfWan(route.largest ?? 0)
  );
}

/** What is missing on a route: `还差 1 项，最大一项还差 20 万元`. Empty where the route is reached. */
export function describeRouteGap(sums: ProjectSums, { count = 0, total = 0, largest = 0 }: ProjectRoute): string {
  return [
    sums.count < count && `还差 ${count - sums.count} 项`,
    sums.totalFen < fenOfWan(total) && `合同额合计还差 ${formatWan(fenOfWan(total) - sums.totalFen)} 万元`,
    sums.largestFen < fenOfWan(largest) && `最大一项还差 ${formatWan(fenOfWan(largest) - sums.largestFen)} 万元`,
  ]
    .filter(Boolean)
    .join('，');
}
