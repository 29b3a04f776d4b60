import { z } from 'zod';
import { cite, kebabId, listOf, points, ratio, text } from './parts.ts';

const credit = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('full-or-none') }),
    z.strictObject({ kind: z.literal('named'), choices: listOf(z.strictObject({ points, when: text })) }),
    z.strictObject({ kind: z.literal('each'), points, of: text }),
    z.strictObject({ kind: z.literal('open') }),
  ],
  { error: '计分方式 kind 只有：full-or-none、named、each、open' },
);

/** Without `cite`, the item's own text is the quote. */
const item = z.strictObject({
  id: kebabId,
  text,
  points,
  credit: credit.default({ kind: 'full-or-none' }),
  cite: cite.optional(),
});

const category = z.strictObject({ id: kebabId, name: text, points, items: listOf(item), cite });

const columns = z.strictObject({ self: text, association: text });

const total = z.strictObject({ points, cite });

/** `score-sheet.yaml` */
export const scoreSheetShape = z.strictObject({
  title: text,
  preamble: text,
  cite,
  step: z.strictObject({
    value: ratio.refine(({ numerator }) => numerator > 0, { error: '计分单位须大于 0，如 1/1' }),
    cite,
  }),
  threshold: z.strictObject({ points, cite }),
  totals: z.strictObject({ basic: total, all: total }),
  columns: z.strictObject({ basic: columns, bonus: columns }),
  categories: listOf(category),
  bonus: category,
  vetoItems: z.array(z.strictObject({ id: kebabId, text, cite: cite.optional() })),
});

export type ScoreSheetShape = z.infer<typeof scoreSheetShape>;
export type CategoryShape = z.infer<typeof category>;
export type CreditShape = z.infer<typeof credit>;
