import { z } from 'zod';
import { CITED_RULES } from '../../rules/finding.ts';
import { cite, count, kebabId, listOf, text } from './parts.ts';

/** `scheme.yaml` */
export const schemeShape = z.strictObject({
  id: kebabId,
  title: text,
  edition: text,
  issuer: text,
  documents: listOf(z.strictObject({ key: kebabId, title: text, shortTitle: text, source: text.optional() })),
  scopes: listOf(z.strictObject({ id: kebabId, name: text, cite })),
  districts: listOf(z.strictObject({ name: text, scope: text, countsMembers: z.boolean().default(true), cite })),
  stages: listOf(z.strictObject({ name: text, cite })),
  deadline: z.strictObject({
    value: z.string().refine(isDate, { error: '须是实际存在的日期，写成 2024-12-30 的样子' }),
    cite,
  }),
  formCopies: z.strictObject({ value: count.min(1, { error: '至少 1 份' }), cite }),
  errata: z.array(z.strictObject({ where: text, printed: text, read: text, reason: text, cite })),
  checks: z.partialRecord(z.enum(CITED_RULES, { error: `没有这项检查，只有：${CITED_RULES.join('、')}` }), cite),
});

export type SchemeShape = z.infer<typeof schemeShape>;

function isDate(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === written;
}
