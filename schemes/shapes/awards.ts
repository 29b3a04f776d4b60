import * as z from 'zod';
import { conditionShape } from '../conditions/registry.ts';
import { figure, ownNumber } from '../figures/mark.ts';
import { awardId, cite, listOf, fromOne, someText } from './parts.ts';

const award = z.strictObject({
  id: awardId,
  /** A number in it stands in the citation. */
  name: figure(someText, { reads: 'sentence' }),
  shortName: someText,
  recipient: z.enum(['collective', 'person']),
  /** The author's order of the rosters. */
  rosterOrder: ownNumber(fromOne),
  requiredFields: z.array(someText),
  honours: z.array(z.strictObject({ value: someText, cite })).default([]),
  cite,
});

/** `awards.yaml`: a condition stands once and names the awards that demand it. */
export const awardsShape = z.strictObject({ awards: listOf(award), conditions: z.array(conditionShape) });

export type AwardsShape = z.infer<typeof awardsShape>;
