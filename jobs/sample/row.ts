import type { Guard } from '../../rules/condition.ts';
import type { FactValue } from '../../rules/roster-column.ts';

/** A row of a sheet: heading → value. */
export type Row = Map<string, FactValue>;

/** The two rows that conditions look at. */
export interface ConditionRows {
  readonly 'member-unit': Row;
  readonly nominee: Row;
}

/** True where the condition is asked of these rows. */
export function isAsked(
  { when, unless }: { readonly when?: Guard; readonly unless?: Guard },
  rows: ConditionRows,
): boolean {
  const holds = ({ of, heading, oneOf }: Guard) => oneOf.includes(wordOf(rows[of].get(heading) ?? null));
  return (!when || holds(when)) && !(unless && holds(unless));
}

/** As it stands in the cell. */
function wordOf(value: FactValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value ?? '');
}
