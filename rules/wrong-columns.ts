/** Columns that are wrong as a whole: another column's content, or one way of writing for all. What each value is says nothing then. */
import { isListedRule, type ListedRule } from './finding.ts';
import { groupBy } from './group-by.ts';
import type { MasterRoster } from './master-roster.ts';
import type { Remark } from './merge-findings.ts';
import type { CellRef } from './roster-cell.ts';
import type { Facts } from './roster-column.ts';

export interface WrongColumn {
  readonly heading: string;
  /** Rows in which something stands there. */
  readonly filled: number;
  /** In their order. */
  readonly remarks: readonly [Remark, ...Remark[]];
}

/** Rules about how a cell is filled in. What a document demands may fail in all rows of a column that is right. */
const WRITING_RULES: readonly string[] = [
  'unreadable-cell',
  'unknown-district',
  'unknown-award',
  'duplicate-unit-number',
  'duplicate-unit-code',
  'same-unit-two-names',
  'unit-name-differs',
  'unit-code-differs',
  'application-twice',
  'deeds-copied',
  'score-row-unknown',
  'project-unit-unknown',
  'sequence-unknown',
  'application-unknown',
  'material-unknown',
  'expert-unknown',
  'name-not-public',
  'magnitude-odd',
  'id-number-malformed',
  'score-out-of-range',
] satisfies ListedRule[];

/** So many different values are told one by one: each may be a slip of its own. */
const MOST_VALUES = 3;
/** Of ten rows that are filled in; in a long list some cells are right by chance. */
const FEWEST_OF_TEN = 9;

export function findWrongColumns(remarks: readonly Remark[], roster: MasterRoster): WrongColumn[] {
  const written = remarks.filter(
    (remark) => isAboutWriting(remark) && remark.where[0].row !== null && remark.decision === undefined,
  );
  return [...groupBy(written, columnKey).values()].flatMap((group): WrongColumn[] => {
    const [first, ...others] = group;
    if (!first || new Set(group.map(({ found }) => found)).size <= MOST_VALUES) return [];
    const wrong = new Set(group.map(({ where: [{ row }] }) => row));
    const filled = countFilled(roster, first.where[0], wrong);
    if (wrong.size * 10 < filled * FEWEST_OF_TEN) return [];
    return [{ heading: first.where[0].heading, filled, remarks: [first, ...others] }];
  });
}

/** A condition is, where it offers what the cell should hold instead. */
function isAboutWriting({ rule, candidates = [] }: Remark): boolean {
  return WRITING_RULES.includes(rule) || (!isListedRule(rule) && candidates.length > 0);
}

function columnKey({ rule, severity, where: [{ sheet, heading }] }: Remark): string {
  return JSON.stringify([rule, severity, sheet, heading]);
}

/** A cell that cannot be read holds something, though nothing was read. */
function countFilled(roster: MasterRoster, { sheet, heading }: CellRef, wrong: ReadonlySet<number | null>): number {
  if (sheet === 'scheme' || sheet === 'sequence') return Infinity;
  const rows: readonly { readonly row: number; readonly facts?: Facts }[] = roster[sheet];
  return rows.filter(({ row, facts }) => wrong.has(row) || !facts || (facts.get(heading) ?? null) !== null).length;
}
