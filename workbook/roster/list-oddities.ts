/** What is odd about rows and tabs, of all sheets that were read. */
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { CellRef, TableKey } from '../../rules/roster-cell.ts';
import type { MergedCells, RosterOddities, UnclearRow } from '../../rules/roster-oddities.ts';
import type { Table } from '../intake/table.ts';
import { findCopies } from './find-tabs.ts';
import type { RosterWorkbook } from './roster-workbook.ts';

interface Reading {
  readonly table: Table;
  readonly columns: readonly RosterColumn[];
}

export function listOddities(workbook: RosterWorkbook, readings: ReadonlyMap<TableKey, Reading>): RosterOddities {
  const each = <T>(list: (sheet: TableKey, reading: Reading) => readonly T[]) =>
    [...readings].flatMap(([sheet, reading]) => list(sheet, reading));
  return {
    aside: each((sheet, { table }) => table.aside.map((row) => ({ sheet, ...row }))),
    unclear: each((sheet, reading) => reading.table.unclear.map((row) => describeUnclear(sheet, reading, row))),
    merged: each((sheet, reading) => listMerged(sheet, reading)),
    headings: each((sheet, { table }) =>
      table.aliases.map(({ heading, alias }) => ({ cell: { sheet, row: null, heading }, written: alias })),
    ),
    copies: findCopies(workbook, readings),
  };
}

function describeUnclear(
  sheet: TableKey,
  { table, columns }: Reading,
  { row, isCounted, text, only }: Table['unclear'][number],
): UnclearRow {
  const names = columns.filter(({ naming, heading }) => naming !== undefined && table.columns.has(heading));
  const [first = columns[0]] = names;
  const cell: CellRef = { sheet, row, heading: first?.heading ?? '' };
  const blank = names.map(({ heading }) => heading).join('、');
  const lack = only === null ? `没有填写${blank}` : `只填了${only}${text}`;
  const reason = isCounted ? `有${text}` : lack;
  return { cell, isCounted, reason };
}

function listMerged(sheet: TableKey, { table, columns }: Reading): MergedCells[] {
  const facts = new Map(table.rows.map(({ row, facts: found }) => [row, found]));
  return table.merges.map(({ heading, range, rows: [first, ...others], value }) => {
    const cellOf = (row: number): CellRef => ({ sheet, row, heading });
    const type = columns.find((column) => column.heading === heading)?.type;
    return {
      cells: [cellOf(first), ...others.map(cellOf)],
      range,
      value: type === 'phone' || type === 'id-number' ? null : value,
      fact: facts.get(first)?.get(heading) ?? null,
    };
  });
}
