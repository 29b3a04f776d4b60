/** Remarks with one cause are one entry: the same rule, sheet and mend, and the same value where several cells hold it. */
import { groupBy } from './group-by.ts';
import type { CellRef } from './roster-cell.ts';
import type { Remark } from './merge-findings.ts';

export interface Cause {
  /** In their order. */
  readonly remarks: readonly [Remark, ...Remark[]];
  /** What all of them hold; null where they hold different things, or nothing that would name the cause. */
  readonly value: string | null;
  /** The cell of each. */
  readonly cells: readonly CellRef[];
}

/** In the order of their first remarks. */
export function groupCauses(remarks: readonly Remark[]): Cause[] {
  const order = new Map(remarks.map((remark, index) => [remark, index]));
  const causes = [...groupBy(remarks, mendKey).values()].flatMap(splitByValue);
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
  const cells = remarks.map(({ where: [cell] }) => cell);
  return [{ remarks: [first, ...others], value: isOne ? first.found : null, cells }];
}

function mendKey({ rule, kind, severity, decision, mend, where: [{ sheet }] }: Remark): string {
  return JSON.stringify([rule, kind ?? '', severity, decision?.row ?? '', sheet, mend]);
}
