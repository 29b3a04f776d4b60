import * as z from 'zod';
import { CITED_RULES, WAIVABLE_RULES } from '../../rules/finding.ts';
import { figure } from '../figures/mark.ts';
import { dateChain } from './date-order.ts';
import { cite, count, days, firstDay, kebabId, lastDay, listOf, ruleCite, someText } from './parts.ts';

const stage = z.strictObject({ name: someText, from: firstDay.optional(), to: lastDay.optional(), cite });

const copies = figure(count.min(1, { error: '至少 1 份' }), { reads: 'number', units: ['份'] });

const notice = z.strictObject({
  days: z.strictObject({ value: days, cite }).optional(),
  objections: cite.optional(),
});

/** `scheme.yaml` */
export const schemeShape = z.strictObject({
  id: kebabId,
  title: someText,
  edition: someText,
  issuer: someText,
  documents: listOf(
    z.strictObject({ key: kebabId, title: someText, shortTitle: someText, source: someText.optional() }),
  ),
  scopes: z.array(z.strictObject({ id: kebabId, name: someText, cite })).default([]),
  districts: z
    .array(
      z.strictObject({
        name: someText,
        /** What else people write for it. */
        aliases: listOf(someText).optional(),
        scope: someText,
        countsMembers: z.boolean().default(true),
        /** Left out where the district's row is read from the printed table: that is its citation. */
        cite: cite.optional(),
      }),
    )
    .default([]),
  stages: listOf(stage),
  deadline: z.strictObject({ value: lastDay, cite }).optional(),
  formCopies: z.strictObject({ value: copies, cite }).optional(),
  notice: notice.default({}),
  dateOrder: z.array(dateChain).default([]),
  /** What units of this region leave off in front of their names. */
  regionNames: z.array(someText).default([]),
  errata: z.array(
    z.strictObject({
      where: someText,
      printed: figure(someText, { reads: 'words' }),
      read: someText,
      reason: someText,
      cite,
    }),
  ),
  checks: z.partialRecord(z.enum(CITED_RULES, { error: `没有这项检查，只有：${CITED_RULES.join('、')}` }), ruleCite),
  waivers: z
    .partialRecord(z.enum(WAIVABLE_RULES, { error: `不能免去这项检查，只有：${WAIVABLE_RULES.join('、')}` }), cite)
    .default({}),
});

export type SchemeShape = z.infer<typeof schemeShape>;
