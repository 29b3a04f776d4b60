/** A long table of the summary: its frame is drawn by exceljs, its body is written straight into the XML (`fill-tables.ts`). */
import type { Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, toStyle, type Look, type Tone } from '../draw/cell-looks.ts';
import { toCellText } from '../draw/cell-text.ts';
import { textWidth } from '../draw/column-widths.ts';
import { printableWidth, setUpPrint } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { drawWarning } from '../draw/warning-line.ts';
import { LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';

export interface TallyColumn {
  readonly heading: string;
  /** In points. */
  readonly width: number;
  readonly align: Look['align'];
  readonly numFmt?: string;
  /** A cell note on the heading. */
  readonly note?: string;
  /** Draws each number as a bar from 0 to this. Not in a table with notes: exceljs then writes the two in a wrong order. */
  readonly barTo?: number;
  /** People fill these cells in; a list offers these words, where there are any. */
  readonly input?: { readonly choices: readonly string[] };
}

/** Alone a value; with a tone where it has to catch the eye. */
export type BodyCell =
  string | number | null | { readonly value: string | number | null; readonly tone: BodyTone | null };
export type BodyTone = Extract<Tone, 'violation' | 'question' | 'fine'>;

export interface TallyTable {
  readonly sheetName: string;
  readonly title: string;
  /** Sentences above the table. */
  readonly about: readonly string[];
  readonly columns: readonly TallyColumn[];
  /** Columns that stay in sight. */
  readonly frozen: number;
  /** How many `rows` gives. */
  readonly rowCount: number;
  /** Made one by one and gone through once: all rows of all tables together would be the whole memory of a small machine. */
  readonly rows: Iterable<readonly BodyCell[]>;
}

/** Gives what `toRow` makes of each item, when it is asked for. */
export function* mapEach<T, R>(items: Iterable<T>, toRow: (item: T) => R): Generator<R> {
  for (const item of items) yield toRow(item);
}

/** As `mapEach`, where an item gives any number of rows. */
export function* flatMapEach<T, R>(items: Iterable<T>, toRows: (item: T) => Iterable<R>): Generator<R> {
  for (const item of items) yield* toRows(item);
}

/** Where the body of a drawn table goes: pattern rows, one for each of `BODY_TONES`, stand there now. */
export interface TableFrame {
  readonly table: TallyTable;
  readonly firstRow: number;
}

export const BODY_TONES: readonly (BodyTone | null)[] = [null, 'violation', 'question', 'fine'];
export const BODY_FONT_SIZE = 9;
/** What programs leave free at the sides of a cell, and above and below a heading. */
const SIDES = 4;
const HEADING_PADDING = 8;
const HEADING: Look = { ...LOOK.heading, fontSize: 8.5 };
const INPUT_FILL = 'FFFFF9E5';
const BAR_COLOUR = 'FF8FB4DC';

/** Draws everything but the body. */
export function drawTableFrame(workbook: Workbook, table: TallyTable, warning: string): TableFrame {
  const { columns, rowCount, sheetName } = table;
  const sheet = workbook.addWorksheet(sheetName);
  const pen = new SheetPen(sheet, widenToPage(columns));
  pen.writeLine(table.title, LOOK.title, 34);
  for (const sentence of table.about) pen.writeLine(sentence, { ...LOOK.line, fontSize: 10 }, 18);
  const firstRepeated = drawWarning(pen, warning);
  const headingRow = pen.write(columns.map(({ heading }) => ({ value: heading, look: HEADING })));
  sheet.getRow(headingRow).height = headingHeight(columns);
  columns.forEach(({ note }, index) => {
    if (note !== undefined) sheet.getCell(headingRow, index + 1).note = toCellText(note);
  });
  const firstRow = headingRow + 1;
  drawPatternRows(sheet, columns, firstRow);
  const lastRow = Math.max(firstRow, firstRow + rowCount - 1);
  addBars(sheet, columns, firstRow, lastRow);
  addChoices(sheet, columns, firstRow, lastRow);
  sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: lastRow, column: columns.length } };
  sheet.views = [{ state: 'frozen', xSplit: table.frozen, ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, 'landscape', { first: firstRepeated, last: headingRow });
  return { table, firstRow };
}

/** Words in narrow headings may be broken anywhere, so the lines are those that the characters need. */
function headingHeight(columns: readonly TallyColumn[]): number {
  const lines = columns.map(({ heading, width }) =>
    heading.split('\n').reduce((sum, line) => sum + Math.ceil(textWidth(line, HEADING.fontSize) / (width - SIDES)), 0),
  );
  return Math.max(...lines) * HEADING.fontSize * LINE_HEIGHT + HEADING_PADDING;
}

/** Columns that fill the page; where they are wider than it, the printer scales. */
export function widenToPage(columns: readonly TallyColumn[]): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const factor = Math.max(1, printableWidth('landscape') / total);
  return columns.map(({ width }) => width * factor);
}

function drawPatternRows(sheet: Worksheet, columns: readonly TallyColumn[], firstRow: number): void {
  BODY_TONES.forEach((tone, row) => {
    columns.forEach((column, index) => {
      sheet.getCell(firstRow + row, index + 1).style = styleOf(column, tone);
    });
  });
}

function styleOf({ align, numFmt, input }: TallyColumn, tone: BodyTone | null) {
  const base = { left: LOOK.text, center: LOOK.center, right: LOOK.number }[align];
  const style = toStyle({ ...base, fontSize: BODY_FONT_SIZE, numFmt, ...(tone && { tone }) });
  if (!input || tone) return style;
  return { ...style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: INPUT_FILL } } as const };
}

function addBars(sheet: Worksheet, columns: readonly TallyColumn[], firstRow: number, lastRow: number): void {
  columns.forEach(({ barTo }, index) => {
    if (barTo === undefined) return;
    const letters = columnLetters(index + 1);
    addDataBar(sheet, `${letters}${firstRow}:${letters}${lastRow}`, barTo);
  });
}

declare module 'exceljs' {
  /** What exceljs writes and its types leave out. */
  interface DataBarRuleType {
    color?: { argb: string };
  }
}

/** Bars from 0 to `most` behind the numbers. */
export function addDataBar(sheet: Worksheet, ref: string, most: number): void {
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: 'dataBar',
        priority: 1,
        gradient: false,
        border: false,
        cfvo: [
          { type: 'num', value: 0 },
          { type: 'num', value: most },
        ],
        color: { argb: BAR_COLOUR },
      },
    ],
  });
}

function addChoices(sheet: Worksheet, columns: readonly TallyColumn[], firstRow: number, lastRow: number): void {
  columns.forEach(({ input, heading }, index) => {
    if (!input || input.choices.length === 0) return;
    const letters = columnLetters(index + 1);
    sheet.dataValidations.add(`${letters}${firstRow}:${letters}${lastRow}`, {
      type: 'list',
      formulae: [`"${input.choices.join(',')}"`],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: heading,
      error: `请选${input.choices.map((choice) => `“${choice}”`).join('、')}，或留空。`,
    });
  });
}
