import type { FactValue } from '../../rules/roster-column.ts';

/** A row of a sheet: heading → value. */
export type Row = Map<string, FactValue>;

/** The two rows that conditions look at. */
export interface ConditionRows {
  readonly 'member-unit': Row;
  readonly nominee: Row;
}
