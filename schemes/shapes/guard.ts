import { z } from 'zod';
import { listOf, text } from './parts.ts';

export const rowOwner = z.enum(['member-unit', 'nominee'], { error: 'of 只有：member-unit、nominee' });

const cell = { of: rowOwner, heading: text };

export const cellOfRow = z.strictObject(cell);

export const guard = z.strictObject({ ...cell, oneOf: listOf(text) });

export type GuardShape = z.infer<typeof guard>;
