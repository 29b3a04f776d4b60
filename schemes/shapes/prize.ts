import { z } from 'zod';
import { figure } from '../figures/mark.ts';
import { cite, count, listOf, text } from './parts.ts';

const yuan = figure(count, { reads: 'number', units: ['元'] });

/** `prize.yaml`; money is written in whole yuan, so that it cannot be mistaken. */
export const prizeShape = z.strictObject({
  amounts: z.array(z.strictObject({ award: text, yuan, cite })),
  exclusions: z.array(z.strictObject({ award: text, besides: text, cite })).default([]),
  levelExclusion: z
    .strictObject({
      heading: text,
      statement: text,
      ofNominee: z.strictObject({ awards: listOf(text), statement: text }).optional(),
      cite,
    })
    .optional(),
  payers: listOf(
    z.strictObject({ name: text, memberHeading: text.optional(), exceptScopes: z.array(text).optional(), cite }),
  ),
});

export type PrizeShape = z.infer<typeof prizeShape>;
