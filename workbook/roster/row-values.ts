import type { Facts } from '../../rules/roster-column.ts';

/** The text of a cell; empty where it is blank or no text. */
export function textIn(facts: Facts, heading: string): string {
  const value = facts.get(heading);
  return typeof value === 'string' ? value : '';
}

/** The number of a cell; null where it is blank or no number. */
export function numberIn(facts: Facts, heading: string): number | null {
  const value = facts.get(heading);
  return typeof value === 'number' ? value : null;
}
