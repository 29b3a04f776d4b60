/** 参评资格 as one column of a score sheet shows it: sums, answer, and every reason with its clause. */
import { all, type Answer } from './answer.ts';
import type { Citation } from './citation.ts';
import type { VetoState } from './master-roster.ts';
import { formatSteps } from './points.ts';
import type { ScoreItem, ScoreSheet } from './scheme-score-sheet.ts';
import { judgeScore, sumScores, type ItemScores, type ScoreSums } from './score-sheet.ts';
import { describeVetoStates, judgeVetoes } from './veto.ts';

/** The words on the sheet. A score that cannot be right leaves the verdict as open as one that is missing. */
export const QUALIFICATION_WORDS: Readonly<Record<Answer, string>> = {
  yes: '具备参评资格',
  no: '不具备参评资格',
  unknown: '尚未填完',
};

export interface VerdictReason {
  readonly answer: Answer;
  /** In Chinese, without a full stop: `基本得分 84 分，低于 85 分`. */
  readonly message: string;
  readonly cite: Citation;
  /** The items of the sheet that a person should look at. */
  readonly itemIds: readonly string[];
}

export interface ScoreVerdict {
  readonly answer: Answer;
  readonly sums: ScoreSums;
  /** What the basic points say. */
  readonly basic: VerdictReason;
  /** One reason for each veto item that is not clear, or a single one when all are. */
  readonly vetoes: readonly VerdictReason[];
  /** One line with all of it, as the sheet prints it: `基本得分 84 分，低于 85 分；否决项 3 发生`. */
  readonly summary: string;
}

/**
 * Judges one column of a sheet. A missing or impossible basic score leaves the basic points unknown; bonus points are not counted.
 * @param scores in steps; null is blank
 * @param vetoes in the order of the sheet's veto items; a missing one is open
 * @param unreadable ids of items whose cell holds something that is no score: not blank, but wrong
 */
export function judgeScoreSheet(
  sheet: ScoreSheet,
  scores: ItemScores,
  vetoes: readonly VetoState[],
  unreadable: ReadonlySet<string> = new Set(),
): ScoreVerdict {
  const sums = sumScores(sheet, scores);
  const states = sheet.vetoItems.map((_, position) => vetoes[position] ?? 'open');
  const basic = judgeBasicItems(sheet, sums, scores, unreadable);
  const vetoReasons = judgeVetoes(sheet.vetoItems, states).map(({ answer, message, item }): VerdictReason => ({
    answer,
    message,
    cite: item.cite,
    itemIds: [item.id],
  }));
  return {
    answer: all([basic, ...vetoReasons].map(({ answer }) => answer)),
    sums,
    basic,
    vetoes: vetoReasons,
    summary: [basic.message, ...(states.length > 0 ? [describeVetoStates(states)] : [])].join('；'),
  };
}

/** Whether basic points, in steps, reach the threshold, and the sentence that says so. */
export function judgeBasicPoints(sheet: ScoreSheet, steps: number): { answer: 'yes' | 'no'; message: string } {
  const points = formatSteps(steps, sheet.step.value);
  const line = formatSteps(sheet.threshold.value, sheet.step.value);
  return steps >= sheet.threshold.value
    ? { answer: 'yes', message: `基本得分 ${points} 分，达到 ${line} 分` }
    : { answer: 'no', message: `基本得分 ${points} 分，低于 ${line} 分` };
}

function judgeBasicItems(
  sheet: ScoreSheet,
  sums: ScoreSums,
  scores: ItemScores,
  unreadable: ReadonlySet<string>,
): VerdictReason {
  const { cite } = sheet.threshold;
  const blank: ScoreItem[] = [];
  const faulty: ScoreItem[] = [];
  for (const { category, blank: unscored } of sums.categories) {
    for (const item of unscored) if (!unreadable.has(item.id)) blank.push(item);
    for (const item of category.items) {
      if (unreadable.has(item.id) || isImpossible(sheet, item, scores.get(item.id) ?? null)) faulty.push(item);
    }
  }
  if (blank.length + faulty.length === 0) {
    return { ...judgeBasicPoints(sheet, sums.basicPoints), cite, itemIds: [] };
  }
  const counts = [
    ...(blank.length > 0 ? [`${blank.length} 项未填`] : []),
    ...(faulty.length > 0 ? [`${faulty.length} 项有误`] : []),
  ];
  const itemIds = [...blank, ...faulty].map(({ id }) => id);
  return { answer: 'unknown', message: `基本得分项 ${counts.join('，')}`, cite, itemIds };
}

/** A credit that the text does not name is possible on paper; less than nothing and more than all is not. */
function isImpossible(sheet: ScoreSheet, item: ScoreItem, score: number | null): boolean {
  const fault = score === null ? null : judgeScore(sheet, item, score);
  return fault !== null && fault.kind !== 'unnamed-credit';
}
