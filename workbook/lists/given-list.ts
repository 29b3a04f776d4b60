/** The lists of a join as they came in, and what came of them. */
import type { JoinedCell, JoinedLists } from '../../rules/lists/join-lists.ts';
import type { ListFile, ListSheet } from '../../rules/lists/list-sheet.ts';
import type { SkippedSheet } from './read-list.ts';

/** A list as it came in. */
export interface GivenList {
  readonly file: ListFile;
  readonly sheets: readonly ListSheet[];
  readonly skipped: readonly SkippedSheet[];
  /** Why nothing of it could be read, one Chinese sentence; null where something was. */
  readonly fault: string | null;
}

export interface JoinReport {
  readonly lists: readonly GivenList[];
  readonly joined: JoinedLists;
  /** What was written, or would be. */
  readonly written: readonly JoinedCell[];
  readonly formulas: readonly JoinedCell[];
  /** Whether the roster's sheet has the column. */
  readonly hasColumn: (heading: string) => boolean;
}
