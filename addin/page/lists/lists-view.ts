/** What lists of others would bring to the open roster, for people to look at before they take it. */
import type { InputFile, JobContext } from '../../../jobs/job.ts';
import { runJoin, type JoinChoices } from '../../../jobs/join.ts';
import type { JoinedKind } from '../../../rules/lists/join-lists.ts';
import type { MappingOrigin } from '../../../rules/lists/list-sheet.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import { isIdentityColumn } from '../../../workbook/lists/list-columns.ts';

export interface ListSheetView {
  readonly name: string;
  readonly rows: number;
  readonly matched: number;
  readonly columns: readonly {
    readonly written: string;
    readonly heading: string;
    readonly origin: MappingOrigin;
    /** Units are known by it; it is not filled in. */
    readonly isIdentity: boolean;
    /** The roster's sheet has it. */
    readonly isThere: boolean;
  }[];
  readonly unmapped: readonly string[];
}

interface ListView {
  readonly name: string;
  /** Why nothing of it could be read; null where something was. */
  readonly fault: string | null;
  readonly sheets: readonly ListSheetView[];
  /** `工作表“目录”没有读：…`. */
  readonly skipped: readonly string[];
}

export interface ListsView {
  readonly lists: readonly ListView[];
  /** How many cells of each kind. */
  readonly cells: Readonly<Record<JoinedKind, number>>;
  readonly same: number;
  readonly open: number;
  readonly unread: number;
  /** Columns of 会员单位 that a list's may be; those in which a person answers 是 or 否. */
  readonly headings: readonly string[];
  readonly answers: readonly string[];
  /** Columns in which the roster holds other values than the lists, with how many. */
  readonly differing: readonly { readonly heading: string; readonly count: number }[];
}

/** @throws UnusableInput where a choice cannot be used */
export async function viewLists(
  roster: InputFile,
  lists: readonly InputFile[],
  choices: JoinChoices,
  context: JobContext,
): Promise<ListsView> {
  const { report, scheme } = await runJoin({ roster, lists, ...choices }, context);
  const { joined, hasColumn } = report;
  const columns = columnsOf('memberUnits', scheme);
  const count = (kind: JoinedKind) => joined.cells.filter((cell) => cell.kind === kind).length;
  const differing = new Map<string, number>();
  for (const { kind, heading } of joined.cells) {
    if (kind === 'kept' || kind === 'replaced') differing.set(heading, (differing.get(heading) ?? 0) + 1);
  }
  return {
    lists: report.lists.map(({ file, fault, sheets, skipped }) => ({
      name: file.name,
      fault,
      skipped: skipped.map(({ name, why }) => `工作表“${name}”没有读：${why}。`),
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        rows: sheet.rows.length,
        matched: joined.matched.get(sheet) ?? 0,
        columns: sheet.columns.map(({ written, heading, origin }) => ({
          written,
          heading,
          origin,
          isIdentity: isIdentityColumn(heading),
          isThere: hasColumn(heading),
        })),
        unmapped: sheet.unmapped,
      })),
    })),
    cells: {
      filled: count('filled'),
      replaced: count('replaced'),
      kept: count('kept'),
      torn: count('torn'),
      closed: count('closed'),
    },
    headings: columns.map(({ heading }) => heading),
    answers: columns.flatMap(({ heading, type }) => (type === 'yes-no' && hasColumn(heading) ? [heading] : [])),
    same: joined.same,
    open: joined.open.length,
    unread: report.lists.flatMap(({ sheets }) => sheets).reduce((sum, { unread }) => sum + unread.length, 0),
    differing: Array.from(differing, ([heading, times]) => ({ heading, count: times })),
  };
}

/** `总名册.xlsx` → `总名册（并入）.xlsx`, and once only. */
export function nameJoined(name: string): string {
  return `${name.replace(/\.[a-z]+$/i, '').replace(/（并入）$/, '')}（并入）.xlsx`;
}
