import * as z from 'zod';
import { figure, quotedText, quotingItems } from '../figures/mark.ts';
import { cite, kebabId, listOf, points, ratio, reading, someText } from './parts.ts';

const credit = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('full-or-none') }),
    z.strictObject({
      kind: z.literal('named'),
      choices: listOf(z.strictObject({ points, when: someText, reading: reading.optional() })),
    }),
    z.strictObject({ kind: z.literal('each'), points, of: someText }),
    z.strictObject({ kind: z.literal('open') }),
  ],
  { error: '计分方式 kind 只有：full-or-none、named、each、open' },
);

/** Without `cite`, the item's own text is the quote, and its points stand beside it. */
const item = z.strictObject({
  id: kebabId,
  text: someText,
  points: figure(points, { reads: 'number', beside: true }),
  credit: credit.default({ kind: 'full-or-none' }),
  cite: cite.optional(),
  /** Of a figure that stands neither in the text nor beside it. */
  reading: reading.optional(),
});
quotingItems.add(item, { words: 'text' });

const vetoItem = z.strictObject({ id: kebabId, text: someText, cite: cite.optional() });
quotingItems.add(vetoItem, { words: 'text' });

const category = z.strictObject({ id: kebabId, name: someText, points, items: listOf(item), cite });

const columns = z.strictObject({ self: someText, association: someText });

const total = z.strictObject({ points, cite });

/** A blank that has gone out: its fingerprint, and what it says where the present one says something else. */
const blank = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, { error: '指纹是 64 个 0-9、a-f，请照抄 check-schemes 给出的' }),
  texts: z.record(z.string().regex(/^[A-Z]+[1-9][0-9]*$/, { error: '请写单元格的位置，如 B7' }), someText).default({}),
});

/** `score-sheet.yaml` */
export const scoreSheetShape = z.strictObject({
  title: figure(someText, { reads: 'words' }),
  preamble: quotedText(someText),
  cite,
  step: z.strictObject({
    value: figure(
      ratio.refine(({ numerator }) => numerator > 0, { error: '计分单位须大于 0，如 1/1' }),
      { reads: 'ratio' },
    ),
    cite,
  }),
  threshold: z.strictObject({ points, cite }),
  totals: z.strictObject({ basic: total, all: total }),
  columns: z.strictObject({ basic: columns, bonus: columns }),
  categories: listOf(category),
  bonus: category,
  vetoItems: z.array(vetoItem),
  blanks: z.array(blank).default([]),
});

export type ScoreSheetShape = z.infer<typeof scoreSheetShape>;
export type CategoryShape = z.infer<typeof category>;
export type CreditShape = z.infer<typeof credit>;
