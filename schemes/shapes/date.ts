import * as z from 'zod';
import { figure } from '../figures/mark.ts';
import { days, firstDay, firstMonthDay, lastDay, lastMonthDay, fromOne, someText } from './parts.ts';

const years = figure(fromOne.max(200, { error: '不能大于 200' }), { reads: 'number', units: ['年', '个年度', '周年'] });

export const date = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({ kind: z.literal('between'), from: firstDay.optional(), to: lastDay.optional() })
      .refine(({ from, to }) => (from ?? to) !== undefined, { error: '须写 from、to 中的至少一个' })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { error: 'from 不能晚于 to' }),
    z
      .strictObject({ kind: z.literal('yearly'), from: firstMonthDay, to: lastMonthDay })
      .refine(({ from, to }) => from <= to, { error: 'from 不能晚于 to' }),
    z.strictObject({ kind: z.literal('years-before'), years, at: someText }),
    z.strictObject({ kind: z.literal('within-years'), years, before: someText }),
    z.strictObject({ kind: z.literal('not-before'), at: someText }),
    z.strictObject({ kind: z.literal('within-days'), days, after: someText }),
    z.strictObject({ kind: z.literal('earlier-year'), than: someText }),
  ],
  { error: '日期的 kind 只有：between、yearly、years-before、within-years、not-before、within-days、earlier-year' },
);

export type DateShape = z.infer<typeof date>;
