import * as z from 'zod';
import { figure } from '../figures/mark.ts';
import { rowOwner } from './guard.ts';
import { cite, firstDay, lastMonthDay, listOf, someText } from './parts.ts';

const ground = z.strictObject({
  of: rowOwner,
  heading: someText,
  /** Left out for a yes-no column, where 是 speaks against the grade. */
  oneOf: z.array(someText).default([]),
  cite,
});

/** Columns about the certificate that the applicant holds already. */
const held = z.strictObject({
  issuedHeading: someText,
  untilHeading: someText,
  since: z.strictObject({ value: firstDay, cite }).optional(),
  cite,
});

/** `grading.yaml` */
export const gradingShape = z.strictObject({
  grades: listOf(someText),
  /** Of the grades and their order. */
  cite,
  formalities: z.array(someText),
  currentGrade: someText,
  matter: z.strictObject({
    heading: someText,
    annualReport: z.strictObject({ value: someText, cite }),
    promotion: z.strictObject({ value: someText, cite }),
    keeps: z.strictObject({ value: z.array(someText), cite }),
  }),
  downgrades: z.array(ground),
  revocations: z.array(ground),
  certificate: z.strictObject({
    numberHeading: someText,
    issuedHeading: someText,
    prefix: z.strictObject({ value: figure(someText, { reads: 'words' }), cite }),
    validUntil: z.strictObject({ value: lastMonthDay, cite }),
    held: held.optional(),
  }),
});

export type HeldShape = z.infer<typeof held>;
export type GradingShape = z.infer<typeof gradingShape>;
