import type { SumCondition } from '../../../rules/condition.ts';
import { violation } from '../flaw.ts';
import { takeAsked } from '../take-asked.ts';
import { placeOf } from '../victims.ts';
import type { ConditionSample } from './kind.ts';

export const sum: ConditionSample<SumCondition> = {
  meet: ({ of, headings, atLeast }, rows, { random }) => {
    const share = Math.ceil(atLeast / headings.length);
    for (const heading of headings) rows[of].set(heading, share + random.integer(0, 10));
  },
  /** One below the line, of the first column. */
  plant: (condition, awards, sample, victims) => {
    const victim = takeAsked(sample, victims, condition, awards);
    const ofNominee = condition.of === 'nominee';
    const row = ofNominee ? victim.row : placeOf(sample, victim).facts;
    const [first = '', ...others] = condition.headings;
    for (const heading of others) row.set(heading, 0);
    row.set(first, condition.atLeast - 1);
    return [violation(condition.id, ofNominee ? 'nominees' : 'memberUnits', row, first)];
  },
};
