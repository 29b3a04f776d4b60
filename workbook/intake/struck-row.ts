import { strikeOf, type Cell, type SheetContent, type SheetRow } from '../../ooxml/read/sheet-content.ts';

/** Whether all that stands in the columns of a row is struck out: the record itself is, and not what it says of one thing. */
export function isStruckRow(row: SheetRow, columns: ReadonlySet<number | undefined>, sheet: SheetContent): boolean {
  let isStruck = false;
  for (const cell of row.cells) {
    if (!columns.has(cell.column) || isBlankText(cell)) continue;
    if (strikeOf(sheet, cell) !== 'whole') return false;
    isStruck = true;
  }
  return isStruck;
}

/** Whether a text in the columns of a row is struck out in part. */
export function holdsStruckPart(row: SheetRow, columns: ReadonlySet<number | undefined>, sheet: SheetContent): boolean {
  return row.cells.some((cell) => columns.has(cell.column) && strikeOf(sheet, cell) === 'in-part');
}

function isBlankText(cell: Cell): boolean {
  return cell.kind === 'text' && cell.text.trim() === '';
}
