import type { JudgementCondition } from '../../../rules/condition.ts';
import type { ConditionSample } from './kind.ts';

/** No roster can break what no program answers. */
export const judgement: ConditionSample<JudgementCondition> = { plant: () => [] };
