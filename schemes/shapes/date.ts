import { z } from 'zod';
import { day, monthDay, ordinal, text } from './parts.ts';

const years = ordinal.max(200, { error: '不能大于 200' });

export const date = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({ kind: z.literal('between'), from: day.optional(), to: day.optional() })
      .refine(({ from, to }) => (from ?? to) !== undefined, { error: '须写 from、to 中的至少一个' })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { error: 'from 不能晚于 to' }),
    z
      .strictObject({ kind: z.literal('yearly'), from: monthDay, to: monthDay })
      .refine(({ from, to }) => from <= to, { error: 'from 不能晚于 to' }),
    z.strictObject({ kind: z.literal('years-before'), years, at: text }),
    z.strictObject({ kind: z.literal('within-years'), years, before: text }),
    z.strictObject({ kind: z.literal('not-before'), at: text }),
    z.strictObject({ kind: z.literal('within-days'), days: ordinal, after: text }),
    z.strictObject({ kind: z.literal('earlier-year'), than: text }),
  ],
  { error: '日期的 kind 只有：between、yearly、years-before、within-years、not-before、within-days、earlier-year' },
);

export type DateShape = z.infer<typeof date>;
