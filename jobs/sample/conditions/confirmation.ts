import type { ConfirmationCondition } from '../../../rules/condition.ts';
import { applicationOf, violation } from '../flaw.ts';
import { takeAsked } from '../take-asked.ts';
import type { ConditionSample } from './kind.ts';

export const confirmation: ConditionSample<ConfirmationCondition> = {
  link: ({ demand }, { nominee, tables, reviewed }) => {
    tables.confirmations.push(
      new Map([
        ['申报编号', applicationOf(nominee)],
        ['条件', demand],
        ['结论', true],
        ['确认人', '样例核'],
        ['确认日期', reviewed],
      ]),
    );
  },
  /** Somebody says no. */
  plant: (condition, awards, sample, victims) => {
    const application = applicationOf(takeAsked(sample, victims, condition, awards));
    const row = sample.tables.confirmations.find(
      (each) => each.get('申报编号') === application && each.get('条件') === condition.demand,
    );
    if (!row) throw new RangeError(`nobody confirmed ${condition.id}`);
    row.set('结论', false);
    return [violation(condition.id, 'confirmations', row, '结论')];
  },
};
