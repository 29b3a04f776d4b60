/** Writes a master roster (总名册) from plain rows, ready to be filled in further. */
import type ExcelJS from 'exceljs';
import { COVERAGE_WORDS, SHEET, type TableKey } from '../../rules/master-roster.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Facts, FactValue, RosterColumn } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, toStyle } from '../draw/cell-looks.ts';
import { toCellText } from '../draw/cell-text.ts';
import { textWidth, toColumnWidth } from '../draw/column-widths.ts';
import { countLines, LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';
import { newWorkbook, packWorkbook } from '../draw/new-workbook.ts';
import { setUpPrint } from '../draw/print-setup.ts';
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
  const workbook = newWorkbook(`${scheme.edition}年度评选总名册`);
  writeRosterGuide(workbook, scheme, remarks, coverage);
  for (const sheet of sheetsOf(scheme)) {
    const rows = tables[sheet] ?? [];
    writeRosterTable(workbook, scheme, sheet, rows);
    hide(workbook.getWorksheet(SHEET[sheet]), sheet, columnsOf(sheet, scheme), rows, looks);
  }
  return packWorkbook(workbook);
}

function hide(
  worksheet: ExcelJS.Worksheet | undefined,
  sheet: TableKey,
  columns: readonly RosterColumn[],
  rows: readonly Facts[],
  looks: RosterLooks,
): void {
  if (!worksheet) return;
  if (looks.hiddenSheets.has(sheet)) worksheet.state = 'hidden';
  for (const { heading } of looks.hiddenColumns.filter((each) => each.sheet === sheet)) {
    worksheet.getColumn(columns.findIndex((column) => column.heading === heading) + 1).hidden = true;
  }
  rows.forEach((facts, index) => {
    if (looks.hiddenRows.has(facts)) worksheet.getRow(index + 2).hidden = true;
    if (!looks.struckRows.has(facts)) return;
    worksheet.getRow(index + 2).eachCell((cell) => {
      cell.font = { ...cell.font, strike: true };
    });
  });
}

/**
 * Adds one sheet of a master roster to a workbook.
 * @param name of the sheet, where it is not the roster's own
 */
export function writeRosterTable(
  workbook: ExcelJS.Workbook,
  scheme: Scheme,
  key: TableKey,
  rows: readonly Facts[],
  name: string = SHEET[key],
): void {
  const columns = columnsOf(key, scheme);
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: FROZEN_COLUMNS[key], ySplit: 1, showGridLines: true }],
  });
  const longest = columns.map((column) => longestText(column, rows));
  // Styles of whole columns: rows that people add below are text where the column is text.
  sheet.columns = columns.map((column, index) => ({
    width: toColumnWidth(columnWidth(longest[index] ?? 0, rows.length)),
    style: toStyle(lookOf(column)),
  }));
  writeHeadings(sheet, columns);
  const longColumns = columns.filter((_, index) => (longest[index] ?? 0) > LONG_TEXT);
  for (const row of rows) {
    const added = sheet.addRow(columns.map(({ heading }) => toCellValue(row.get(heading) ?? null)));
    if (longColumns.length > 0) added.height = heightOf(longColumns, row);
  }
  const lastRow = Math.max(rows.length + 1, 2);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lastRow, column: columns.length } };
  columns.forEach((column, index) => {
    const validation = validateColumn(key, column, scheme);
    const letters = columnLetters(index + 1);
    if (validation) sheet.dataValidations.add(`${letters}2:${letters}${rows.length + 1 + SPARE_ROWS}`, validation);
  });
  setUpPrint(sheet, 'landscape', { first: 1, last: 1 });
}

function writeHeadings(sheet: ExcelJS.Worksheet, columns: readonly RosterColumn[]): void {
  const row = sheet.getRow(1);
  row.height = 30;
  const style = toStyle(LOOK.heading);
  columns.forEach(({ heading, about }, index) => {
    const cell = row.getCell(index + 1);
    cell.value = toCellText(heading);
    cell.style = style;
    if (about) cell.note = about;
  });
}

function lookOf({ type }: RosterColumn) {
  switch (type) {
    case 'text':
    case 'code':
      return { ...LOOK.text, numFmt: '@' };
    case 'id-number':
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
    (most, row) => Math.max(most, widthOf(String(toCellValue(row.get(heading) ?? null) ?? ''))),
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

function toCellValue(value: FactValue): string | number | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value === '' ? null : toCellText(value);
  return value;
}
