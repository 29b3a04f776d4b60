import { z } from 'zod';
import { figure } from '../figures/mark.ts';
import { rowOwner } from './guard.ts';
import { cite, firstDay, lastMonthDay, listOf, text } from './parts.ts';

const ground = z.strictObject({
  of: rowOwner,
  heading: text,
  /** Left out for a yes-no column, where 是 speaks against the grade. */
  oneOf: z.array(text).default([]),
  cite,
});

/** Columns about the certificate that the applicant holds already. */
const held = z.strictObject({
  issuedHeading: text,
  untilHeading: text,
  since: z.strictObject({ value: firstDay, cite }).optional(),
  cite,
});

/** `grading.yaml` */
export const gradingShape = z.strictObject({
  grades: listOf(text),
  /** Of the grades and their order. */
  cite,
  formalities: z.array(text),
  currentGrade: text,
  matter: z.strictObject({
    heading: text,
    annualReport: z.strictObject({ value: text, cite }),
    promotion: z.strictObject({ value: text, cite }),
    keeps: z.strictObject({ value: z.array(text), cite }),
  }),
  downgrades: z.array(ground),
  revocations: z.array(ground),
  certificate: z.strictObject({
    numberHeading: text,
    issuedHeading: text,
    prefix: z.strictObject({ value: figure(text, { reads: 'words' }), cite }),
    validUntil: z.strictObject({ value: lastMonthDay, cite }),
    held: held.optional(),
  }),
});

export type HeldShape = z.infer<typeof held>;
export type GradingShape = z.infer<typeof gradingShape>;
