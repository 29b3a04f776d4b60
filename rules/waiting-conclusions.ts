/** 待结论: who is eligible and waits for a body, as rows of 决定 that it fills in. */
import { isConclusion } from './decision.ts';
import type { RosterCheck } from './check-roster.ts';
import type { NomineeCheck, Standing, StepConclusion } from './nominee-check.ts';
import type { ReviewStep } from './scheme-parts.ts';

interface WaitingConclusion {
  readonly check: NomineeCheck;
  readonly step: ReviewStep;
  /** Whom it waits for: who concludes the step, or whose opinion is still sought. */
  readonly body: string;
}

/**
 * Step by step, in the roster's order: whoever is cleared, has not been refused and has no conclusion of the step. One whose row of the step is in
 * the sheet and wrong is none of these: a second row beside it would settle nothing.
 */
export function listWaiting({ index, nominees }: RosterCheck): WaitingConclusion[] {
  return (index.scheme.review?.steps ?? []).flatMap((step) =>
    nominees
      .filter(({ cleared, reviewed }) => cleared && reviewed !== 'rejected')
      .flatMap((check) =>
        check.conclusions
          .filter((each) => each.step === step && isOpen(each))
          .map((each) => ({ check, step, body: nameAwaited(each) })),
      ),
  );
}

function isOpen({ faults, rows, conclusion, sought }: StepConclusion): boolean {
  if (faults.length > 0) return false;
  // What a body answered against it stays, and waits for whoever concludes.
  return sought
    ? conclusion === null && !rows.some(({ word }) => isConclusion(word))
    : rows.every(({ word }) => word === null);
}

/** Whether it waits for an opinion first: of the steps that are still open the earliest seeks one. */
export function waitsForOpinion({ conclusions }: NomineeCheck, steps: readonly ReviewStep[]): boolean {
  const first = conclusions.find(({ step, conclusion }) => steps.includes(step) && conclusion === null);
  return first !== undefined && first.sought !== null;
}

/** The body that has not answered; once it has, whoever concludes. */
function nameAwaited({ step, sought }: Pick<StepConclusion, 'step' | 'sought'>): string {
  return sought?.asked.kind === 'body' && !sought.opinion ? sought.asked.body : step.body;
}

/** What the review has made of a nomination so far, in the words of the report. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  chosen: '入围',
  against: '入围（与条件不符）',
  waiting: '待结论',
  rejected: '不入围',
  held: '',
};
