import type { Decision } from './decision.ts';
import { remember } from './remember.ts';
import { textKey } from './same-text.ts';
import type { ReviewStep } from './scheme-parts.ts';
import type { Scheme } from './scheme.ts';

/** Thousands of rows name the same few steps. */
const keyOf = remember(textKey, 1000);

/** The step that a row of 决定 is about; null where it is about something else. */
export function findStep({ review }: Pick<Scheme, 'review'>, { matter }: Decision): ReviewStep | null {
  const key = keyOf(matter);
  return review?.steps.find(({ name }) => keyOf(name) === key) ?? null;
}

/** Whether a row is about a step that seeks opinions. */
export function seeksOpinion(scheme: Pick<Scheme, 'review'>, row: Decision): boolean {
  return (findStep(scheme, row)?.asks ?? null) !== null;
}
