import * as z from 'zod';
import { cite, listOf, someText } from './parts.ts';

const plainTypes = [
  'text',
  'code',
  'yes-no',
  'integer',
  'number',
  'points',
  'month',
  'date',
  'id-number',
  'phone',
] as const;

const column = {
  heading: someText,
  /** What else people write over the column. */
  aliases: listOf(someText).optional(),
  optional: z.boolean().optional(),
  about: someText.optional(),
  /** What else people write for a word: the word → other spellings. */
  spellings: z.record(someText, listOf(someText)).optional(),
  /** The words for its unit that may stand behind a number, the usual one first. */
  units: listOf(someText).optional(),
  /** What a line break in a text stands for. */
  breaks: z.enum(['nothing', 'blank']).optional(),
  /** A 是 or 否 that asks whether something bad happened. */
  adverse: z.boolean().optional(),
};

const rosterColumn = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ ...column, type: z.enum(plainTypes) }),
    z.strictObject({ ...column, type: z.literal('choice'), choices: listOf(someText) }),
  ],
  { error: `列的类型只有：${[...plainTypes, 'choice'].join('、')}` },
);

/** `roster.yaml` */
export const rosterShape = z.strictObject({
  memberUnits: z.array(rosterColumn),
  nominees: z.array(rosterColumn),
  projects: z.array(rosterColumn).optional(),
  omits: z.array(someText).default([]),
  /** What to tell of a column of 推荐名单 that every roster has, in place of the common words: heading → sentence. */
  abouts: z.record(someText, someText).default({}),
  sequence: z.strictObject({ cite }).optional(),
  /** What a district honours by itself and files: the yes-no column of both sheets that says who, and what the list is called. */
  districtHonours: z.strictObject({ heading: someText, name: someText, cite }).optional(),
  /** What the document calls its two rosters. */
  lists: z.strictObject({ collective: someText, person: someText }).default({ collective: '集体', person: '个人' }),
});

export type RosterShape = z.infer<typeof rosterShape>;
