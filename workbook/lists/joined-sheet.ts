/** 并入清单: the sheet of a roster that says from which list each value came, and which heading of a list goes to which column. */
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { JoinedCell, ListClaim } from '../../rules/lists/join-lists.ts';
import type { ListFile, ListSheet, MappedColumn } from '../../rules/lists/list-sheet.ts';
import { wordOf, type FactValue } from '../../rules/roster-column.ts';
import { comparableHeading } from '../intake/find-headings.ts';
import { findRevisionList } from '../roster/find-revision-list.ts';
import type { RosterPlace } from '../roster/roster-addresses.ts';
import type { ColumnMapping } from './list-columns.ts';

export const JOINED_SHEET = '并入清单';
export const JOINED_HEADINGS = [
  '工作表',
  '单元格',
  '原来',
  '改为',
  '名单',
  '名单的表和格',
  '名单的列',
  '总名册的列',
  '名单文件的SHA-256',
] as const;
export const JOINED_WIDTHS = [12, 9, 18, 18, 28, 24, 18, 18, 30] as const;

/** In 改为: the row is about the heading. */
const MAPPING_WORDS = '（列名对应）';
const [WRITTEN_COLUMN, HEADING_COLUMN, CHANGED_COLUMN] = ['G', 'H', 'D'];

/** What earlier joins have mapped, in their order. What people have changed there since holds. */
export function readMappings(workbook: Pick<WorkbookFile, 'hasSheet' | 'readSheet'>): ColumnMapping[] {
  const { name, lastRow } = findRevisionList(workbook, JOINED_SHEET, JOINED_HEADINGS);
  if (lastRow === null) return [];
  const content = workbook.readSheet(name);
  const grid = new SheetGrid(content);
  return content.rows.flatMap(({ number }): ColumnMapping[] => {
    if (grid.textAt(`${CHANGED_COLUMN}${number}`) !== MAPPING_WORDS) return [];
    const written = grid.textAt(`${WRITTEN_COLUMN}${number}`);
    const heading = grid.textAt(`${HEADING_COLUMN}${number}`);
    return written === '' || heading === '' ? [] : [{ written, heading }];
  });
}

/** Where a value stands, and where it came from. */
export function tellFilled(cell: JoinedCell, address: string, sheetName: string): string[] {
  const [claim] = cell.claims;
  return [
    sheetName,
    address,
    showJoined(cell.before),
    showJoined(claim.value),
    ...tellSource(claim.sheet.file, `${claim.sheet.name}!${claim.address}`),
    hideLongNumbers(writtenOf(claim)),
    cell.heading,
    claim.sheet.file.sha256,
  ];
}

/** A heading that is known by an alias is known without being remembered. */
export function tellMappings(
  sheets: readonly ListSheet[],
  remembered: readonly ColumnMapping[],
  { sheetName, headingRow, columns: places }: RosterPlace,
): string[][] {
  const known = new Set(remembered.map(keyOf));
  return sheets.flatMap(({ file, name, columns }) =>
    columns.flatMap((column): string[][] => {
      const letters = places.get(column.heading);
      if (letters === undefined || column.origin !== 'given' || known.has(keyOf(column))) return [];
      known.add(keyOf(column));
      const address = `${letters}${headingRow}`;
      const source = tellSource(file, `${name}!${column.letters}`);
      return [[sheetName, address, '', MAPPING_WORDS, ...source, column.written, column.heading, file.sha256]];
    }),
  );
}

function tellSource({ name }: ListFile, place: string): [string, string] {
  return [name, hideLongNumbers(place)];
}

function keyOf({ written, heading }: ColumnMapping): string {
  return `${comparableHeading(written)} ${heading}`;
}

/** What the list has above the column that a claim stands in. */
export function writtenOf({ sheet, heading }: ListClaim): string {
  const column: MappedColumn | undefined = sheet.columns.find((each) => each.heading === heading);
  return column?.written ?? heading;
}

/** For people; blank where nothing stands there. */
export function showJoined(value: FactValue): string {
  return hideLongNumbers(wordOf(value));
}
