import { z } from 'zod';
import { awardId, cite, kebabId, listOf, ordinal, phrase, text } from './parts.ts';

const award = z.strictObject({
  id: awardId,
  name: text,
  shortName: text,
  recipient: z.enum(['collective', 'person']),
  rosterOrder: ordinal,
  requiredFields: z.array(text),
  cite,
});

const base = { id: kebabId, awards: listOf(text), demand: phrase, mend: phrase, cite };

const fact = {
  of: z.enum(['member-unit', 'nominee']),
  heading: text,
  is: z.enum(['yes', 'no']).optional(),
  oneOf: listOf(text).optional(),
  unknownIf: listOf(text).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  exceptScopes: listOf(text).optional(),
};

export type FactShape = z.infer<z.ZodObject<typeof fact>>;

function hasOneTest({ is, oneOf, unknownIf, atLeast, atMost }: FactShape): boolean {
  const tests = [is, oneOf, atLeast, atMost].filter((test) => test !== undefined);
  return tests.length === 1 && (unknownIf === undefined || oneOf !== undefined);
}

const ONE_TEST = { error: '须写且只写 is、oneOf、atLeast、atMost 中的一个，unknownIf 只与 oneOf 同用' };

const condition = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...base, ...fact, kind: z.literal('fact') }).refine(hasOneTest, ONE_TEST),
    z.strictObject({
      ...base,
      kind: z.literal('any-of'),
      conditions: listOf(z.strictObject(fact).refine(hasOneTest, ONE_TEST)),
    }),
    z.strictObject({ ...base, kind: z.literal('parent-award'), award: text }),
    z.strictObject({ ...base, kind: z.enum(['member-unit', 'basic-points', 'veto', 'judgement']) }),
  ],
  { error: '条件的 kind 只有：member-unit、fact、any-of、basic-points、veto、parent-award、judgement' },
);

/** `awards.yaml`: a condition stands once and names the awards that demand it. */
export const awardsShape = z.strictObject({ awards: listOf(award), conditions: z.array(condition) });

export type AwardsShape = z.infer<typeof awardsShape>;
export type ConditionShape = z.infer<typeof condition>;
