/** What the panel has written and not yet read again, laid over what it read last. */
import { readAddress } from '../../../workbook/intake/cell-address.ts';
import type { Cell, SheetContent, SheetRow } from '../../../workbook/intake/sheet-content.ts';
import type { Written } from './plan-writes.ts';

/** A sheet as it will be once these cells are written. */
export function layOver(content: SheetContent, values: ReadonlyMap<string, Written>): SheetContent {
  if (values.size === 0) return content;
  const rows = new Map(content.rows.map((row) => [row.number, row]));
  for (const [address, value] of values) {
    const place = readAddress(address);
    if (!place) throw new RangeError(`no address: ${address}`);
    rows.set(place.row, setCell(rows.get(place.row), place.row, place.column, value));
  }
  return { ...content, rows: [...rows.values()].sort((a, b) => a.number - b.number) };
}

function setCell(row: SheetRow | undefined, number: number, column: number, value: Written): SheetRow {
  const cells = row?.cells ?? [];
  const old = cells.find((cell) => cell.column === column);
  const others = cells.filter((cell) => cell !== old);
  const base = { column, style: old?.style ?? 0, formula: false };
  const added: Cell[] =
    value === null
      ? []
      : [
          typeof value === 'number'
            ? { ...base, kind: 'number', value, isDate: false }
            : { ...base, kind: 'text', text: value },
        ];
  return { number, cells: [...others, ...added].sort((a, b) => a.column - b.column) };
}

/** What stands in a cell, as it could be written back. */
export function writtenIn(cell: Cell | undefined): Written {
  if (cell === undefined) return null;
  switch (cell.kind) {
    case 'uncomputed':
      return null;
    case 'number':
      return cell.value;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return cell.text;
  }
}
