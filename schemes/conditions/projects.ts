import * as z from 'zod';
import type { ProjectsCondition } from '../../rules/condition.ts';
import type { ProjectFilter } from '../../rules/projects.ts';
import { checkName } from '../checks/names.ts';
import { figure } from '../figures/mark.ts';
import { date } from '../shapes/date.ts';
import { count, listOf, someText } from '../shapes/parts.ts';
import { checkDate, common, type ConditionFormat, type ConditionPlace } from './format.ts';

/** Not a union: of its members none would say what is wrong within the other. */
const projectFilter = z
  .strictObject({ heading: someText, is: z.enum(['yes', 'no']).optional(), date: date.optional() })
  .transform(({ heading, is, date: dateTest }, context): ProjectFilter => {
    if (is !== undefined && dateTest === undefined) return { heading, is };
    if (is === undefined && dateTest !== undefined) return { heading, date: dateTest };
    context.addIssue({ code: 'custom', message: '须写且只写 is（yes 或 no）、date 中的一个' });
    return z.NEVER;
  });

const wan = figure(z.number().positive({ error: '须大于 0' }), { reads: 'number', units: ['万元'] });

/** “其中一项” is one of them, not all. */
const howMany = figure(count, { reads: 'number', units: ['项', '个', '件', '处', '宗', '例'], whole: true });

const route = z
  .strictObject({ count: howMany.optional(), total: wan.optional(), largest: wan.optional() })
  .refine((each) => Object.keys(each).length > 0, { error: '须写 count、total、largest 中的至少一个' });

const shape = z.strictObject({
  ...common,
  kind: z.literal('projects'),
  counting: z.array(projectFilter),
  routes: listOf(route),
});

export const projects: ConditionFormat<typeof shape, ProjectsCondition> = {
  shape,
  check: ({ counting }, place) => {
    if (!place.has.projects) {
      place.part.report([...place.path, 'kind'], 'roster.yaml 没有 projects，请写明工程业绩表的列');
    }
    counting.forEach((filter, position) => {
      checkFilter(filter, { ...place, path: [...place.path, 'counting', position] });
    });
  },
  build: ({ kind, counting, routes }, base) => ({ ...base, kind, counting, routes }),
};

function checkFilter(filter: ProjectFilter, place: ConditionPlace): void {
  const { part, path, names } = place;
  const type = 'date' in filter ? 'date' : 'yes-no';
  const fitting = [...names.projectColumns.values()].filter((column) => column.type === type);
  checkName(
    part,
    [...path, 'heading'],
    filter.heading,
    fitting.map(({ heading }) => heading),
  );
  if ('date' in filter) checkDate(filter.date, { ...place, path: [...path, 'date'] });
}
