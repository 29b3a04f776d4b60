/** 并入明细: everything that a join found, with the list, sheet and cell of each value. */
import { ListWorkbook } from '../draw/list-workbook.ts';
import { drawTable } from '../tally/draw-table.ts';
import { tableFilled, tableMapped } from './join-tables-done.ts';
import { tableConflicts, tableOpenRows, tableUnreadCells } from './join-tables-open.ts';
import { tableAbsent, tableGivenLists } from './join-tables-lists.ts';
import type { JoinReport } from './given-list.ts';

/** The bytes. The same report gives the same bytes. */
export function writeJoinReport(title: string, report: JoinReport): Promise<Uint8Array> {
  const workbook = new ListWorkbook(`${title}并入明细`);
  const tables = [
    tableGivenLists(report),
    tableConflicts(report),
    tableOpenRows(report),
    tableUnreadCells(report),
    tableMapped(report),
    tableFilled(report),
    tableAbsent(report),
  ];
  for (const table of tables) drawTable(workbook, table, '');
  return workbook.finish();
}
