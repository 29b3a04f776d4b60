/** 控制数: enough units are counted for the nominations that there are. */
import type { CapBase } from '../../rules/scheme-parts.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { PlacedNominee, PlacedUnit } from './flaw.ts';
import { neededBase } from './plan.ts';
import type { Row } from './row.ts';

/** Raises what idle units count for until every cap allows all nominations. @throws RangeError where all of them are not enough */
export function meetCaps(scheme: Scheme, units: readonly PlacedUnit[], nominees: readonly PlacedNominee[]): void {
  const nominated = new Set(nominees.map(({ unit }) => unit));
  const idle = units.filter(({ unit }) => !nominated.has(unit));
  for (const cap of scheme.limits.caps) {
    const heading = headingOf(cap.base);
    let total = units.reduce((sum, { facts }) => sum + baseOf(facts.get(heading)), 0);
    const needed = neededBase(cap, nominees);
    for (const { facts } of idle) {
      if (total >= needed) break;
      const most = 'unitsWith' in cap.base ? 1 : needed;
      total += most - baseOf(facts.get(heading));
      setCount(facts, cap.base, most);
    }
    if (total < needed) throw new RangeError(`not enough units for the cap ${cap.name}`);
  }
}

export function headingOf(base: CapBase): string {
  return 'unitsWith' in base ? base.unitsWith : base.sumOf;
}

/** What a cell adds to the base of a cap. */
export function baseOf(value: FactValue | undefined): number {
  if (typeof value === 'number') return value;
  return value === true ? 1 : 0;
}

export function setCount(facts: Row, base: CapBase, count: number): void {
  facts.set(headingOf(base), 'unitsWith' in base ? count > 0 : count);
}
