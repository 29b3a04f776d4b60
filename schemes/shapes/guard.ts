import * as z from 'zod';
import { listOf, someText } from './parts.ts';

export const rowOwner = z.enum(['member-unit', 'nominee'], { error: 'of 只有：member-unit、nominee' });

const cell = { of: rowOwner, heading: someText };

export const cellOfRow = z.strictObject(cell);

export const guard = z.strictObject({ ...cell, oneOf: listOf(someText) });

export type GuardShape = z.infer<typeof guard>;
