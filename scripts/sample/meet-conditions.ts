/** Sets the cells of a nominee and its unit so that every condition of the award holds. */
import type { Condition, FactCondition, FactTest, Guard, RowOwner } from '../../rules/condition.ts';
import { referenceOf } from '../../rules/date-test.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Award } from '../../rules/scheme.ts';
import { listFacts, passingValue } from './fact-values.ts';
import type { Random } from './random.ts';
import type { Row } from './rows.ts';
import { passingDate, referenceFor } from './sample-dates.ts';

/** The two rows that conditions look at. */
export interface ConditionRows {
  readonly 'member-unit': Row;
  readonly nominee: Row;
}

export interface ConditionContext {
  readonly scope: string;
  readonly random: Random;
  /** What the row is about, for choices. */
  readonly hint: string;
  /** A day in the scheme's year, for dates that nothing else settles. */
  readonly today: string;
}

/** True where the condition is asked of these rows. */
export function isAsked({ when }: { readonly when?: Guard }, rows: ConditionRows): boolean {
  return !when || when.oneOf.includes(wordOf(rows[when.of].get(when.heading) ?? null));
}

/** As it stands in the cell. */
function wordOf(value: FactValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value ?? '');
}

/** A cell that one condition settles may decide that another is asked. */
export function meetConditions(rows: ConditionRows, award: Award, context: ConditionContext): void {
  const settled = new Set<string>();
  let waiting: readonly Condition[] = award.conditions;
  for (;;) {
    const asked = waiting.filter((condition) => isAsked(condition, rows));
    if (asked.length === 0) return;
    waiting = waiting.filter((condition) => !asked.includes(condition));
    for (const condition of asked) if (condition.kind === 'sum') meetSum(rows[condition.of], condition, context.random);
    const facts = asked.flatMap((condition) => chooseFacts(condition, context));
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

/** One of several is enough; the others keep what they have. */
function chooseFacts(condition: Condition, { scope, random }: ConditionContext): readonly FactCondition[] {
  const facts = listFacts(condition, scope);
  return condition.kind === 'any-of' && facts.length > 0 ? [random.pick(facts)] : facts;
}

function meetSum(row: Row, { headings, atLeast }: Extract<Condition, { kind: 'sum' }>, random: Random): void {
  const share = Math.ceil(atLeast / headings.length);
  for (const heading of headings) row.set(heading, share + random.integer(0, 10));
}

/**
 * Dates that stand for themselves are settled before those that refer to others.
 * @param settled headings whose cells conditions of this award have settled; they stay
 */
function meetDates(
  rows: ConditionRows,
  facts: readonly FactCondition[],
  settled: Set<string>,
  { random, today }: ConditionContext,
): void {
  const dates = facts.flatMap(({ of, heading, test }) => ('date' in test ? [{ of, heading, test: test.date }] : []));
  const set = (of: RowOwner, heading: string, value: string) => {
    rows[of].set(heading, value);
    settled.add(heading);
  };
  for (const { of, heading, test } of dates.filter((each) => referenceOf(each.test) === null)) {
    set(of, heading, passingDate(test, today, random));
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
