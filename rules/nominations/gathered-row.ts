/** A row of a list that counts, and what becomes of it and of its cells. */
import type { Nominee } from '../master-roster.ts';
import type { FactValue } from '../roster-column.ts';
import type { TallyMember } from '../tally/unit-tally.ts';
import type { ReturnedRow, RowRemark } from './returned-nominations.ts';
import type { DistrictFile } from './settle-lists.ts';

/** A row, the unit that it is about, and the nomination of the roster that it is. */
export interface FoundRow {
  readonly file: DistrictFile;
  readonly row: ReturnedRow;
  readonly application: string;
  /** Null where the roster has no such unit. */
  readonly unit: TallyMember | null;
  /** In the roster; null where it has no such row. */
  readonly nominee: Nominee | null;
}

/**
 * `new`: the roster has no such nomination. `same`: it has it like this. `changed`: cells are filled in or changed. `removed`: staff took it out of the
 * roster after it was gathered. `held`: it is not taken, and why.
 */
export type GatheredKind = 'new' | 'same' | 'changed' | 'removed' | 'held';

/** One row of a list that counts. */
export interface GatheredRow extends FoundRow {
  readonly kind: GatheredKind;
  /** Somebody has decided about all that stands against it. */
  readonly isDecided: boolean;
  /** What people should know: why it is held, which cells nobody can read. */
  readonly remarks: readonly RowRemark[];
}

/** `kept`: the district clears what the roster holds. `conflict`: both have changed, or nobody knows who has. */
export type NominationWriteKind = 'added' | 'changed' | 'kept' | 'conflict';

/** A cell of 推荐名单 in which a list and the roster differ. */
export interface NominationWrite {
  readonly kind: NominationWriteKind;
  readonly gathered: GatheredRow;
  readonly heading: string;
  readonly before: FactValue;
  readonly after: FactValue;
}
