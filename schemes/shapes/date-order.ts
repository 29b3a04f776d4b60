import * as z from 'zod';
import { cite, firstDay, lastDay, listOf, someText } from './parts.ts';

/** The days that the list hangs out, among the columns of a chain. */
export const NOTICE_POINT = '公示期';

/** Of `scheme.yaml`: columns of dates from the earliest to the latest, and days that the document names before or behind them. */
export const dateChain = z
  .strictObject({
    from: z.strictObject({ name: someText, day: firstDay }).optional(),
    dates: listOf(someText),
    until: z.strictObject({ name: someText, day: lastDay }).optional(),
    cite: cite.optional(),
    /** Why this is the order, where it goes without saying. */
    reason: someText.regex(/[^。]$/, { error: '句末不写句号，请删去' }).optional(),
  })
  .refine(({ from, dates, until }) => dates.length + [from, until].filter(Boolean).length > 1, {
    error: '至少写两个日期，由早到晚',
    path: ['dates'],
  })
  .refine((chain) => (chain.cite === undefined) !== (chain.reason === undefined), {
    error: '缺少出处：须写 cite；文件没有写而不言自明的，改写 reason 说明理由，两者只写一个',
    path: ['cite'],
  });

export type DateChainShape = z.infer<typeof dateChain>;
