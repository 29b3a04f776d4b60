/**
 * What a document demands of a nomination, as data: the types of all kinds. Each condition carries its citation and the sentences that users
 * read. What a kind does stands in the files of its name: `rules/conditions/` judges it, `schemes/conditions/` reads it,
 * `jobs/sample/conditions/` invents for it.
 */
import type { ScopedCitation } from './citation.ts';
import type { DateTest } from './date-test.ts';
import type { ProjectFilter, ProjectRoute } from './projects.ts';

export interface ConditionBase extends ScopedCitation {
  /** Kebab-case, unique within its award; it names the finding. */
  readonly id: string;
  /** The demand in a few Chinese words: `须为具有独立法人资格的单位`. */
  readonly demand: string;
  /** What would mend it, one Chinese sentence without the full stop. */
  readonly mend: string;
  /** The condition is asked only where this cell holds one of these words. */
  readonly when?: Guard;
  /** The condition is not asked where this cell holds one of these words: the document lets such cases off. */
  readonly unless?: Guard;
}

/** Whose row a cell stands in. */
export type RowOwner = 'member-unit' | 'nominee';

export interface Guard extends CellOfRow {
  readonly oneOf: readonly string[];
}

/** A cell of the unit's or the nominee's own row must hold what the document asks. A blank cell is not yet known. */
export interface FactCondition extends ConditionBase {
  readonly kind: 'fact';
  readonly of: RowOwner;
  readonly heading: string;
  readonly test: FactTest;
  /** Scopes to which the condition does not apply. */
  readonly exceptScopes?: readonly string[];
  /**
   * The column is one that rosters of earlier days lack. Where the sheet lacks it, this cell speaks for it as far as it passes; one that does not
   * leaves the matter open.
   */
  readonly ifAbsent?: CellOfRow;
  /** Asked once the cell is filled in: somebody registers there what comes in, and a blank one says nothing yet. */
  readonly whenFilled?: true;
}

export interface CellOfRow {
  readonly of: RowOwner;
  readonly heading: string;
}

export type FactTest =
  | { readonly is: 'yes' | 'no' }
  | { readonly oneOf: readonly string[]; readonly unknownIf?: readonly string[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly date: DateTest };

/** One of several facts is enough. */
export interface AnyOfCondition extends ConditionBase {
  readonly kind: 'any-of';
  readonly conditions: readonly FactCondition[];
}

/** The nominee's unit stands in the roster of member units, under the name that was nominated. */
export interface MemberUnitCondition extends ConditionBase {
  readonly kind: 'member-unit';
}

/** The basic points that the association gave reach the scheme's threshold. Bonus points are not counted. */
export interface BasicPointsCondition extends ConditionBase {
  readonly kind: 'basic-points';
}

/** Every veto item is confirmed as not occurred. */
export interface VetoCondition extends ConditionBase {
  readonly kind: 'veto';
}

/** The same unit is nominated, and eligible, for another award. */
export interface ParentAwardCondition extends ConditionBase {
  readonly kind: 'parent-award';
  readonly award: string;
}

/** The numbers of several columns together reach a line, such as points that come from two sides. */
export interface SumCondition extends ConditionBase {
  readonly kind: 'sum';
  readonly of: RowOwner;
  readonly headings: readonly string[];
  readonly atLeast: number;
}

/** The unit's projects (工程业绩) that count reach one of the routes. */
export interface ProjectsCondition extends ConditionBase {
  readonly kind: 'projects';
  /** A project counts when it passes all of these. */
  readonly counting: readonly ProjectFilter[];
  readonly routes: readonly ProjectRoute[];
}

/** A matter for people that somebody confirms by name and date in 人工确认. */
export interface ConfirmationCondition extends ConditionBase {
  readonly kind: 'confirmation';
}

/** The grade that is applied for is above the one in this column of the nominee's row. */
export interface OutranksCondition extends ConditionBase {
  readonly kind: 'outranks';
  readonly heading: string;
}

/** A matter for people: no program answers it. Whoever signs the approval form confirms it. */
export interface JudgementCondition extends ConditionBase {
  readonly kind: 'judgement';
}

export type Condition =
  | FactCondition
  | AnyOfCondition
  | MemberUnitCondition
  | BasicPointsCondition
  | VetoCondition
  | ParentAwardCondition
  | SumCondition
  | ProjectsCondition
  | ConfirmationCondition
  | OutranksCondition
  | JudgementCondition;

export type ConditionName = Condition['kind'];

/** The conditions of the kinds `Name`; written so that a table with an entry for each kind can be asked by `condition.kind`. */
export type ConditionOf<Name extends ConditionName = ConditionName> = {
  [Each in Name]: Extract<Condition, { kind: Each }> & { readonly kind: Each };
}[Name];
