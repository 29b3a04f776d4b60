/** Remarks with one cause are one entry: a column that is wrong as a whole; else the same rule, sheet and mend, and the same value where several cells hold it. */
import { groupBy } from './group-by.ts';
import type { CellRef } from './roster-cell.ts';
import type { MasterRoster } from './master-roster.ts';
import type { Remark } from './merge-findings.ts';
import { findWrongColumns, type WrongColumn } from './wrong-columns.ts';

export interface Cause {
  /** In their order. */
  readonly remarks: readonly [Remark, ...Remark[]];
  /** What all of them hold; null where they hold different things, or nothing that would name the cause. */
  readonly value: string | null;
  /** How all of them are made good. */
  readonly mend: string;
  /** Where a column is wrong as a whole: in how many rows something stands there. Null elsewhere. */
  readonly column: Pick<WrongColumn, 'heading' | 'filled'> | null;
  /** Where people look: the cell of each; the rows that one question about a column asks of, not the column's heading. */
  readonly cells: readonly CellRef[];
}

/** In the order of their first remarks. */
export function groupCauses(remarks: readonly Remark[], roster: MasterRoster): Cause[] {
  const order = new Map(remarks.map((remark, index) => [remark, index]));
  const columns = findWrongColumns(remarks, roster);
  const ofColumns = new Set(columns.flatMap((column) => column.remarks));
  const others = remarks.filter((remark) => !ofColumns.has(remark));
  const causes = [...columns.map(causeOfColumn), ...[...groupBy(others, mendKey).values()].flatMap(splitByValue)];
  return causes.sort((a, b) => (order.get(a.remarks[0]) ?? 0) - (order.get(b.remarks[0]) ?? 0));
}

/** A value that stands once is no cause of its own beside others of its column with the same mend: they are one entry, whatever each holds. */
function splitByValue(remarks: readonly Remark[]): Cause[] {
  const values = [...groupBy(remarks, ({ found }) => found).values()];
  const single = values.filter(({ length }) => length === 1).flat();
  const columns = groupBy(single, ({ where: [{ heading }] }) => heading);
  return [...values.filter(({ length }) => length > 1), ...columns.values()].flatMap(toCause);
}

function toCause(remarks: readonly Remark[]): Cause[] {
  const [first, ...others] = remarks;
  if (!first) return [];
  const isOne = others.every(({ found }) => found === first.found);
  const cells = remarks.flatMap(cellsToLookAt);
  return [{ remarks: [first, ...others], value: isOne ? first.found : null, mend: first.mend, column: null, cells }];
}

function causeOfColumn({ heading, filled, remarks }: WrongColumn): Cause {
  const [first, ...others] = remarks;
  const isOne = others.every(({ mend }) => mend === first.mend);
  const each = isOne ? `${first.mend}，整列照样改` : '各处可以改成什么，见每一处的说明';
  const mend = `核对这一列是不是贴错了内容；${each}`;
  return { remarks, value: null, mend, column: { heading, filled }, cells: remarks.flatMap(cellsToLookAt) };
}

function cellsToLookAt({ where: [cell, ...others] }: Remark): readonly CellRef[] {
  const rows = others.filter(
    ({ sheet, heading, row }) => row !== null && sheet === cell.sheet && heading === cell.heading,
  );
  return cell.row === null && rows.length > 0 ? rows : [cell];
}

function mendKey({ rule, kind, severity, decision, mend, where: [{ sheet }] }: Remark): string {
  return JSON.stringify([rule, kind ?? '', severity, decision?.row ?? '', sheet, mend]);
}
