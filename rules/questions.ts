/** 人工确认: what people have to judge about a nomination, and what they have said so far. */
import type { Answer } from './answer.ts';
import type { NomineeCheck } from './nominee-check.ts';
import type { Condition } from './condition.ts';
import { asksForConfirmation } from './conditions/registry.ts';
import type { Confirmation } from './master-roster.ts';
import { confirmationKey, type RosterIndex } from './roster-index.ts';

export interface Question {
  readonly condition: Condition;
  /** Unknown until somebody has answered by name and date. */
  readonly answer: Answer;
  /** The row of 人工确认; null where there is none. One that is there may still lack the answer, the name or the date. */
  readonly row: Confirmation | null;
}

/** The questions that are asked of a nominee, in the award's order. None where its unit is not known: then nothing else is known either. */
export function listQuestions(index: RosterIndex, { nominee, reasons }: NomineeCheck): Question[] {
  return reasons
    .filter(({ condition }) => asksForConfirmation(condition))
    .map(({ condition, answer }) => ({
      condition,
      answer,
      row: index.confirmations.last(confirmationKey(nominee.application, condition.demand)) ?? null,
    }));
}
