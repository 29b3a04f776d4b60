import { checkName } from '../checks/names.ts';
import type { DateShape } from '../shapes/date.ts';
import type { ConditionPlace } from './format.ts';

/** The date that a test refers to stands in the nominee's row or in the unit's. */
export function checkDate(date: DateShape, { part, path, names }: ConditionPlace): void {
  const dates = [...names.nomineeColumns.values(), ...names.memberUnitColumns.values()]
    .filter(({ type }) => type === 'date')
    .map(({ heading }) => heading);
  for (const [key, heading] of Object.entries(date)) {
    if (REFERENCES.includes(key) && typeof heading === 'string') checkName(part, [...path, key], heading, dates);
  }
}

const REFERENCES: readonly string[] = ['at', 'before', 'after', 'than'];
