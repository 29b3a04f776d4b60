import type { ProjectsCondition } from '../../../rules/condition.ts';
import { referenceOf } from '../../../rules/date-test.ts';
import type { ProjectRoute } from '../../../rules/projects.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import type { Award } from '../../../rules/scheme.ts';
import { violation, type RowFlaw, type Sample } from '../flaw.ts';
import type { Random } from '../random.ts';
import type { Row } from '../row.ts';
import { passingDate } from '../sample-dates.ts';
import { isAskedOf, takeAsked } from '../take-asked.ts';
import { placeOf, type Victims } from '../victims.ts';
import type { ConditionSample, LinkedNomination } from './kind.ts';

export const projects: ConditionSample<ProjectsCondition> = {
  link: (condition, nomination) => {
    nomination.tables.projects.push(...makeProjects(condition, nomination));
  },
  plant: plantNone,
};

const PROJECT_KINDS = ['视频监控系统', '出入口控制系统', '综合安防平台', '周界报警系统', '智慧园区安防'];

/** Projects that reach one of the routes, some of them exactly. */
function makeProjects(
  { counting, routes }: ProjectsCondition,
  { nominee: { unit }, rows, random, today }: LinkedNomination,
): Row[] {
  return amountsFor(random.pick(routes), random).map((amount, index) => {
    const row: Row = new Map<string, FactValue>([
      ['单位编号', unit.number],
      ['工程名称', `虚构${random.pick(PROJECT_KINDS)}工程（${index + 1}）`],
      ['合同额（万元）', amount],
    ]);
    for (const filter of counting) {
      if ('is' in filter) row.set(filter.heading, filter.is === 'yes');
      else {
        const other = referenceOf(filter.date);
        const reference =
          other === null ? today : String(rows.nominee.get(other) ?? rows['member-unit'].get(other) ?? today);
        row.set(filter.heading, passingDate(filter.date, reference, random));
      }
    }
    return row;
  });
}

/** In ten thousand yuan. */
const SMALLEST = 20;

/** In ten thousand yuan; now and then with a fraction. */
function amountsFor({ count = 1, total = 0, largest = 0 }: ProjectRoute, random: Random): number[] {
  const number = count + random.integer(0, 1);
  const share = Math.ceil(total / number);
  return Array.from({ length: number }, (_, index) => {
    const least = Math.max(SMALLEST, index === 0 ? largest : 0, share);
    return random.chance(1, 4) ? least : least + random.integer(1, 60) + (random.chance(1, 3) ? 0.5 : 0);
  });
}

/** A unit without projects fails whatever its award asks of them. */
function* plantNone(
  condition: ProjectsCondition,
  awards: readonly Award[],
  sample: Sample,
  victims: Victims,
): Iterable<RowFlaw> {
  const victim = takeAsked(sample, victims, condition, awards);
  const rows = sample.tables.projects;
  const others = rows.filter((row) => row.get('单位编号') !== victim.unit.number);
  rows.splice(0, rows.length, ...others);
  const { facts } = placeOf(sample, victim);
  for (const each of victim.award.conditions) {
    if (each.kind === condition.kind && isAskedOf(sample, each, victim))
      yield violation(each.id, 'memberUnits', facts, '编号');
  }
}
