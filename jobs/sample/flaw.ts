/** A flaw that the sample plants, and the sample as those who plant it see it. */
import type { Finding } from '../../rules/finding.ts';
import type { SheetKey, TableKey } from '../../rules/roster-cell.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Award, District, Scheme } from '../../rules/scheme.ts';
import type { SampleUnit, UnitMaker } from './plan.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

export type SampleTables = Record<TableKey, Row[]>;

/** The sheets around 推荐名单. */
export type LinkedTables = Pick<
  SampleTables,
  'projects' | 'materials' | 'confirmations' | 'experts' | 'expertScores' | 'objections'
>;

export interface RowMaker {
  readonly memberUnit: (unit: SampleUnit) => Row;
  readonly score: (unit: SampleUnit, isNominated: boolean) => Row;
  /** @param facts the unit's row, whose cells are set so that the award's conditions hold */
  readonly nominee: (unit: SampleUnit, award: Award, facts: Row) => Row;
}

/** A unit with its rows. */
export interface PlacedUnit {
  readonly unit: SampleUnit;
  readonly facts: Row;
  /** Null where the scheme has no score sheet. */
  readonly score: Row | null;
}

export interface PlacedNominee {
  readonly award: Award;
  readonly unit: SampleUnit;
  readonly row: Row;
}

export interface Sample {
  readonly scheme: Scheme;
  readonly random: Random;
  readonly make: RowMaker;
  readonly makeUnit: UnitMaker;
  readonly units: readonly PlacedUnit[];
  readonly nominees: readonly PlacedNominee[];
  /** Of this district the sample holds the nominated units alone; whoever plants a flaw lets it be. */
  readonly thinned: District | null;
  /** In the order of the sheets; whoever plants a flaw adds rows at the end, takes rows out or changes them. */
  readonly tables: SampleTables;
  readonly looks: SampleLooks;
  /** Adds a nomination of a unit, whose rows are changed so that it meets every condition of the award. */
  readonly nominate: (place: PlacedUnit, award: Award) => Row;
  /** Takes a nomination out. Its unit stays, with its projects. */
  readonly withdraw: (row: Row) => void;
}

/** What whoever plants a flaw hides or strikes out. */
export interface SampleLooks {
  readonly hiddenRows: Set<Row>;
  readonly struckRows: Set<Row>;
  readonly hiddenColumns: { readonly sheet: keyof SampleTables; readonly heading: string }[];
  readonly hiddenSheets: Set<keyof SampleTables>;
}

/** What the check must find: rule, severity, and the first cell that it names. */
export interface PlantedFlaw {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly sheet: SheetKey;
  /** Row of the sheet, from 1; null is the heading, for what concerns the whole column. */
  readonly row: number | null;
  readonly heading: string;
}

/** A flaw while rows may still move. */
export interface RowFlaw extends Omit<PlantedFlaw, 'row'> {
  readonly row: Row | null;
}

/** The number by which other sheets name a nominee. */
export function applicationOf({ row }: PlacedNominee): FactValue {
  return row.get('申报编号') ?? null;
}

/** @throws RangeError when a flaw's row is not in its sheet any more */
export function numberFlaw(tables: SampleTables, flaw: RowFlaw): PlantedFlaw {
  if (flaw.row === null || flaw.sheet === 'scheme') return { ...flaw, row: null };
  const index = tables[flaw.sheet].indexOf(flaw.row);
  if (index < 0) throw new RangeError(`the row of ${flaw.rule} is gone`);
  return { ...flaw, row: index + 2 };
}

export function violation(rule: string, sheet: SheetKey, row: Row | null, heading: string): RowFlaw {
  return { rule, severity: 'violation', sheet, row, heading };
}

export function note(rule: string, sheet: SheetKey, row: Row | null, heading: string): RowFlaw {
  return { rule, severity: 'note', sheet, row, heading };
}

export function question(rule: string, sheet: SheetKey, row: Row | null, heading: string): RowFlaw {
  return { rule, severity: 'question', sheet, row, heading };
}
