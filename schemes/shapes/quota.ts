import { z } from 'zod';
import { figure } from '../figures/mark.ts';
import { cite, count, listOf, ratio, text } from './parts.ts';

const printed = z.union([count, z.literal('-')], { error: "应为 0 或正整数，原表印“-”的写 '-'" });

/**
 * The table that the document prints. Where its text is in the folder, only the columns are named, and the rows are read from it; else the
 * rows are typed.
 */
const published = z
  .strictObject({
    /** What heads the columns of the districts and of their members; an award's is headed by its `shortName`. */
    columns: z.strictObject({ district: text, members: text }).optional(),
    awards: listOf(text).optional(),
    rows: listOf(
      figure(
        z.tuple([text, printed], printed, { error: '一行应为：各区名称、会员单位数，然后依 awards 的次序写名额' }),
        { reads: 'row' },
      ),
    ).optional(),
    /** Of the heading. */
    cite,
  })
  .refine(({ columns, awards, rows }) => [columns, awards, rows].filter(Boolean).length === (columns ? 1 : 2), {
    error: '原文有这张表的写 columns，由程序读出各行；没有的照抄，写 awards 和 rows',
  });

/** What the document itself adds up. */
const total = z.strictObject({
  /** Only districts of this scope; all where left out. */
  scope: text.optional(),
  members: count.optional(),
  places: z.record(text, count).optional(),
  collectives: count.optional(),
  persons: count.optional(),
  grandTotal: count.optional(),
  cite,
});

/** `quota.yaml` */
export const quotaShape = z.strictObject({
  ratios: listOf(z.strictObject({ scope: text, award: text, of: text, ratio, cite })),
  rounding: z.strictObject({ value: figure(z.enum(['floor', 'ceil', 'half-up']), { reads: 'rounding' }), cite }),
  overrides: z.array(z.strictObject({ district: text, award: text, places: count, reason: text, cite })).default([]),
  table: z.strictObject({ title: figure(text, { reads: 'words' }), subtotalScope: text, cite }),
  /** Left out where the document prints no table. */
  published: published.optional(),
  totals: z.array(total).default([]),
});

export type QuotaShape = z.infer<typeof quotaShape>;
export type TotalShape = z.infer<typeof total>;
export type PublishedShape = z.infer<typeof published>;
