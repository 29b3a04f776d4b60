import { z } from 'zod';
import { listOf, text } from './parts.ts';

export const rowOwner = z.enum(['member-unit', 'nominee'], { error: 'of 只有：member-unit、nominee' });

export const guard = z.strictObject({ of: rowOwner, heading: text, oneOf: listOf(text) });

export type GuardShape = z.infer<typeof guard>;
