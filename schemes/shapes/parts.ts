/** The pieces that the shapes of all files share. Every message is Chinese: authors read it as it stands. */
import * as z from 'zod';
import { isDay } from '../../rules/calendar.ts';
import { parseRatio } from '../../rules/ratio.ts';
import { citationMarks, figure } from '../figures/mark.ts';

export const someText = z.string().regex(/\S/, { error: '不能是空白，请补写' });

/** A phrase that a sentence for users is made of. */
export const phrase = figure(someText.regex(/[^。]$/, { error: '句末不写句号，请删去' }), { reads: 'sentence' });

export const kebabId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: '标识只用小写字母、数字和连字符，如 basic-points' });

/** Ids of awards become keys of JSON output. */
export const awardId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: '奖项标识以小写字母开头，只用字母和数字，如 advancedUnit' });

/** Far above any real count, and low enough for exact products with every ratio. */
const MOST = 1_000_000;

export const count = z
  .int({ error: ({ code }) => (code === 'too_big' || code === 'too_small' ? `不能大于 ${MOST}` : undefined) })
  .min(0, { error: '不能小于 0' })
  .max(MOST, { error: `不能大于 ${MOST}` });

export const fromOne = count.min(1, { error: '从 1 起' });

/** Days of a term. */
export const days = figure(count.min(1, { error: '至少 1 天' }), {
  reads: 'number',
  units: ['日', '天', '个工作日', '个自然日'],
});

/** Points as the document prints them; they become steps when the scheme is built. */
export const points = z
  .number()
  .min(0, { error: '不能小于 0' })
  .max(MOST, { error: `不能大于 ${MOST}` });

const fraction = z.string().transform((written, context) => {
  const read = parseRatio(written);
  if (read) return read;
  context.addIssue({ code: 'custom', message: `比例“${written}”读不出，请写成两个整数的分数，如 3/100` });
  return z.NEVER;
});

export const ratio = figure(fraction, { reads: 'ratio' });

const day = z.string().refine(isDay, { error: '须是实际存在的日期，写成 2024-12-30 的样子' });

/** The first, and the last day of a period; a single day is a last one. */
export const firstDay = figure(day, { reads: 'day', edge: 'first' });
export const lastDay = figure(day, { reads: 'day', edge: 'last' });

/** A day of every year; 29 February is none. */
const monthDay = z
  .string()
  .refine((written) => isDay(`2023-${written}`), { error: "须是每年都有的月日，写成 '05-31' 的样子" });

export const firstMonthDay = figure(monthDay, { reads: 'month-day', edge: 'first' });
export const lastMonthDay = figure(monthDay, { reads: 'month-day', edge: 'last' });

/** Why a figure does not stand in the words that are cited for it, and how it follows from them. */
export const reading = someText.regex(/[\u4e00-\u9fff]{4}/, { error: '应为一句中文，说明这个数为什么不在引文里' });

/** `document` may be left out: then it is the first of the scheme's documents. */
export const cite = z.strictObject({
  document: someText.optional(),
  clause: someText,
  quote: someText,
  reading: reading.optional(),
});
citationMarks.add(cite, { citation: true });

/** The clause of some awards, of some scopes, or of both. */
const citeOfSome = z
  .strictObject({ ...cite.shape, awards: listOf(someText).optional(), scopes: listOf(someText).optional() })
  .refine(({ awards, scopes }) => (awards ?? scopes) !== undefined, { error: '须写 awards、scopes 中的至少一个' });

/** A citation that may be another for some awards or scopes: a rule that the document says in several places. */
export const ruleCite = z.strictObject({ ...cite.shape, cites: listOf(citeOfSome).optional() });
citationMarks.add(ruleCite, { citation: true });

export type CiteShape = z.infer<typeof cite>;
export type RuleCiteShape = z.infer<typeof ruleCite>;

/** A list with at least one item. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1, { error: '至少要有一项' });
}
