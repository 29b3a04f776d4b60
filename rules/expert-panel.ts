/** 专家评审: the scores of the panel, averaged exactly. A score that does not count is named with its reason and left out. */
import { wholeTimes } from './decimals.ts';
import { groupBy } from './group-by.ts';
import type { Expert, ExpertScore, Nominee } from './master-roster.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';
import { looseUnitKey, textKey } from './same-text.ts';
import type { ExpertReview } from './scheme-parts.ts';
import { unitNumberKey } from './unit-number.ts';
import { largestOf, smallestOf } from './largest.ts';

/** Why a score does not count, in the words of the report. */
export const SCORE_FAULT_WORDS = {
  'unknown-expert': '不在评审专家表中',
  namesake: '评审专家表中有重名，分不清是谁打的分',
  'employer-blank': '没有填写工作单位，不知是否应回避',
  'own-employer': '给本单位的申报打分',
  twice: '对同一申报打分不止一次',
  blank: '尚未打分',
  'out-of-range': '得分超出范围',
} as const;

export type ExpertScoreFault = keyof typeof SCORE_FAULT_WORDS;

export interface JudgedScore {
  readonly score: ExpertScore;
  readonly fault: ExpertScoreFault | null;
}

export interface PanelResult {
  /** In the order of the sheet. */
  readonly scores: readonly JudgedScore[];
  /** How many scores count. */
  readonly count: number;
  /** Exact: the sum of the scores that count, in hundredths of a point, over their number. Null without any. */
  readonly mean: ExactMean | null;
  /** Highest less lowest of the scores that count, in hundredths of a point. */
  readonly spread: number | null;
}

export interface ExactMean {
  readonly hundredths: number;
  readonly count: number;
}

const HUNDREDTHS = { numerator: 100, denominator: 1 };

/** The rows of 专家评分 for one nominee. The order of the rows makes no difference to what counts. */
export function judgePanel(index: RosterIndex, review: ExpertReview, nominee: Nominee): PanelResult {
  const rows = index.expertScores.all(nominee.application);
  const byExpert = groupBy(rows, ({ expert }) => textKey(expert));
  const scores = rows.map((score): JudgedScore => {
    const isRepeated = (byExpert.get(textKey(score.expert))?.length ?? 0) > 1;
    return { score, fault: findFault(index, review, nominee, { ...score, isRepeated }) };
  });
  const counted = scores.flatMap(({ score: { points }, fault }) =>
    fault === null && points !== null ? (toHundredths(points) ?? []) : [],
  );
  const sum = counted.reduce((total, each) => total + each, 0);
  return {
    scores,
    count: counted.length,
    mean: counted.length > 0 ? { hundredths: sum, count: counted.length } : null,
    spread: counted.length > 0 ? largestOf(counted) - smallestOf(counted) : null,
  };
}

/** Of an expert's two rows for one application neither counts: nobody but people can say which one holds. */
function findFault(
  index: RosterIndex,
  { maximum }: ExpertReview,
  nominee: Nominee,
  { expert: name, points, isRepeated }: ExpertScore & { readonly isRepeated: boolean },
): ExpertScoreFault | null {
  const [expert, namesake] = index.experts.all(name);
  if (!expert) return 'unknown-expert';
  if (namesake) return 'namesake';
  if (isEmployedBy(index, expert, nominee)) return 'own-employer';
  if (!hasEmployer(expert)) return 'employer-blank';
  if (isRepeated) return 'twice';
  if (points === null) return 'blank';
  const isInRange = points >= 0 && points <= maximum.value && toHundredths(points) !== null;
  return isInRange ? null : 'out-of-range';
}

/** Without an employer nobody can say whom an expert must not score. */
export function hasEmployer({ employer, unitNumber }: Expert): boolean {
  return employer !== '' || unitNumber !== '';
}

/**
 * By the number of the unit, or by its name, as nominated and as registered: an expert's employer need not be a member. Names that differ only
 * in what units leave off their own are one, unless the expert's row gives the number of another unit.
 */
function isEmployedBy(index: RosterIndex, expert: Expert, nominee: Nominee): boolean {
  const employer = unitNumberKey(expert.unitNumber);
  if (employer !== '' && employer === unitNumberKey(nominee.unitNumber)) return true;
  if (textKey(expert.employer) === '') return false;
  const keyOf = (name: string) =>
    expert.unitNumber === '' ? looseUnitKey(name, index.scheme.roster.regionNames) : textKey(name);
  const names = [nominee.unitName, unitOf(index, nominee)?.name ?? ''];
  return names.some((name) => name !== '' && keyOf(name) === keyOf(expert.employer));
}

/** Null for points of more than two decimals. */
function toHundredths(points: number): number | null {
  return wholeTimes(points, HUNDREDTHS);
}

/** Higher means first; exact, so that a tie is a tie. */
export function compareMeans(a: ExactMean, b: ExactMean): number {
  return b.hundredths * a.count - a.hundredths * b.count;
}

/** Points with two decimals, halves up: `86.67`. */
export function formatMean({ hundredths, count }: ExactMean): string {
  return formatHundredths(Math.floor((2 * hundredths + count) / (2 * count)));
}

/** `3.5` points are 350. */
export function formatHundredths(hundredths: number): string {
  return (hundredths / HUNDREDTHS.numerator).toFixed(2);
}
