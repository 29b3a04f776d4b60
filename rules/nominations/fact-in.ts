import { wordOf, type FactValue } from '../roster-column.ts';
import type { ReturnedRow } from './returned-nominations.ts';

/** The text of a cell; empty where it is blank or the sheet has no such column. */
export function factIn({ facts }: Pick<ReturnedRow, 'facts'>, heading: string): string {
  return wordOf(facts.find(([each]) => each === heading)?.[1] ?? null).trim();
}

/** A value as it is compared and kept. */
export function showFact(value: FactValue): string {
  return wordOf(value).trim();
}
