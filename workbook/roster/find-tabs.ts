/** The sheets of a master roster by their tabs, and tabs that repeat one of them. */
import { OoxmlError } from '../../ooxml/errors.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { SHEET, SHEET_ALIASES, type SheetKey, type TableKey } from '../../rules/roster-cell.ts';
import type { CopiedTab } from '../../rules/roster-oddities.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable } from '../intake/clean-text.ts';
import { findAllHeadings } from '../intake/find-headings.ts';
import { quoteForUser } from '../intake/quote.ts';
import { readTable, type Table } from '../intake/table.ts';
import type { RosterAddresses } from './roster-addresses.ts';
import type { RosterWorkbook } from './roster-workbook.ts';

/**
 * The tab of a sheet: by its name, of which white space, width and what nobody sees make no difference, else by another name that people give it.
 * Undefined where there is none.
 * @throws {UnusableInput} for two tabs that are equally near
 */
export function findTab(
  { fileName, sheets }: RosterWorkbook,
  key: SheetKey,
): RosterWorkbook['sheets'][number] | undefined {
  const name = SHEET[key];
  const exact = sheets.find((sheet) => sheet.name === name);
  if (exact) return exact;
  for (const names of [[name], SHEET_ALIASES[key]]) {
    const [near, other] = sheets.filter((sheet) => names.includes(comparable(sheet.name)));
    if (near && other) {
      throw new UnusableInput(
        `文件${quoteForUser(fileName)}有两张工作表都像是“${name}”（${quoteForUser(near.name)}、${quoteForUser(other.name)}），请把现行的一张改名为“${name}”，另一张移到别的文件里。`,
      );
    }
    if (near) return near;
  }
  return undefined;
}

/** Whether one of the tabs may be the sheet. */
export function hasTab(tabs: readonly { readonly name: string }[], key: SheetKey): boolean {
  return tabs.some(({ name }) => mayBe(name, key));
}

/** Whether a tab may be any sheet of a roster: whoever reads no other looks at these. */
export function isRosterTab(name: string): boolean {
  return (Object.keys(SHEET) as SheetKey[]).some((key) => mayBe(name, key));
}

function mayBe(tab: string, key: SheetKey): boolean {
  return [SHEET[key], ...SHEET_ALIASES[key]].includes(comparable(tab));
}

/** Sheets that stand under another name, for whoever wonders what was read: `“评分表”按“评分”`; empty where there are none. */
export function describeTabs(addresses: RosterAddresses): string {
  const read = [...addresses].flatMap(([key, { sheetName }]) =>
    comparable(sheetName) === SHEET[key] ? [] : [`${quoteForUser(sheetName)}按“${SHEET[key]}”`],
  );
  return read.length === 0 ? '' : `工作表${read.join('、')}读取。`;
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
