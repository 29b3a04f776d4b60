/** A copy of a roster with what lists have filled in: patched and not redrawn, each changed cell coloured, and where it came from listed in 并入清单. */
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { reviseWorkbook, type RevisionList } from '../../ooxml/patch/revise-workbook.ts';
import type { JoinedCell, JoinedLists } from '../../rules/lists/join-lists.ts';
import type { ListSheet } from '../../rules/lists/list-sheet.ts';
import { findRevisionList } from '../roster/find-revision-list.ts';
import type { RosterPlace } from '../roster/roster-addresses.ts';
import { REVISION_COLOURS } from '../roster/write-mended.ts';
import { writeFact } from '../roster/write-master-roster.ts';
import { JOINED_HEADINGS, JOINED_SHEET, JOINED_WIDTHS, tellFilled, tellMappings } from './joined-sheet.ts';
import type { ColumnMapping } from './list-columns.ts';

interface JoinedRoster {
  /** Null where there was nothing to write: the copy is the roster itself. */
  readonly bytes: Uint8Array | null;
  readonly written: readonly JoinedCell[];
  /** Cells with a formula, which nobody writes over. */
  readonly formulas: readonly JoinedCell[];
}

interface JoinedFrom {
  readonly joined: Pick<JoinedLists, 'cells'>;
  readonly sheets: readonly ListSheet[];
  /** What the roster knows already. */
  readonly remembered: readonly ColumnMapping[];
}

/** @param place of 会员单位 */
export function writeJoined(
  workbook: WorkbookFile,
  place: RosterPlace,
  { joined, sheets, remembered }: JoinedFrom,
): JoinedRoster {
  const { sheetName, columns } = place;
  const addressOf = ({ unit, heading }: JoinedCell) => `${columns.get(heading) ?? ''}${unit.row}`;
  const wanted = joined.cells.filter(({ kind }) => kind === 'filled' || kind === 'replaced');
  let written: readonly JoinedCell[] = wanted;
  const { name, lastRow } = findRevisionList(workbook, JOINED_SHEET, JOINED_HEADINGS);
  const list: RevisionList = {
    name,
    widths: JOINED_WIDTHS,
    headings: JOINED_HEADINGS,
    lastRow,
    tell: ({ refused }) => {
      written = wanted.filter((cell) => !refused.has(`${sheetName}!${addressOf(cell)}`));
      return [
        ...tellMappings(sheets, remembered, place),
        ...written.map((cell) => tellFilled(cell, addressOf(cell), sheetName)),
      ];
    },
  };
  const changes = wanted.map((cell) => ({ address: addressOf(cell), value: writeFact(cell.claims[0].value) }));
  const plan = { sheet: sheetName, changes, unmerged: [], lists: [] };
  const bytes = reviseWorkbook(workbook, changes.length > 0 ? [plan] : [], list, REVISION_COLOURS);
  const done = new Set(written);
  return { bytes, written, formulas: wanted.filter((cell) => !done.has(cell)) };
}
