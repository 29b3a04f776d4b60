/** The sheets of a master roster by their tabs, and tabs that repeat one of them. */
import { OoxmlError } from '../../ooxml/errors.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { SHEET, type SheetKey, type TableKey } from '../../rules/roster-cell.ts';
import type { CopiedTab } from '../../rules/roster-oddities.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable } from '../intake/clean-text.ts';
import { findAllHeadings } from '../intake/find-headings.ts';
import { quoteForUser } from '../intake/quote.ts';
import { readTable, type Table } from '../intake/table.ts';
import type { RosterWorkbook } from './roster-workbook.ts';

/**
 * The tab of a sheet; white space, width and what nobody sees make no difference. Undefined where there is none.
 * @throws {UnusableInput} for two tabs that are equally near
 */
export function findTab(
  { fileName, sheets }: RosterWorkbook,
  key: SheetKey,
): RosterWorkbook['sheets'][number] | undefined {
  const name = SHEET[key];
  const exact = sheets.find((sheet) => sheet.name === name);
  if (exact) return exact;
  const [near, other] = sheets.filter((sheet) => comparable(sheet.name) === name);
  if (near && other) {
    throw new UnusableInput(
      `文件${quoteForUser(fileName)}有两张工作表${quoteForUser(name)}（名称只差空格），请改名其中一张。`,
    );
  }
  return near;
}

/** Fewer columns are no sign of anything. */
const FEWEST_COLUMNS = 3;
/** From this share on, rows of another tab are the same ones. */
const MOSTLY = 0.5;

/**
 * Tabs that nobody reads and that have the columns of a sheet that is read: copied from it by their name, or by most of their rows. Which of the two
 * is kept up only a person knows.
 */
export function findCopies(
  workbook: RosterWorkbook,
  tables: ReadonlyMap<TableKey, { readonly table: Table; readonly columns: readonly RosterColumn[] }>,
): CopiedTab[] {
  const known = new Set((Object.keys(SHEET) as SheetKey[]).flatMap((key) => findTab(workbook, key)?.name ?? []));
  return workbook.sheets
    .filter(({ name }) => !known.has(name))
    .flatMap(({ name }): CopiedTab[] => {
      const content = readQuietly(workbook, name);
      if (!content) return [];
      for (const [sheet, { table, columns }] of tables) {
        const copy = compare(content, sheet, table, columns);
        if (copy) return [copy];
      }
      return [];
    });
}

/** A damaged sheet that no job needs is nobody's matter. */
function readQuietly(workbook: RosterWorkbook, name: string): SheetContent | null {
  try {
    return workbook.readSheet(name);
  } catch (error) {
    if (error instanceof OoxmlError || error instanceof UnusableInput) return null;
    throw error;
  }
}

function compare(
  content: SheetContent,
  sheet: TableKey,
  table: Table,
  columns: readonly RosterColumn[],
): CopiedTab | null {
  const wanted = columns.filter(({ optional }) => optional !== true);
  const [heading] = table.columns.keys();
  if (wanted.length < FEWEST_COLUMNS || heading === undefined || !findAllHeadings(content, columns)) return null;
  const { rows } = readTable(content, columns);
  const own = new Set(table.rows.map(({ facts }) => rowKey(facts)));
  const same = rows.filter(({ facts }) => own.has(rowKey(facts))).length;
  const isNamedAlike = comparable(content.name).includes(SHEET[sheet]);
  if (rows.length === 0 || (!isNamedAlike && same < rows.length * MOSTLY)) return null;
  return { sheet, cell: { sheet, row: null, heading }, name: content.name, rows: rows.length, same };
}

function rowKey(facts: Table['rows'][number]['facts']): string {
  return JSON.stringify([...facts.values()]);
}
