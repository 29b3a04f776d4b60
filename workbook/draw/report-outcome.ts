import type { NomineeCheck } from '../../rules/nominee-check.ts';

/** What a check says of a nominee, in the order of the report's columns. */
export const OUTCOMES = [
  { id: 'cleared', word: '通过', tone: 'fine' },
  { id: 'refused', word: '不通过', tone: 'violation' },
  { id: 'open', word: '待确认', tone: 'question' },
] as const;

export type ReportOutcome = (typeof OUTCOMES)[number];

/** A nominee that is not cleared is refused where something is wrong, and open where something is merely not known yet. */
export function outcomeOf({
  cleared,
  answer,
  findings,
}: Pick<NomineeCheck, 'cleared' | 'answer' | 'findings'>): ReportOutcome['id'] {
  if (cleared) return 'cleared';
  const isWrong = answer === 'no' || findings.some(({ severity, decision }) => severity === 'violation' && !decision);
  return isWrong ? 'refused' : 'open';
}
