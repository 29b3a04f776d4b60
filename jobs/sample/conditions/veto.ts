import type { VetoCondition } from '../../../rules/condition.ts';
import { vetoHeading, VETO_WORDS } from '../../../rules/master-roster.ts';
import { scoreSheetOf } from '../../../rules/parts.ts';
import { question, violation } from '../flaw.ts';
import { takeScore } from '../take-asked.ts';
import type { ConditionSample } from './kind.ts';

/** Nominated units have a clear record by `score-row.ts`. */
export const veto: ConditionSample<VetoCondition> = {
  plant: ({ id }, awards, sample, victims) => {
    const { vetoItems } = scoreSheetOf(sample.scheme);
    const fill = (word: string) => {
      const row = takeScore(sample, victims, awards);
      const heading = vetoHeading(sample.random.integer(0, vetoItems.length - 1));
      row.set(heading, word);
      return { row, heading };
    };
    const occurred = fill(VETO_WORDS.occurred);
    const open = fill(VETO_WORDS.open);
    return [violation(id, 'scores', occurred.row, occurred.heading), question(id, 'scores', open.row, open.heading)];
  },
};
