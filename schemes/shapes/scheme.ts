import { z } from 'zod';
import { CITED_RULES, WAIVABLE_RULES } from '../../rules/finding.ts';
import { cite, count, day, kebabId, listOf, text } from './parts.ts';

const stage = z.strictObject({ name: text, from: day.optional(), to: day.optional(), cite });

const notice = z.strictObject({
  days: z.strictObject({ value: count.min(1, { error: '至少 1 天' }), cite }).optional(),
  objections: cite.optional(),
});

/** `scheme.yaml` */
export const schemeShape = z.strictObject({
  id: kebabId,
  title: text,
  edition: text,
  issuer: text,
  documents: listOf(z.strictObject({ key: kebabId, title: text, shortTitle: text, source: text.optional() })),
  scopes: z.array(z.strictObject({ id: kebabId, name: text, cite })).default([]),
  districts: z
    .array(z.strictObject({ name: text, scope: text, countsMembers: z.boolean().default(true), cite }))
    .default([]),
  stages: listOf(stage),
  deadline: z.strictObject({ value: day, cite }).optional(),
  formCopies: z.strictObject({ value: count.min(1, { error: '至少 1 份' }), cite }).optional(),
  notice: notice.default({}),
  /** What units of this region leave off in front of their names. */
  regionNames: z.array(text).default([]),
  errata: z.array(z.strictObject({ where: text, printed: text, read: text, reason: text, cite })),
  checks: z.partialRecord(z.enum(CITED_RULES, { error: `没有这项检查，只有：${CITED_RULES.join('、')}` }), cite),
  waivers: z
    .partialRecord(z.enum(WAIVABLE_RULES, { error: `不能免去这项检查，只有：${WAIVABLE_RULES.join('、')}` }), cite)
    .default({}),
});

export type SchemeShape = z.infer<typeof schemeShape>;
