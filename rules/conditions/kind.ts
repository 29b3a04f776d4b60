/** What the program asks of a kind of condition. A question that most kinds have no answer to is left out by them. */
import type { RowOwner } from '../condition.ts';
import type { MemberUnit, Project } from '../master-roster.ts';
import type { Reason } from './reason.ts';
import type { RowSubject, Subject } from './subject.ts';

export interface ConditionKind<C> {
  /** What it says of a nominee; nothing where it is for other cases. */
  readonly answer: (condition: C, unit: MemberUnit, subject: Subject) => readonly Reason[];
  /** What it says of a nominee whose unit is not among the members. */
  readonly answerStranger?: (condition: C, subject: Subject) => readonly Reason[];
  /** Columns of the nominee's row and its unit's that it looks at. */
  readonly headings?: (condition: C) => readonly string[];
  /** The projects that it counts, or may count once their blank cells are filled in. */
  readonly projects?: (condition: C, unit: MemberUnit, subject: RowSubject) => readonly Project[];
  /** The cell where somebody registers what comes in, if it is asked no earlier; null otherwise. */
  readonly registered?: (condition: C) => RegisteredCell | null;
  /** The cell that has to be filled in before anybody can judge it; null where it may stay blank until something comes in. */
  readonly needs?: (condition: C) => NeededCell | null;
  /** Ids of the awards that the same unit has to be nominated for. */
  readonly parentAwards?: (condition: C) => readonly string[];
  /** The columns that it adds up, and the line. */
  readonly sum?: (condition: C) => SumOfColumns;
  /** It looks at the points of the score sheet. */
  readonly looksAtPoints?: true;
  /** Its answer is another for each award that asks it. */
  readonly dependsOnAward?: true;
  /** Somebody answers it by name and date in 人工确认. */
  readonly asksForConfirmation?: true;
  /** Nobody answers it in the roster: it is for whoever signs the form. */
  readonly isLeftToPeople?: true;
}

export interface RegisteredCell {
  readonly of: RowOwner;
  readonly heading: string;
}

export interface NeededCell extends RegisteredCell {
  /** Scopes of districts of which it is not asked. */
  readonly exceptScopes: readonly string[];
}

export interface SumOfColumns {
  readonly of: RowOwner;
  readonly headings: readonly string[];
  readonly atLeast: number;
}
