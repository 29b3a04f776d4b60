/** 决定: what a body or a person decided about a nomination or a unit, as a row of the roster. */

import { hideLongNumbers } from './id-number.ts';

/** The words of 决定: the first three conclude a step of the review, the others let a finding stand or not. */
export const DECISION_WORDS = {
  shortlisted: '入围',
  rejected: '不入围',
  deferred: '待议',
  agreed: '同意',
  refused: '不同意',
} as const;

export type DecisionWord = keyof typeof DECISION_WORDS;

/** Words that conclude a step of the review. */
export const CONCLUSIONS = ['shortlisted', 'rejected', 'deferred'] as const satisfies readonly DecisionWord[];

export type Conclusion = (typeof CONCLUSIONS)[number];

/** A row of 决定. */
export interface Decision {
  readonly row: number;
  /** A step of the scheme's review, or a kind of finding as the report names it. */
  readonly matter: string;
  /** 申报编号 of a nomination, or 编号 of a unit. */
  readonly subject: string;
  /** Null is blank. */
  readonly word: DecisionWord | null;
  /** Who decided; empty when nobody has signed. */
  readonly by: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly on: string;
  /** By what vote or score; may be empty. */
  readonly tally: string;
  readonly reason: string;
  /** What stood on both sides when it was decided, as 所定内容 has it; empty where nobody has written it. */
  readonly about?: string;
}

/** Words that let something stand against what is usual: an exception, or what a body did not consent to. Such a row says why. */
const EXCEPTIONS: Readonly<Record<'matter' | 'opinion', readonly DecisionWord[]>> = {
  matter: ['agreed'],
  opinion: ['refused', 'shortlisted'],
};

/**
 * @param of whether the row is about a step that seeks opinions
 * @returns the first cell of the row that has to be filled in before the decision counts; null when it is complete
 */
export function findBlank(
  { word, by, on, reason }: Pick<Decision, 'word' | 'by' | 'on' | 'reason'>,
  of: 'matter' | 'opinion' = 'matter',
): '决定' | '决定单位' | '决定日期' | '理由' | null {
  if (word === null) return '决定';
  if (by === '') return '决定单位';
  if (on === '') return '决定日期';
  return EXCEPTIONS[of].includes(word) && reason === '' ? '理由' : null;
}

export function isConclusion(word: DecisionWord | null): word is Conclusion {
  return CONCLUSIONS.some((each) => each === word);
}

/** `评审委员会于 2022-08-01 决定“入围”（得票 9 比 0），理由：……` */
export function describeDecision({ by, on, word, tally, reason }: Decision): string {
  const said = word === null ? '' : DECISION_WORDS[word];
  return hideLongNumbers(`${by}于 ${on} 决定“${said}”${tally && `（${tally}）`}${reason && `，理由：${reason}`}`);
}
