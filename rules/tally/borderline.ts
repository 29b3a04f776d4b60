/** 临界名单: units whose outcome hangs on a few points. People decide; what they decided is carried from tally to tally. */
import { formatSteps, toSteps } from '../points.ts';
import type { ScoredScheme } from '../scheme.ts';
import { ByUnitNumber } from '../unit-number.ts';
import type { UnitTally } from './unit-tally.ts';

/** `near-line`: basic points close to the threshold; `tied`: shares its district's last place; `decided`: neither, but somebody has decided. */
export type BorderlineCause = 'near-line' | 'tied' | 'decided';

/** What somebody wrote beside a unit, letter for letter. */
export interface BorderlineDecision {
  readonly decision: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly date: string;
  /** The points that it rests on, as `describePoints` gives them. */
  readonly points: string;
}

export interface BorderlineUnit {
  readonly unit: UnitTally;
  readonly causes: readonly BorderlineCause[];
  /** As `describePoints` gives them. */
  readonly points: string;
  readonly decision: BorderlineDecision | null;
  /** What is wrong with the decision, one Chinese sentence; null when nothing is, or when there is none. */
  readonly concern: string | null;
}

/** Points on either side of the threshold, the ends included. */
export const NEAR_POINTS = 3;

/**
 * The list in the order of the units. No decision is lost: a unit with one stays, even when it is no longer close.
 * @param decisions by unit number
 */
export function findBorderline(
  scheme: ScoredScheme,
  units: readonly UnitTally[],
  decisions: ReadonlyMap<string, BorderlineDecision>,
): BorderlineUnit[] {
  const decided = new ByUnitNumber(decisions, ([number]) => number);
  return units.flatMap((unit): BorderlineUnit[] => {
    const [, decision] = decided.find(unit.unit.number) ?? [null, null];
    const found: BorderlineCause[] = [
      ...(isNearLine(scheme, unit) ? (['near-line'] as const) : []),
      ...(unit.standing === 'tied' ? (['tied'] as const) : []),
    ];
    if (found.length === 0 && !decision) return [];
    const causes: readonly BorderlineCause[] = found.length > 0 ? found : ['decided'];
    const points = describePoints(scheme, unit);
    return [{ unit, causes, points, decision, concern: decision && judgeDecision(decision, points) }];
  });
}

/** `基本 84，总分 96，区内第 3 名`; the figures that a decision rests on. */
function describePoints({ scoreSheet }: ScoredScheme, { scores, districtRank }: UnitTally): string {
  if (!scores || scores.outcome.basic === 'unknown') return '得分不全';
  const show = (steps: number) => formatSteps(steps, scoreSheet.step.value);
  const { basicPoints, totalPoints } = scores.outcome;
  const rank = districtRank === null ? '未排名' : `区内第 ${districtRank} 名`;
  return `基本 ${show(basicPoints)}，总分 ${show(totalPoints)}，${rank}`;
}

function isNearLine({ scoreSheet }: ScoredScheme, { scores }: UnitTally): boolean {
  if (!scores || scores.outcome.basic === 'unknown') return false;
  const { step, threshold } = scoreSheet;
  const near = toSteps(NEAR_POINTS, step.value) ?? 0;
  return Math.abs(scores.outcome.basicPoints - threshold.value) <= near;
}

function judgeDecision({ decision, reason, decidedBy, date, points }: BorderlineDecision, now: string): string | null {
  const blank = Object.entries({ 决定: decision, 理由: reason, 决定人: decidedBy, 日期: date })
    .filter(([, text]) => text === '')
    .map(([heading]) => heading);
  if (blank.length > 0) return `决定缺少${blank.join('、')}，请补填。`;
  return points === now ? null : `作出决定时是“${points}”，现已不同，请复核，复核后清空“决定时的得分”。`;
}
