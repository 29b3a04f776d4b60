import { z } from 'zod';
import type { CapBase } from '../../rules/scheme-parts.ts';
import { cite, listOf, ordinal, ratio, text } from './parts.ts';

const capBase = z
  .strictObject({ name: text, unitsWith: text.optional(), sumOf: text.optional() })
  .transform(({ name, unitsWith, sumOf }, context): CapBase => {
    if (unitsWith !== undefined && sumOf === undefined) return { name, unitsWith };
    if (unitsWith === undefined && sumOf !== undefined) return { name, sumOf };
    const message = '须写且只写 unitsWith（数“是”的单位）、sumOf（各单位的数相加）中的一个';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** `limits.yaml` */
export const limitsShape = z.strictObject({
  caps: z.array(z.strictObject({ name: text, awards: listOf(text), base: capBase, ratio, cite })),
  perUnit: z.array(z.strictObject({ name: text, awards: listOf(text), most: ordinal, cite })),
});

export type LimitsShape = z.infer<typeof limitsShape>;
