import type { BasicPointsCondition } from '../../../rules/condition.ts';
import { scoreSheetOf } from '../../../rules/parts.ts';
import { toPoints } from '../../../rules/points.ts';
import { question, violation } from '../flaw.ts';
import { takeScore } from '../take-asked.ts';
import type { ConditionSample } from './kind.ts';

const HEADING = '基本得分（协会）';

/** Nominated units reach the line by `score-row.ts`. */
export const basicPoints: ConditionSample<BasicPointsCondition> = {
  plant: ({ id }, awards, sample, victims) => {
    const { threshold, step } = scoreSheetOf(sample.scheme);
    const [below, open] = [takeScore(sample, victims, awards), takeScore(sample, victims, awards)];
    // The nearest whole point below the line, as 84 is below 85.
    below.set(HEADING, Math.ceil(toPoints(threshold.value, step.value)) - 1);
    open.set(HEADING, null);
    return [violation(id, 'scores', below, HEADING), question(id, 'scores', open, HEADING)];
  },
};
