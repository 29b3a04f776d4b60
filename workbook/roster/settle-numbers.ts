/** 编号 of units that a spreadsheet has shown otherwise, as 160028.0 or 1.6E+05: read where the number, or the name beside it, leaves one unit. */
import type { CellNote } from '../../rules/master-roster.ts';
import { cellOf, type TableKey } from '../../rules/roster-cell.ts';
import { findMeantUnit } from '../../rules/meant-unit.ts';
import { ByUnitNumber } from '../../rules/unit-number.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { Table, TableRow } from '../intake/table.ts';
import { textIn } from './row-values.ts';

/** Where a sheet names units: by which heading, and under which it may give their name. */
const NAMING: Readonly<Partial<Record<TableKey, { readonly number: string; readonly name: string }>>> = {
  nominees: { number: '单位编号', name: '单位名称' },
  scores: { number: '编号', name: '全称' },
  projects: { number: '单位编号', name: '单位名称' },
  experts: { number: '单位编号', name: '工作单位' },
};

/** The tables with every such number as 会员单位 has it, and a note for each cell. */
export function settleNumbers(tables: ReadonlyMap<TableKey, Table>): {
  readonly rowsOf: (sheet: TableKey) => readonly TableRow[];
  readonly notes: readonly CellNote[];
} {
  const notes: CellNote[] = [];
  const members = (tables.get('memberUnits')?.rows ?? []).map(({ facts }) => ({
    number: textIn(facts, '编号'),
    name: textIn(facts, '全称'),
  }));
  const units = new ByUnitNumber(members, ({ number }) => number);
  const settled = new Map<TableKey, readonly TableRow[]>();
  for (const [sheet, { rows }] of tables) {
    const naming = NAMING[sheet];
    settled.set(sheet, naming ? rows.map((row) => settle(row, sheet, naming)) : rows);
  }
  return { rowsOf: (sheet) => settled.get(sheet) ?? [], notes };

  function settle(
    row: TableRow,
    sheet: TableKey,
    naming: { readonly number: string; readonly name: string },
  ): TableRow {
    const unitNumber = textIn(row.facts, naming.number);
    if (unitNumber === '' || units.find(unitNumber)) return row;
    const unit = findMeantUnit(units, { unitNumber, unitName: textIn(row.facts, naming.name) });
    if (!unit) return row;
    const [written, canonical] = [quoteForUser(unitNumber), unit.number];
    const message = `写的是${written}，按${quoteForUser(canonical)}读取`;
    notes.push({ cell: cellOf(sheet, row, naming.number), kind: 'unit-number', message, found: written, canonical });
    return { ...row, facts: new Map(row.facts).set(naming.number, canonical) };
  }
}
