/** What the sample does for a kind of condition: how a nomination meets it, and how one fails it or leaves it open. */
import type { FactCondition } from '../../../rules/condition.ts';
import type { Award, Scheme } from '../../../rules/scheme.ts';
import type { LinkedTables, PlacedNominee, RowFlaw, Sample } from '../flaw.ts';
import type { Random } from '../random.ts';
import type { ConditionRows } from '../row.ts';
import type { Victims } from '../victims.ts';

export interface ConditionSample<C> {
  /** The facts that it asks for; `meet-conditions.ts` settles those of all conditions of an award together. */
  readonly facts?: (condition: C) => readonly FactCondition[];
  /** One of its facts is enough. */
  readonly isMetByOne?: true;
  /** Sets cells of the two rows so that it holds. */
  readonly meet?: (condition: C, rows: ConditionRows, context: ConditionContext) => void;
  /** False where no nominee for the award could ever meet it. */
  readonly canBeMet?: (condition: C, scheme: Scheme, award: Award) => boolean;
  /** Adds the rows of other sheets that make it hold. */
  readonly link?: (condition: C, nomination: LinkedNomination) => void;
  /** Makes nominees for `awards` fail it, or leave it open, and tells what the check must find. */
  readonly plant: (condition: C, awards: readonly Award[], sample: Sample, victims: Victims) => Iterable<RowFlaw>;
}

export interface ConditionContext {
  readonly scheme: Scheme;
  readonly award: Award;
  readonly scope: string;
  readonly random: Random;
  /** What the row is about, for choices. */
  readonly hint: string;
  /** A day in the scheme's year, for dates that nothing else settles. */
  readonly today: string;
}

export interface LinkedNomination {
  readonly nominee: PlacedNominee;
  readonly rows: ConditionRows;
  readonly tables: LinkedTables;
  readonly random: Random;
  readonly today: string;
  /** The day on which the association looks into it. */
  readonly reviewed: string;
}
