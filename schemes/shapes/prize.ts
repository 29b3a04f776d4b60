import * as z from 'zod';
import { figure } from '../figures/mark.ts';
import { cite, count, listOf, someText } from './parts.ts';

const yuan = figure(count, { reads: 'number', units: ['元'] });

/** `prize.yaml`; money is written in whole yuan, so that it cannot be mistaken. */
export const prizeShape = z.strictObject({
  amounts: z.array(z.strictObject({ award: someText, yuan, cite })),
  exclusions: z.array(z.strictObject({ award: someText, besides: someText, cite })).default([]),
  levelExclusion: z
    .strictObject({
      heading: someText,
      statement: someText,
      ofNominee: z.strictObject({ awards: listOf(someText), statement: someText }).optional(),
      cite,
    })
    .optional(),
  payers: listOf(
    z.strictObject({
      name: someText,
      memberHeading: someText.optional(),
      exceptScopes: z.array(someText).optional(),
      cite,
    }),
  ),
});

export type PrizeShape = z.infer<typeof prizeShape>;
