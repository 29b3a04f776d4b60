/** A sheet made of plain values, read as a table. */
import type { RosterColumn } from '../../rules/roster-column.ts';
import { readRange } from '../../ooxml/read/cell-address.ts';
import type { Cell, SheetContent } from '../../ooxml/read/sheet-content.ts';
import { readTable, type Table } from '../../workbook/intake/table.ts';

export interface SmallTable {
  readonly columns: readonly RosterColumn[];
  /** Null is blank. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges?: readonly string[];
}

export function readSmallTable({ columns, rows, merges = [] }: SmallTable): Table {
  return readTable(toSheet(rows, merges), columns);
}

function toSheet(rows: SmallTable['rows'], merges: readonly string[]): SheetContent {
  return {
    fileName: '表.xlsx',
    name: '表',
    date1904: false,
    styles: [],
    rows: rows
      .map((values, index) => ({ number: index + 1, cells: values.flatMap(toCell) }))
      .filter(({ cells }) => cells.length > 0),
    merges: merges.flatMap((range) => readRange(range) ?? []),
    hiddenRows: [],
    hiddenColumns: [],
    filter: null,
    isProtected: false,
  };
}

function toCell(value: string | number | null, index: number): Cell[] {
  const base = { column: index + 1, style: 0, formula: false };
  if (value === null) return [];
  return [
    typeof value === 'number'
      ? { ...base, kind: 'number', value, isDate: false }
      : { ...base, kind: 'text', text: value },
  ];
}
