/** Sets the cells of a nominee and its unit so that every condition of the award holds. */
import { isAskedOfRows } from '../../rules/conditions/subject.ts';
import type { Condition, FactCondition, FactTest, RowOwner } from '../../rules/condition.ts';
import { referenceOf } from '../../rules/date-test.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { ConditionContext } from './conditions/kind.ts';
import { chooseFacts, meetCondition } from './conditions/registry.ts';
import { passingValue } from './fact-values.ts';
import { firstDayOf } from './order-dates.ts';
import type { ConditionRows } from './row.ts';
import { passingDate, referenceFor } from './sample-dates.ts';

/** A cell that one condition settles may decide that another is asked. */
export function meetConditions(rows: ConditionRows, context: ConditionContext): void {
  const settled = new Set<string>();
  let waiting: readonly Condition[] = context.award.conditions;
  for (;;) {
    const asked = waiting.filter((condition) => isAskedOfRows(condition, rows));
    if (asked.length === 0) return;
    waiting = waiting.filter((condition) => !asked.includes(condition));
    for (const condition of asked) meetCondition(condition, rows, context);
    const facts = asked.flatMap((condition) => chooseFacts(condition, context.scope, context.random));
    for (const { of, heading, test } of facts) {
      if ('date' in test || isAmong(test, rows[of].get(heading))) continue;
      rows[of].set(heading, passingValue(test, context.random, context.hint));
    }
    meetDates(rows, facts, settled, context);
  }
}

/** A word that passes already stays. */
function isAmong(test: FactTest, value: FactValue | undefined): boolean {
  return 'oneOf' in test && typeof value === 'string' && test.oneOf.includes(value);
}

/**
 * Dates that stand for themselves are settled before those that refer to others.
 * @param settled headings whose cells conditions of this award have settled; they stay
 */
function meetDates(
  rows: ConditionRows,
  facts: readonly FactCondition[],
  settled: Set<string>,
  { scheme, random, today }: ConditionContext,
): void {
  const dates = facts.flatMap(({ of, heading, test }) => ('date' in test ? [{ of, heading, test: test.date }] : []));
  const set = (of: RowOwner, heading: string, value: string) => {
    rows[of].set(heading, value);
    settled.add(heading);
  };
  for (const { of, heading, test } of dates.filter((each) => referenceOf(each.test) === null)) {
    const from = firstDayOf(scheme, heading);
    const within = test.kind === 'between' && test.from === undefined && from ? { ...test, from } : test;
    set(of, heading, passingDate(within, today, random));
  }
  for (const { of, heading, test } of dates) {
    const other = referenceOf(test);
    if (other === null) continue;
    const owner: RowOwner = rows.nominee.has(other) ? 'nominee' : 'member-unit';
    if (settled.has(heading) && !settled.has(other)) {
      set(owner, other, referenceFor(test, String(rows[of].get(heading)), random));
      continue;
    }
    if (!settled.has(other)) set(owner, other, today);
    if (!settled.has(heading)) set(of, heading, passingDate(test, String(rows[owner].get(other)), random));
  }
}
