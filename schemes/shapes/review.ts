import * as z from 'zod';
import { GATED_OUTPUTS } from '../../rules/scheme-parts.ts';
import { cite, kebabId, listOf, fromOne, someText } from './parts.ts';

const step = z.strictObject({
  id: kebabId,
  name: someText,
  body: someText,
  /** What waits for this step and for every earlier one. */
  gates: z.array(z.enum(GATED_OUTPUTS, { error: `gates 只有：${GATED_OUTPUTS.join('、')}` })).default([]),
  /** 征求意见: whom it asks, by a column of 会员单位. */
  asks: z
    .strictObject({
      column: someText,
      /** What the bodies are called where the column holds districts: 属地公安机关. */
      as: someText.optional(),
    })
    .optional(),
  cite,
});

/** `review.yaml`: who concludes, and the numbers that awards bear in themselves. */
export const reviewShape = z.strictObject({
  steps: listOf(step),
  places: z.array(z.strictObject({ award: someText, most: fromOne, cite })).default([]),
});

export type ReviewShape = z.infer<typeof reviewShape>;
export type AsksShape = NonNullable<ReviewShape['steps'][number]['asks']>;
