import * as z from 'zod';
import type { CapBase } from '../../rules/scheme-parts.ts';
import { cite, listOf, fromOne, ratio, someText } from './parts.ts';

const capBase = z
  .strictObject({ name: someText, unitsWith: someText.optional(), sumOf: someText.optional() })
  .transform(({ name, unitsWith, sumOf }, context): CapBase => {
    if (unitsWith !== undefined && sumOf === undefined) return { name, unitsWith };
    if (unitsWith === undefined && sumOf !== undefined) return { name, sumOf };
    const message = '须写且只写 unitsWith（数“是”的单位）、sumOf（各单位的数相加）中的一个';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** `limits.yaml` */
export const limitsShape = z.strictObject({
  caps: z.array(z.strictObject({ name: someText, awards: listOf(someText), base: capBase, ratio, cite })),
  perUnit: z.array(z.strictObject({ name: someText, awards: listOf(someText), most: fromOne, cite })),
});

export type LimitsShape = z.infer<typeof limitsShape>;
