/** What the names of a scheme may point to; `collect-names.ts` finds them. */
import type { RowOwner } from '../../rules/condition.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { DatedSheet } from '../../rules/scheme-parts.ts';
import type { Part } from '../read-shape.ts';
import type { FieldPath } from '../yaml-file.ts';

export interface Names {
  readonly scopes: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly awards: ReadonlySet<string>;
  readonly memberUnitColumns: ReadonlyMap<string, RosterColumn>;
  readonly nomineeColumns: ReadonlyMap<string, RosterColumn>;
  readonly projectColumns: ReadonlyMap<string, RosterColumn>;
  /** Of the review, by their names. */
  readonly steps: ReadonlySet<string>;
  /** The sheets that have a column of dates with the heading. */
  readonly dateColumns: ReadonlyMap<string, readonly DatedSheet[]>;
}

export function columnsFor(of: RowOwner, names: Names): ReadonlyMap<string, RosterColumn> {
  return of === 'nominee' ? names.nomineeColumns : names.memberUnitColumns;
}

/** Types of columns that hold numbers. */
export const NUMERIC: readonly string[] = ['integer', 'number', 'points'];

/** Reports `name` unless it is among `known`. */
export function checkName(part: Part<unknown>, path: FieldPath, name: string, known: Iterable<string>): void {
  const all = [...known];
  if (!all.includes(name)) part.report(path, `“${name}”没有定义，应为以下之一：${all.join('、')}`);
}
