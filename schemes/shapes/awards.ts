import { z } from 'zod';
import type { ProjectFilter } from '../../rules/projects.ts';
import { awardId, cite, count, day, kebabId, listOf, monthDay, ordinal, phrase, text } from './parts.ts';

const award = z.strictObject({
  id: awardId,
  name: text,
  shortName: text,
  recipient: z.enum(['collective', 'person']),
  rosterOrder: ordinal,
  requiredFields: z.array(text),
  honours: z.array(z.strictObject({ value: text, cite })).default([]),
  cite,
});

const of = z.enum(['member-unit', 'nominee'], { error: 'of 只有：member-unit、nominee' });

export const guard = z.strictObject({ of, heading: text, oneOf: listOf(text) });

const base = { id: kebabId, awards: listOf(text), demand: phrase, mend: phrase, when: guard.optional(), cite };

const years = ordinal.max(200, { error: '不能大于 200' });

const date = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({ kind: z.literal('between'), from: day.optional(), to: day.optional() })
      .refine(({ from, to }) => (from ?? to) !== undefined, { error: '须写 from、to 中的至少一个' })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { error: 'from 不能晚于 to' }),
    z
      .strictObject({ kind: z.literal('yearly'), from: monthDay, to: monthDay })
      .refine(({ from, to }) => from <= to, { error: 'from 不能晚于 to' }),
    z.strictObject({ kind: z.literal('years-before'), years, at: text }),
    z.strictObject({ kind: z.literal('within-years'), years, before: text }),
    z.strictObject({ kind: z.literal('not-before'), at: text }),
    z.strictObject({ kind: z.literal('within-days'), days: ordinal, after: text }),
    z.strictObject({ kind: z.literal('earlier-year'), than: text }),
  ],
  { error: '日期的 kind 只有：between、yearly、years-before、within-years、not-before、within-days、earlier-year' },
);

const fact = {
  of,
  heading: text,
  is: z.enum(['yes', 'no']).optional(),
  oneOf: listOf(text).optional(),
  unknownIf: listOf(text).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  date: date.optional(),
  exceptScopes: listOf(text).optional(),
};

export type FactShape = z.infer<z.ZodObject<typeof fact>>;
export type GuardShape = z.infer<typeof guard>;
export type DateShape = z.infer<typeof date>;

function hasOneTest({ is, oneOf, unknownIf, atLeast, atMost, date: dateTest }: FactShape): boolean {
  const tests = [is, oneOf, atLeast, atMost, dateTest].filter((test) => test !== undefined);
  return tests.length === 1 && (unknownIf === undefined || oneOf !== undefined);
}

const ONE_TEST = { error: '须写且只写 is、oneOf、atLeast、atMost、date 中的一个，unknownIf 只与 oneOf 同用' };

/** Not a union: of its members none would say what is wrong within the other. */
const projectFilter = z
  .strictObject({ heading: text, is: z.enum(['yes', 'no']).optional(), date: date.optional() })
  .transform(({ heading, is, date: dateTest }, context): ProjectFilter => {
    if (is !== undefined && dateTest === undefined) return { heading, is };
    if (is === undefined && dateTest !== undefined) return { heading, date: dateTest };
    context.addIssue({ code: 'custom', message: '须写且只写 is（yes 或 no）、date 中的一个' });
    return z.NEVER;
  });

const wan = z.number().positive({ error: '须大于 0' });

const route = z
  .strictObject({ count: count.optional(), total: wan.optional(), largest: wan.optional() })
  .refine((each) => Object.keys(each).length > 0, { error: '须写 count、total、largest 中的至少一个' });

const KINDS = ['member-unit', 'basic-points', 'veto', 'confirmation', 'judgement'] as const;

const condition = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...base, ...fact, kind: z.literal('fact') }).refine(hasOneTest, ONE_TEST),
    z.strictObject({
      ...base,
      kind: z.literal('any-of'),
      conditions: listOf(z.strictObject(fact).refine(hasOneTest, ONE_TEST)),
    }),
    z.strictObject({ ...base, kind: z.literal('sum'), of, headings: listOf(text), atLeast: z.number() }),
    z.strictObject({
      ...base,
      kind: z.literal('projects'),
      counting: z.array(projectFilter),
      routes: listOf(route),
    }),
    z.strictObject({ ...base, kind: z.literal('outranks'), heading: text }),
    z.strictObject({ ...base, kind: z.literal('parent-award'), award: text }),
    z.strictObject({ ...base, kind: z.enum(KINDS) }),
  ],
  {
    error: `条件的 kind 只有：fact、any-of、sum、projects、outranks、parent-award、${KINDS.join('、')}`,
  },
);

/** `awards.yaml`: a condition stands once and names the awards that demand it. */
export const awardsShape = z.strictObject({ awards: listOf(award), conditions: z.array(condition) });

export type AwardsShape = z.infer<typeof awardsShape>;
export type ConditionShape = z.infer<typeof condition>;
