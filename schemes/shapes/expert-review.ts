import * as z from 'zod';
import { cite, fromOne } from './parts.ts';

/** `expert-review.yaml` */
export const expertReviewShape = z.strictObject({
  maximum: z.strictObject({ value: fromOne, cite }),
  ownEmployer: z.strictObject({ cite }),
});

export type ExpertReviewShape = z.infer<typeof expertReviewShape>;
