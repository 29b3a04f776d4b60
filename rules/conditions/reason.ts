import type { Answer } from '../answer.ts';
import type { Condition } from '../condition.ts';
import type { CellRef } from '../roster-cell.ts';

/** What one condition says of one nominee. */
export interface Reason {
  readonly condition: Condition;
  readonly answer: Answer;
  readonly where: CellRef;
  /** In Chinese, without the place and without a full stop: `基本得分 84 分，低于 85 分`. */
  readonly message: string;
  readonly found: string;
  /** What the cell of `where` could hold instead. */
  readonly candidates?: readonly string[];
  /** How much is missing, where it can be counted: `还差 3`. */
  readonly gap?: string;
  /** The column that the roster lacks, where another cell was asked instead. */
  readonly insteadOf?: CellRef;
}
