import * as z from 'zod';
import { MATERIAL_PROVIDERS } from '../../rules/scheme-parts.ts';
import { figure, quotingItems } from '../figures/mark.ts';
import { guard } from './guard.ts';
import { cite, listOf, fromOne, someText } from './parts.ts';

/** Without `cite`, the item's own text is the quote. */
const item = z.strictObject({
  text: someText,
  provider: z.enum(MATERIAL_PROVIDERS).default('applicant'),
  cite: cite.optional(),
});
quotingItems.add(item, { words: 'text' });

/** `materials.yaml` */
export const materialsShape = z.strictObject({
  checklists: listOf(z.strictObject({ awards: listOf(someText), when: guard.optional(), cite, items: listOf(item) })),
  layout: z.array(z.strictObject({ text: someText, cite })).default([]),
  pageHeader: z.strictObject({ value: someText, cite }).optional(),
  contents: z.strictObject({ value: figure(fromOne, { reads: 'number', ordinal: true }), cite }).optional(),
});

export type MaterialsShape = z.infer<typeof materialsShape>;
