import type { JudgementCondition } from '../condition.ts';
import type { ConditionKind } from './kind.ts';

/** No program answers it. */
export const judgement: ConditionKind<JudgementCondition> = { answer: () => [], isLeftToPeople: true };
