/** 待结论: who is eligible and waits for a body, as rows of 决定 that it fills in. */
import type { RosterCheck } from './check-roster.ts';
import type { NomineeCheck, Standing, StepConclusion } from './nominee-check.ts';
import type { ReviewStep } from './scheme-parts.ts';

interface WaitingConclusion {
  readonly check: NomineeCheck;
  readonly step: ReviewStep;
}

/**
 * Step by step, in the roster's order: whoever is cleared, has not been refused and has no conclusion of the step. One whose row of the step is in
 * the sheet and wrong is none of these: a second row beside it would settle nothing.
 */
export function listWaiting({ index, nominees }: RosterCheck): WaitingConclusion[] {
  return (index.scheme.review?.steps ?? []).flatMap((step) =>
    nominees
      .filter(({ cleared, reviewed }) => cleared && reviewed !== 'rejected')
      .filter(({ conclusions }) => conclusions.some((each) => each.step === step && isOpen(each)))
      .map((check) => ({ check, step })),
  );
}

function isOpen(each: StepConclusion): boolean {
  return each.faults.length === 0 && each.rows.every(({ word }) => word === null);
}

/** What the review has made of a nomination so far, in the words of the report. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  chosen: '入围',
  against: '入围（与条件不符）',
  waiting: '待结论',
  rejected: '不入围',
  held: '',
};
