import { z } from 'zod';
import { listOf, text } from './parts.ts';

const plainTypes = ['text', 'code', 'yes-no', 'integer', 'points', 'month', 'date', 'id-number', 'phone'] as const;

const column = { heading: text, optional: z.boolean().optional(), about: text.optional() };

const rosterColumn = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ ...column, type: z.enum(plainTypes) }),
    z.strictObject({ ...column, type: z.literal('choice'), choices: listOf(text) }),
  ],
  { error: `列的类型只有：${[...plainTypes, 'choice'].join('、')}` },
);

/** `roster.yaml` */
export const rosterShape = z.strictObject({ memberUnits: z.array(rosterColumn), nominees: z.array(rosterColumn) });

export type RosterShape = z.infer<typeof rosterShape>;
