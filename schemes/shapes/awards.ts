import { z } from 'zod';
import { conditionShape } from '../conditions/registry.ts';
import { figure, ownNumber } from '../figures/mark.ts';
import { awardId, cite, listOf, ordinal, text } from './parts.ts';

const award = z.strictObject({
  id: awardId,
  /** A number in it stands in the citation. */
  name: figure(text, { reads: 'sentence' }),
  shortName: text,
  recipient: z.enum(['collective', 'person']),
  /** The author's order of the rosters. */
  rosterOrder: ownNumber(ordinal),
  requiredFields: z.array(text),
  honours: z.array(z.strictObject({ value: text, cite })).default([]),
  cite,
});

/** `awards.yaml`: a condition stands once and names the awards that demand it. */
export const awardsShape = z.strictObject({ awards: listOf(award), conditions: z.array(conditionShape) });

export type AwardsShape = z.infer<typeof awardsShape>;
