/** What people do not see of a sheet, or have struck out: rows, columns, the sheet itself. It is read all the same; whether it still holds is asked. */
import type { CellRef } from '../../rules/roster-cell.ts';
import type { UnseenPart } from '../../rules/roster-oddities.ts';
import { readAddress } from '../../ooxml/read/cell-address.ts';
import type { SheetEntry } from '../../ooxml/read/open-workbook.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { holdsStruckPart, isStruckRow } from '../intake/struck-row.ts';
import type { Table } from '../intake/table.ts';

/** Of a hidden sheet nothing else is said. Only what the table read counts: blank rows and columns of others are nobody's matter. */
export function findUnseen(
  key: CellRef['sheet'],
  sheet: SheetContent,
  table: Table,
  state: SheetEntry['state'],
): UnseenPart[] {
  const [heading] = table.columns.keys();
  if (heading === undefined || table.rows.length === 0) return [];
  const part = (kind: UnseenPart['kind'], rows: readonly number[], row: number | null = null): UnseenPart => ({
    kind,
    cell: { sheet: key, row, heading },
    rows,
  });
  if (state === 'veryHidden') return [part('sheet-very-hidden', [])];
  if (state === 'hidden') return [part('sheet-hidden', [])];
  const read = new Set(table.rows.map(({ row }) => row));
  const hidden = sheet.hiddenRows.filter((row) => read.has(row));
  const filtered = hidden.filter((row) => isFiltered(sheet, row));
  return [
    ...hidden.filter((row) => !isFiltered(sheet, row)).map((row) => part('row-hidden', [row], row)),
    ...(filtered.length > 0 ? [part('rows-filtered', filtered)] : []),
    ...findStruckRows(sheet, table).map((row) => part('row-struck', [row], row)),
    ...findHiddenColumns(sheet, table).map((each): UnseenPart => ({
      kind: 'column-hidden',
      cell: { sheet: key, row: null, heading: each },
      rows: [],
    })),
  ];
}

function isFiltered({ filter }: SheetContent, row: number): boolean {
  return filter !== null && row > filter.first.row && row <= filter.last.row;
}

/** A row that is struck out as a whole, or has a text of which a part is; what else is struck out is no value. */
function findStruckRows(sheet: SheetContent, { rows, columns }: Table): number[] {
  const wanted = new Set([...columns.values()].map((letters) => readAddress(`${letters}1`)?.column));
  const read = new Set(rows.map(({ row }) => row));
  return sheet.rows
    .filter((row) => read.has(row.number) && (isStruckRow(row, wanted, sheet) || holdsStruckPart(row, wanted, sheet)))
    .map(({ number }) => number);
}

/** Headings of hidden columns that hold something below. */
function findHiddenColumns({ hiddenColumns }: SheetContent, { columns, rows, problems }: Table): string[] {
  if (hiddenColumns.length === 0) return [];
  const isHidden = (letters: string) => {
    const column = readAddress(`${letters}1`)?.column ?? 0;
    return hiddenColumns.some(({ first, last }) => column >= first && column <= last);
  };
  const unread = new Set(problems.map(({ heading }) => heading));
  return [...columns].flatMap(([heading, letters]) => {
    const holds = unread.has(heading) || rows.some(({ facts }) => (facts.get(heading) ?? null) !== null);
    return isHidden(letters) && holds ? [heading] : [];
  });
}
