/** A master roster as numbered rows: one that goes, or comes between two others, leaves the numbers of all others as they are. */
import type { MasterRoster } from '../../rules/master-roster.ts';
import { SCHEME_LABEL, SHEET } from '../../rules/roster-cell.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import type { SampleTables } from '../../jobs/sample/flaw.ts';
import type { Random } from '../../jobs/sample/random.ts';
import type { Row } from '../../jobs/sample/row.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';

export interface NumberedRow {
  /** Row of the sheet; the first has room above it. */
  readonly row: number;
  readonly cells: Row;
}

type Sheet = keyof SampleTables;
export type Book = Record<Sheet, NumberedRow[]>;

const GAP = 10;

export function numberRows(tables: SampleTables): Book {
  const number = (sheet: Sheet) =>
    tables[sheet].map((cells, position): NumberedRow => ({ row: (position + 2) * GAP, cells }));
  return mapSheets(number);
}

export function copyBook(book: Book): Book {
  return mapSheets((sheet) => book[sheet].map(({ row, cells }) => ({ row, cells: new Map(cells) })));
}

/** A new row below the others. */
export function appendRow(rows: NumberedRow[], cells: Row): NumberedRow {
  const added = { row: (rows.at(-1)?.row ?? GAP) + GAP, cells };
  rows.push(added);
  return added;
}

/** A new row above, between or below the others. */
export function insertRow(rows: NumberedRow[], cells: Row, random: Random): NumberedRow {
  const taken = new Set(rows.map(({ row }) => row));
  const free = Array.from({ length: (rows.at(-1)?.row ?? GAP) + GAP - 1 }, (_, index) => index + 2).filter(
    (row) => !taken.has(row),
  );
  const added = { row: random.pick(free), cells };
  rows.push(added);
  rows.sort((a, b) => a.row - b.row);
  return added;
}

/** Reads it as if it stood in a workbook. */
export function readBook(scheme: Scheme, book: Book): MasterRoster {
  const guide = toSheet(SHEET.scheme, [{ number: 1, cells: toCells([SCHEME_LABEL, scheme.id]) }]);
  const sheets = sheetsOf(scheme).map((sheet) => {
    const headings = columnsOf(sheet, scheme).map(({ heading }) => heading);
    const rows = book[sheet].map(({ row, cells }) => ({
      number: row,
      cells: toCells(headings.map((heading) => cells.get(heading) ?? null)),
    }));
    return toSheet(SHEET[sheet], [{ number: 1, cells: toCells(headings) }, ...rows]);
  });
  const all = [guide, ...sheets];
  const workbook = {
    fileName: '生成的总名册.xlsx',
    sheets: all.map(({ name }) => ({ name, state: 'visible' as const, partName: '' })),
    readSheet: (wanted: string) => {
      const found = all.find(({ name }) => name === wanted);
      if (!found) throw new RangeError(`no sheet ${wanted}`);
      return found;
    },
  };
  return readMasterRoster(workbook, scheme).roster;
}

function toSheet(name: string, rows: readonly SheetRow[]): SheetContent {
  return {
    fileName: '生成的总名册.xlsx',
    name,
    date1904: false,
    styles: [],
    rows,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filter: null,
    isProtected: false,
  };
}

function toCells(values: readonly FactValue[]): Cell[] {
  return values.flatMap((value, index): Cell[] => {
    const base = { column: index + 1, style: 0, formula: false };
    if (value === null || value === '') return [];
    if (typeof value === 'number') return [{ ...base, kind: 'number', value, isDate: false }];
    return [{ ...base, kind: 'text', text: typeof value === 'string' ? value : value ? '是' : '否' }];
  });
}

function mapSheets<T>(make: (sheet: Sheet) => T): Record<Sheet, T> {
  return {
    memberUnits: make('memberUnits'),
    scores: make('scores'),
    nominees: make('nominees'),
    projects: make('projects'),
    materials: make('materials'),
    confirmations: make('confirmations'),
    experts: make('experts'),
    expertScores: make('expertScores'),
    objections: make('objections'),
    decisions: make('decisions'),
    overrides: make('overrides'),
    sequence: make('sequence'),
  };
}
