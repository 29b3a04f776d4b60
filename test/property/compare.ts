/** The property: what is said of a nomination changes with another one only by a rule that speaks of both. */
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import type { CitedRule, PartRule } from '../../rules/finding.ts';
import { unitNumberKey } from '../../rules/unit-number.ts';
import { HELD_UP, type Description, type Statement } from './describe-nomination.ts';

/** Rules that hold nominations against each other; a finding names all of them. */
const OF_BOTH: readonly string[] = [
  'over-quota',
  'cap-exceeded',
  'unit-limit',
  'nominated-twice',
  'applied-twice',
  'deeds-copied',
  'application-twice',
  'application-missing',
  'certificate-number-twice',
  'award-places-exceeded',
  'decision-subject-unknown',
  'conclusion-body-differs',
] satisfies (CitedRule | PartRule | 'application-missing')[];

/** Questions about the applications of one award together, counted or ranked; they hold nobody up. */
const OF_AWARD: readonly string[] = ['panel-missing', 'panel-incomplete', 'tie-at-line'] satisfies PartRule[];

interface Compared {
  /** What differs and nothing explains, one line each. */
  readonly unexplained: readonly string[];
  /** Nominations that were held against themselves. */
  readonly count: number;
  /** Those of which something else is said, rightly. */
  readonly explained: number;
  /** Something else is said of the changed one itself. */
  readonly isNoticed: boolean;
}

interface Pair {
  readonly before: Description;
  readonly after: Description;
}

/** @param changed row of the nomination that was changed, added or removed */
export function compareChecks(
  before: ReadonlyMap<number, Description>,
  after: ReadonlyMap<number, Description>,
  changed: number,
): Compared {
  const pairs = new Map<number, Pair>();
  for (const [row, first] of before) {
    const second = after.get(row);
    if (row !== changed && second) pairs.set(row, { before: first, after: second });
  }
  const own = [before.get(changed), after.get(changed)].flatMap((each) => each ?? []);
  const moved = new Set([changed, ...[...pairs].filter(([, pair]) => differs(pair)).map(([row]) => row)]);
  const others = [...pairs.values(), ...own.map((each) => ({ before: each, after: each }))];
  const parentMoved = (pair: Pair) => others.some((each) => moved.has(rowOf(each)) && isParent(each, pair));
  const unexplained = [...pairs.values()].flatMap((pair) =>
    explainNot(pair, changed, own, parentMoved(pair)).map((line) => `row ${rowOf(pair)}: ${line}`),
  );
  const [first, second] = [before.get(changed), after.get(changed)];
  const isNoticed = !first || !second || differs({ before: first, after: second });
  return { unexplained, count: pairs.size, explained: moved.size - 1, isNoticed };
}

const rowOf = ({ before }: Pair) => before.check.nominee.row;

function listDifferent({ before, after }: Pair): Statement[] {
  const without = (some: readonly Statement[], others: readonly Statement[]) => {
    const texts = new Set(others.map(({ text }) => text));
    return some.filter(({ text }) => !texts.has(text));
  };
  return [...without(before.statements, after.statements), ...without(after.statements, before.statements)];
}

function differs(pair: Pair): boolean {
  return pair.before.outcome !== pair.after.outcome || listDifferent(pair).length > 0;
}

/** A nomination of the same unit for an award that the other depends on. */
function isParent({ before: parent }: Pair, { before: child }: Pair): boolean {
  return (
    parentAwardsOf(child.check.award).includes(parent.check.award.id) &&
    unitNumberKey(parent.check.nominee.unitNumber) === unitNumberKey(child.check.nominee.unitNumber)
  );
}

function explainNot(pair: Pair, changed: number, own: readonly Description[], parentMoved: boolean): string[] {
  const different = listDifferent(pair);
  const said = [...pair.before.statements, ...pair.after.statements];
  const names = (rule: string) => said.some((each) => each.rule === rule && each.rows.includes(changed));
  // Under one number nobody can tell whose the rows of other sheets are.
  if (names('application-twice')) return [];
  const isOfParent = (rule: string) =>
    rule === HELD_UP ||
    pair.before.check.award.conditions.some(({ id, kind }) => id === rule && kind === 'parent-award');
  const isExplained = ({ rule }: Statement): boolean => {
    if (OF_BOTH.includes(rule)) return names(rule);
    if (OF_AWARD.includes(rule)) return own.some(({ check }) => check.award === pair.before.check.award);
    // A row that decides about what is not there any more.
    if (rule === 'decision-idle') return different.some((each) => OF_BOTH.includes(each.rule) && names(each.rule));
    // What is asked of it follows from a condition that the parent meets or not.
    return parentMoved && (isOfParent(rule) || rule === 'conclusion-unreasoned');
  };
  const unexplained = different.filter((each) => !isExplained(each)).map(({ text }) => text);
  if (pair.before.outcome === pair.after.outcome || unexplained.length > 0) return unexplained;
  const isMoved = parentMoved || different.some(({ rule }) => OF_BOTH.includes(rule));
  return isMoved ? [] : [showOutcomes(pair)];
}

/** The first line that differs is enough to go by. */
function showOutcomes({ before, after }: Pair): string {
  const [first, second] = [before.outcome.split('\n'), after.outcome.split('\n')];
  const at = first.findIndex((line, position) => line !== second[position]);
  return `nothing else differs, but ${first[at] ?? ''} → ${second[at] ?? ''}`;
}
