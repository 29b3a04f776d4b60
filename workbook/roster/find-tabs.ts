/** The sheets of a master roster by their tabs, and tabs that repeat one of them. */
import { OoxmlError } from '../../ooxml/errors.ts';
import { cleanControls } from '../../ooxml/read/control-characters.ts';
import type { Cell, SheetContent } from '../../ooxml/read/sheet-content.ts';
import { SHEET, SHEET_ALIASES, type SheetKey, type TableKey } from '../../rules/roster-cell.ts';
import type { CopiedTab } from '../../rules/roster-oddities.ts';
import type { Facts, RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable, trimUnseen } from '../intake/clean-text.ts';
import { findAllHeadings } from '../intake/find-headings.ts';
import { quoteForUser } from '../intake/quote.ts';
import { readTable, type Table } from '../intake/table.ts';
import type { RosterAddresses } from './roster-addresses.ts';
import type { RosterWorkbook } from './roster-workbook.ts';

/**
 * The tab of a sheet: by its name, of which white space, width and what nobody sees make no difference, else by another name that people give it. An
 * empty tab gives way to one that holds something. Undefined where there is none.
 * @throws {UnusableInput} for two tabs that are equally near
 */
export function findTab(workbook: RosterWorkbook, key: SheetKey): RosterWorkbook['sheets'][number] | undefined {
  const name = SHEET[key];
  const all = workbook.sheets.filter((sheet) => mayBe(sheet.name, key));
  const filled = all.length > 1 ? all.filter((sheet) => !isEmpty(workbook, sheet.name)) : all;
  const tabs = filled.length > 0 ? filled : all;
  const exact = tabs.find((sheet) => sheet.name === name);
  if (exact) return exact;
  for (const names of [[name], SHEET_ALIASES[key]]) {
    const [near, other] = tabs.filter((sheet) => names.includes(comparable(sheet.name)));
    if (near && other) {
      throw new UnusableInput(
        `文件${quoteForUser(workbook.fileName)}有两张工作表都像是“${name}”（${quoteForUser(near.name)}、${quoteForUser(other.name)}），请把现行的一张改名为“${name}”，另一张移到别的文件里。`,
      );
    }
    if (near) return near;
  }
  return undefined;
}

/** What cannot be read may hold anything. */
function isEmpty(workbook: RosterWorkbook, name: string): boolean {
  const content = readQuietly(workbook, name);
  return content?.rows.every(({ cells }) => cells.every(isBlank)) ?? false;
}

function isBlank(cell: Cell): boolean {
  return cell.kind === 'text' && trimUnseen(cleanControls(cell.text)) === '';
}

/** Whether one of the tabs may be the sheet. */
export function hasTab(tabs: readonly { readonly name: string }[], key: SheetKey): boolean {
  return tabs.some(({ name }) => mayBe(name, key));
}

/** Whether they are the tabs of a master roster, whatever its scheme. */
export function hasRosterTabs(tabs: readonly { readonly name: string }[]): boolean {
  return hasTab(tabs, 'memberUnits') && hasTab(tabs, 'nominees');
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
/** In a tab that is called as the sheet is: what a row is about, and something of it. */
const FEWEST_OF_NAMED = 2;
/** From this share on, rows of another tab are the same ones. */
const MOSTLY = 0.5;

interface Reading {
  readonly table: Table;
  readonly columns: readonly RosterColumn[];
}

/**
 * Tabs that nobody reads and that repeat a sheet that is read: by their name, also where they have only some of its columns, or by its columns and
 * most of their rows. Which of the two is kept up only a person knows.
 */
export function findCopies(workbook: RosterWorkbook, tables: ReadonlyMap<TableKey, Reading>): CopiedTab[] {
  const known = new Set((Object.keys(SHEET) as SheetKey[]).flatMap((key) => findTab(workbook, key)?.name ?? []));
  return workbook.sheets
    .filter(({ name }) => !known.has(name))
    .flatMap(({ name }): CopiedTab[] => {
      const content = readQuietly(workbook, name);
      if (!content) return [];
      const named = [...tables].filter(([sheet]) => mayBe(name, sheet));
      for (const [sheet, reading] of named.length > 0 ? named : tables) {
        const copy = compare(content, sheet, reading);
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

function compare(content: SheetContent, sheet: TableKey, { table, columns }: Reading): CopiedTab | null {
  const [heading] = table.columns.keys();
  const isNamed = mayBe(content.name, sheet);
  const isWhole = findAllHeadings(content, columns) !== null;
  const specs = isWhole ? columns : columns.map((column) => ({ ...column, optional: true }));
  if (heading === undefined || (isNamed ? !hasSome(content, specs) : !isWhole || !areTelling(columns))) return null;
  const copy = readTable(content, specs);
  const headings = [...copy.columns.keys()];
  const own = new Set(table.rows.map(({ facts }) => rowKey(facts, headings)));
  const { length: rows } = copy.rows;
  const same = copy.rows.filter(({ facts }) => own.has(rowKey(facts, headings))).length;
  const isNamedAlike = isNamed || comparable(content.name).includes(SHEET[sheet]);
  if (rows === 0 || (!isNamedAlike && same < rows * MOSTLY)) return null;
  return { sheet, cell: { sheet, row: null, heading }, name: content.name, isWhole, rows, same };
}

function areTelling(columns: readonly RosterColumn[]): boolean {
  return columns.filter(({ optional }) => optional !== true).length >= FEWEST_COLUMNS;
}

/** A tab that is called 评分表 may also be a form, which has none of the columns. */
function hasSome(content: SheetContent, columns: readonly RosterColumn[]): boolean {
  const there = findAllHeadings(content, columns)?.found.filter(({ column }) => column !== undefined) ?? [];
  const isAbout = there.some(({ spec }) => spec.naming !== undefined);
  return isAbout && there.length >= Math.min(FEWEST_OF_NAMED, columns.length);
}

/** A column that a copy lacks says nothing against it. */
function rowKey(facts: Facts, headings: readonly string[]): string {
  return JSON.stringify(headings.map((heading) => facts.get(heading)));
}
