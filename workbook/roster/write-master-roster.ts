/** Writes a master roster (总名册) from plain rows, ready to be filled in further. */
import { COVERAGE_WORDS, SHEET, type TableKey } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Facts, FactValue, RosterColumn } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import { toCellText } from '../draw/cell-text.ts';
import { textWidth, toColumnWidth } from '../draw/column-widths.ts';
import { countLines, LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';
import { ListWorkbook, type WrittenPage } from '../draw/list-workbook.ts';
import { describePrint } from '../draw/print-setup.ts';
import { writeRosterGuide } from './roster-guide.ts';
import { validateColumn } from './roster-validation.ts';

/** The rows of each sheet, heading → value; headings that are missing are left blank, and so are sheets. */
export type RosterTables = Readonly<Partial<Record<TableKey, readonly Facts[]>>>;

/** What is hidden or struck out. */
interface RosterLooks {
  readonly hiddenRows: ReadonlySet<Facts>;
  readonly struckRows: ReadonlySet<Facts>;
  readonly hiddenColumns: readonly { readonly sheet: TableKey; readonly heading: string }[];
  readonly hiddenSheets: ReadonlySet<TableKey>;
}

interface RosterOptions {
  /** What 说明 says of 名册范围. */
  readonly coverage?: string;
  /** So that the sample can show what is asked about them. */
  readonly looks?: RosterLooks;
}

const PLAIN: RosterLooks = { hiddenRows: new Set(), struckRows: new Set(), hiddenColumns: [], hiddenSheets: new Set() };

/** Columns that stay in sight while the others scroll. */
const FROZEN_COLUMNS: Readonly<Record<TableKey, number>> = {
  memberUnits: 2,
  scores: 2,
  nominees: 3,
  projects: 2,
  materials: 3,
  confirmations: 2,
  experts: 1,
  expertScores: 2,
  objections: 1,
  decisions: 2,
  overrides: 0,
  sequence: 0,
};
/** Blank rows below the last one that already have validations. */
const SPARE_ROWS = 10_000;
/** Widths and heights, in points. */
const NARROWEST = 48;
const WIDEST = 260;
/** Of every column of a sheet without rows. */
const WIDTH_WITHOUT_ROWS = 130;
/** A text that would be this long on one line takes several. */
const LONG_TEXT = 900;
const WIDTH_OF_LONG_TEXT = 560;
const CELL_PADDING = 10;
/** Room for the filter's button. */
const FILTER_BUTTON = 16;
const HIGHEST_ROW = 409;

/**
 * The bytes of the workbook: 说明, then the sheets of the scheme. The same rows give the same bytes.
 *
 * Values are written as they are: a number in a text column stays a number, so that the sample can show what is wrong with one.
 * @param remarks sentences for 说明 about this one file
 */
export function writeMasterRoster(
  scheme: Scheme,
  tables: RosterTables,
  remarks: readonly string[] = [],
  { coverage = COVERAGE_WORDS.all, looks = PLAIN }: RosterOptions = {},
): Promise<Uint8Array> {
  const workbook = new ListWorkbook(`${scheme.edition}年度评选总名册`);
  writeRosterGuide(workbook, scheme, remarks, coverage);
  for (const key of sheetsOf(scheme)) {
    const { sheet } = writeRosterTable(workbook, { scheme, key, looks }, tables[key] ?? []);
    const headings = columnsOf(key, scheme).map(({ heading }) => heading);
    const hidden = looks.hiddenColumns.filter((each) => each.sheet === key);
    sheet.options.hiddenColumns = new Set(hidden.map(({ heading }) => headings.indexOf(heading) + 1));
    sheet.options.hidden = looks.hiddenSheets.has(key);
  }
  return workbook.finish();
}

interface RosterTable {
  readonly scheme: Scheme;
  readonly key: TableKey;
  /** Of the sheet, where it is not the roster's own. */
  readonly name?: string;
  readonly looks?: RosterLooks;
}

/** Adds one sheet of a master roster to a workbook. */
export function writeRosterTable(
  workbook: ListWorkbook,
  { scheme, key, name = SHEET[key], looks = PLAIN }: RosterTable,
  rows: readonly Facts[],
): WrittenPage {
  const columns = columnsOf(key, scheme);
  const page = workbook.addPage(name);
  const { options } = page.sheet;
  const longest = columns.map((column) => longestText(column, rows));
  options.widths = longest.map((width) => toColumnWidth(columnWidth(width, rows.length)));
  // Styles of whole columns: rows that people add below are text where the column is text.
  options.columnStyles = columns.map((column) => workbook.styleOf(lookOfColumn(column)));
  writeHeadings(page, workbook.styleOf(LOOK.heading), columns);
  const longColumns = columns.filter((_, index) => (longest[index] ?? 0) > LONG_TEXT);
  writeRows(page, rows, looks, {
    columns,
    longColumns,
    styles: columns.map((column) => workbook.styleOf(lookOfColumn(column))),
    struck: columns.map((column) => workbook.styleOf({ ...lookOfColumn(column), strike: true })),
  });
  options.gridLines = true;
  options.frozen = { rows: 1, columns: FROZEN_COLUMNS[key] };
  options.filter = `A1:${columnLetters(columns.length)}${Math.max(rows.length + 1, 2)}`;
  options.validations = columns.flatMap((column, index) => {
    const validation = validateColumn(key, column, scheme);
    const letters = columnLetters(index + 1);
    return validation ? [{ ...validation, range: `${letters}2:${letters}${rows.length + 1 + SPARE_ROWS}` }] : [];
  });
  options.print = describePrint('landscape', { first: 1, last: 1 });
  return page;
}

function writeHeadings({ sheet }: WrittenPage, style: number, columns: readonly RosterColumn[]): void {
  sheet.addRow(
    columns.map(({ heading }) => ({ value: toCellText(heading), style })),
    { height: 30 },
  );
  columns.forEach(({ about }, index) => {
    if (about) sheet.addNote(index + 1, toCellText(about));
  });
}

interface WrittenColumns {
  readonly columns: readonly RosterColumn[];
  /** Those whose texts take several lines, for which their rows need room. */
  readonly longColumns: readonly RosterColumn[];
  /** The style of each column, and of its rows that are struck out. */
  readonly styles: readonly number[];
  readonly struck: readonly number[];
}

function writeRows(
  { sheet }: WrittenPage,
  rows: readonly Facts[],
  { hiddenRows, struckRows }: RosterLooks,
  { columns, longColumns, styles, struck }: WrittenColumns,
): void {
  for (const row of rows) {
    const looks = struckRows.has(row) ? struck : styles;
    const cells = columns.map(({ heading }, index) => {
      const value = writeFact(row.get(heading) ?? null);
      // Nothing to strike out in a blank cell.
      return { value, style: (value === null ? styles : looks)[index] ?? 0 };
    });
    sheet.addRow(cells, {
      height: longColumns.length > 0 ? heightOf(longColumns, row) : undefined,
      hidden: hiddenRows.has(row),
    });
  }
}

/** How the cells of a column look: text where it is text, so that no program turns a number or a day into something else. */
export function lookOfColumn({ type }: RosterColumn): Look {
  switch (type) {
    case 'text':
    case 'code':
      return { ...LOOK.text, numFmt: '@' };
    case 'id-number':
    case 'credit-code':
    case 'phone':
    case 'month':
    case 'date':
      return { ...LOOK.center, numFmt: '@' };
    case 'integer':
    case 'number':
    case 'points':
      return LOOK.number;
    case 'yes-no':
    case 'choice':
      return LOOK.center;
  }
}

/** In points, on one line. */
function longestText({ heading }: RosterColumn, rows: readonly Facts[]): number {
  const widthOf = (text: string) => textWidth(text, LOOK.text.fontSize);
  return rows.reduce(
    (most, row) => Math.max(most, widthOf(String(writeFact(row.get(heading) ?? null) ?? ''))),
    widthOf(heading) + FILTER_BUTTON,
  );
}

function columnWidth(longest: number, rows: number): number {
  if (rows === 0) return WIDTH_WITHOUT_ROWS;
  if (longest > LONG_TEXT) return WIDTH_OF_LONG_TEXT;
  return Math.min(Math.max(longest + CELL_PADDING, NARROWEST), WIDEST);
}

/** Rows of long texts are as high as these need; programs see to the others. */
function heightOf(longColumns: readonly RosterColumn[], row: Facts): number {
  const { fontSize } = LOOK.text;
  const lines = longColumns.map(({ heading }) =>
    countLines(String(row.get(heading) ?? ''), fontSize, WIDTH_OF_LONG_TEXT),
  );
  return Math.min(Math.max(...lines) * fontSize * LINE_HEIGHT + CELL_PADDING, HIGHEST_ROW);
}

/** As it stands in a cell of the roster; null leaves the cell empty. */
export function writeFact(value: FactValue): string | number | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value === '' ? null : toCellText(value);
  return value;
}
