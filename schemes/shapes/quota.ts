import * as z from 'zod';
import { figure } from '../figures/mark.ts';
import { cite, count, listOf, ratio, someText } from './parts.ts';

const printed = z.union([count, z.literal('-')], { error: "应为 0 或正整数，原表印“-”的写 '-'" });

/**
 * The table that the document prints. Where its text is in the folder, only the columns are named, and the rows are read from it; else the
 * rows are typed.
 */
const published = z
  .strictObject({
    /** What heads the columns of the districts and of their members; an award's is headed by its `shortName`. */
    columns: z.strictObject({ district: someText, members: someText }).optional(),
    awards: listOf(someText).optional(),
    rows: listOf(
      figure(
        z.tuple([someText, printed], printed, { error: '一行应为：各区名称、会员单位数，然后依 awards 的次序写名额' }),
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
  scope: someText.optional(),
  members: count.optional(),
  places: z.record(someText, count).optional(),
  collectives: count.optional(),
  persons: count.optional(),
  grandTotal: count.optional(),
  cite,
});

/** `quota.yaml` */
export const quotaShape = z.strictObject({
  ratios: listOf(z.strictObject({ scope: someText, award: someText, of: someText, ratio, cite })),
  rounding: z.strictObject({ value: figure(z.enum(['floor', 'ceil', 'half-up']), { reads: 'rounding' }), cite }),
  overrides: z
    .array(z.strictObject({ district: someText, award: someText, places: count, reason: someText, cite }))
    .default([]),
  table: z.strictObject({ title: figure(someText, { reads: 'words' }), subtotalScope: someText, cite }),
  /** Left out where the document prints no table. */
  published: published.optional(),
  totals: z.array(total).default([]),
});

export type QuotaShape = z.infer<typeof quotaShape>;
export type TotalShape = z.infer<typeof total>;
export type PublishedShape = z.infer<typeof published>;
