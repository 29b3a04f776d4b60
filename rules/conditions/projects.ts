import { rememberBy } from '../remember.ts';
import type { ProjectsCondition } from '../condition.ts';
import type { MemberUnit, Project } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import {
  countProjects,
  countsFor,
  describeRouteGap,
  judgeRoutes,
  listReferences,
  type CountedProjects,
  type ProjectFilter,
  type ProjectSums,
} from '../projects.ts';
import { formatWan } from '../money.ts';
import type { FactValue } from '../roster-column.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import { describeAnswer, lookUp, type Subject } from './subject.ts';

export const projects: ConditionKind<ProjectsCondition> = {
  answer: (condition, unit, subject) => [answerProjects(condition, unit, subject)],
  headings: ({ counting }) => listReferences(counting),
  projects: ({ counting }, unit, { index, nominee }) =>
    index.projects
      .all(unit.number)
      .filter((project) => countsFor(project, counting, (heading) => lookUp(heading, unit, nominee)) !== 'no'),
};

/** The unit's projects. The reason says what is missing on each route. */
function answerProjects(condition: ProjectsCondition, unit: MemberUnit, { index, nominee }: Subject): Reason {
  const { counting, routes, demand } = condition;
  const all = index.projects.all(unit.number);
  const counted = countOnce(all, counting, (heading) => lookUp(heading, unit, nominee));
  const { sure, open } = counted;
  const answer = judgeRoutes(counted, routes);
  const found = describeSums(sure);
  const gaps = routes.map((route) => describeRouteGap(sure, route)).filter((gap) => gap !== '');
  const gap = answer === 'yes' ? '' : gaps.join('；或');
  const pending = open.length > 0 ? `，有 ${open.length} 项资料未填全` : '';
  const [first] = answer === 'unknown' ? open : all;
  return {
    condition,
    answer,
    where: first ? cellOf('projects', first, '合同额（万元）') : cellOf('memberUnits', unit, '编号'),
    message: describeAnswer(answer, demand, `${found}${pending}${gap && `（${gap}）`}`),
    found,
    gap,
  };
}

/** Of one unit's projects, by what they are counted for. */
const countsOf = rememberBy(() => new Map<string, CountedProjects>());

/** Grades that count the same projects alike ask one after the other. */
function countOnce(
  all: readonly Project[],
  counting: readonly ProjectFilter[],
  lookUpCell: (heading: string) => FactValue,
): CountedProjects {
  // All units without projects share one empty list, which outlives them.
  if (all.length === 0) return countProjects(all, counting, lookUpCell);
  const counts = countsOf(all);
  const key = writeFilters(counting) + JSON.stringify(listReferences(counting).map(lookUpCell));
  const counted = counts.get(key) ?? countProjects(all, counting, lookUpCell);
  counts.set(key, counted);
  return counted;
}

/** The same text for conditions that count alike. */
const writeFilters = rememberBy((counting: readonly ProjectFilter[]) => JSON.stringify(counting));

function describeSums({ count, totalFen, largestFen }: ProjectSums): string {
  if (count === 0) return '没有计入的工程';
  return `计入 ${count} 项，合同额合计 ${formatWan(totalFen)} 万元，最大一项 ${formatWan(largestFen)} 万元`;
}
