/** What a condition is judged on: one nominee, its unit, and the roster around them. */
import type { Answer } from '../answer.ts';
import type { Condition, FactCondition, Guard, RowOwner } from '../condition.ts';
import type { MemberUnit, Nominee } from '../master-roster.ts';
import type { CellRef } from '../roster-cell.ts';
import { wordOf, type Facts, type FactValue } from '../roster-column.ts';
import type { RosterIndex } from '../roster-index.ts';
import type { Award } from '../scheme.ts';
import { ANSWER_WORDS } from '../state-words.ts';

/** A nominee and the roster around it. */
export interface RowSubject {
  readonly index: RosterIndex;
  readonly nominee: Nominee;
}

export interface Subject extends RowSubject {
  readonly award: Award;
  /** The answer for another nomination of the same unit. */
  readonly judgeParent: (nominee: Nominee, award: Award) => Answer;
}

/** A condition of some scopes only is not asked of a unit whose district, and so whose scope, is unknown. */
export function appliesTo({ exceptScopes }: FactCondition, unit: MemberUnit, { index }: Subject): boolean {
  if (!exceptScopes) return true;
  const scope = index.districtByName.get(unit.district)?.scope;
  return scope !== undefined && !exceptScopes.includes(scope);
}

/** False where the condition is for other cases than this one. */
export function isAsked(condition: Condition, unit: MemberUnit, { nominee }: RowSubject): boolean {
  return isAskedOfRows(condition, { 'member-unit': unit.facts, nominee: nominee.facts });
}

/** The same of rows that are in no roster yet. */
export function isAskedOfRows(
  { when, unless }: { readonly when?: Guard; readonly unless?: Guard },
  rows: Readonly<Record<RowOwner, Facts>>,
): boolean {
  const holds = ({ of, heading, oneOf }: Guard) => oneOf.includes(wordOf(rows[of].get(heading) ?? null));
  return (!when || holds(when)) && !(unless && holds(unless));
}

export function valueOf(of: RowOwner, heading: string, unit: MemberUnit, nominee: Nominee): FactValue {
  return (of === 'member-unit' ? unit : nominee).facts.get(heading) ?? null;
}

/** The nominee's cell of that heading, else the unit's. */
export function lookUp(heading: string, unit: MemberUnit, nominee: Nominee): FactValue {
  const own = nominee.facts.get(heading);
  return own === undefined ? (unit.facts.get(heading) ?? null) : own;
}

/** Whether the sheet has no such column at all, so that a blank says nothing. */
export function isAbsent(of: RowOwner, heading: string, { index }: RowSubject): boolean {
  const sheet = sheetOf(of);
  return index.roster.absentColumns.some((column) => column.sheet === sheet && column.heading === heading);
}

export function sheetOf(of: RowOwner): 'memberUnits' | 'nominees' {
  return of === 'member-unit' ? 'memberUnits' : 'nominees';
}

export function cellOfOwner(of: RowOwner, heading: string, unit: MemberUnit, nominee: Nominee): CellRef {
  return { sheet: sheetOf(of), row: (of === 'member-unit' ? unit : nominee).row, heading };
}

/** `先进单位须具有独立法人资格，而“独立法人”为“否”` */
export function describeAnswer(answer: Answer, demand: string, found: string): string {
  if (answer === 'yes') return `${demand}：${found}`;
  return answer === 'no' ? `${demand}，而${found}` : `${demand}，而${found}，${ANSWER_WORDS.unknown}`;
}

export function quoteFact(value: FactValue): string {
  const word = wordOf(value);
  return word === '' ? '空白' : `“${word}”`;
}

export function toAnswer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}
