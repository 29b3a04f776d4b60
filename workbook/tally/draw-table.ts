/** Draws a long table of the summary, row by row as its rows are made. */
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LINE_HEIGHT } from '../../ooxml/stamp/fit-text.ts';
import type { Validation } from '../../ooxml/write/sheet-options.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import { toCellText } from '../draw/cell-text.ts';
import { textWidth } from '../draw/column-widths.ts';
import { LineCounter } from '../draw/line-counter.ts';
import type { ListWorkbook, WrittenPage } from '../draw/list-workbook.ts';
import type { PenCell } from '../draw/page.ts';
import { printableWidth } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { drawWarning } from '../draw/sheet-lines.ts';
import type { BodyCell, BodyTone, PlainTable, TallyColumn } from './tally-table.ts';

const BODY_TONES: readonly BodyTone[] = ['violation', 'question', 'fine'];
const BODY_FONT_SIZE = 9;
const ROW_PADDING = 4;
const LEAST_HEIGHT = 17;
const MOST_HEIGHT = 409;
/** What programs leave free at the sides of a cell, and above and below a heading. */
const SIDES = 4;
const HEADING_PADDING = 8;
const HEADING: Look = { ...LOOK.heading, fontSize: 8.5 };
const INPUT_FILL = 'FFFFF9E5';
const BAR_COLOUR = 'FF8FB4DC';

/** @throws {Error} when the table has not as many rows as it says */
export function drawTable(workbook: ListWorkbook, table: PlainTable, warning: string): void {
  const { columns, rowCount, sheetName } = table;
  const page = workbook.addPage(sheetName);
  const widths = widenToPage(columns);
  const pen = new SheetPen(page, widths);
  pen.writeLine(table.title, LOOK.title, 34);
  for (const sentence of table.about) pen.writeLine(sentence, { ...LOOK.line, fontSize: 10 }, 18);
  const firstRepeated = drawWarning(pen, warning);
  const headingRow = pen.row;
  page.addRow(
    columns.map(({ heading }) => ({ value: heading, look: HEADING })),
    headingHeight(columns),
  );
  columns.forEach(({ note }, index) => {
    if (note !== undefined) page.sheet.addNote(index + 1, toCellText(note));
  });
  const count = drawBody(page, table, widths);
  if (count !== rowCount) throw new Error(`${sheetName} has ${count} rows, not ${rowCount}`);
  const lastRow = headingRow + Math.max(1, rowCount);
  addBars(page, columns, headingRow + 1, lastRow);
  page.sheet.options.validations = listChoices(columns, headingRow + 1, lastRow);
  page.setUp({
    orientation: 'landscape',
    titleRows: { first: firstRepeated, last: headingRow },
    frozenRows: headingRow,
    frozenColumns: table.frozen,
    filter: { first: headingRow, last: lastRow, columns: columns.length },
  });
}

/** Words in narrow headings may be broken anywhere, so the lines are those that the characters need. */
function headingHeight(columns: readonly TallyColumn[]): number {
  const lines = columns.map(({ heading, width }) =>
    heading.split('\n').reduce((sum, line) => sum + Math.ceil(textWidth(line, HEADING.fontSize) / (width - SIDES)), 0),
  );
  return Math.max(...lines) * HEADING.fontSize * LINE_HEIGHT + HEADING_PADDING;
}

/** Columns that fill the page; where they are wider than it, the printer scales. */
function widenToPage(columns: readonly TallyColumn[]): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const factor = Math.max(1, printableWidth('landscape') / total);
  return columns.map(({ width }) => width * factor);
}

/** @returns how many rows the table has; one without rows says so in one */
function drawBody(page: WrittenPage, { columns, rows }: PlainTable, widths: readonly number[]): number {
  const plain = columns.map((column) => lookOf(column));
  const toned = new Map(BODY_TONES.map((tone) => [tone, columns.map((column) => lookOf(column, tone))]));
  const counter = new LineCounter();
  const drawRow = (row: readonly BodyCell[]) => {
    let lines = 1;
    const cells = row.map((cell, column): PenCell => {
      const { value, tone } = typeof cell === 'object' && cell !== null ? cell : { value: cell, tone: null };
      if (typeof value === 'string') {
        lines = Math.max(lines, counter.count(value, BODY_FONT_SIZE, widths[column] ?? 0));
      }
      return { value, look: (tone && toned.get(tone)?.[column]) ?? plain[column] ?? LOOK.text };
    });
    const height = Math.max(lines * BODY_FONT_SIZE * LINE_HEIGHT + ROW_PADDING, LEAST_HEIGHT);
    page.addRow(cells, Math.ceil(Math.min(height, MOST_HEIGHT)));
  };
  let count = 0;
  for (const row of rows) {
    drawRow(row);
    count += 1;
  }
  if (count === 0) drawRow(columns.map((_, index) => (index === 0 ? '无' : null)));
  return count;
}

function lookOf({ align, numFmt, input }: TallyColumn, tone?: BodyTone): Look {
  const base = { left: LOOK.text, center: LOOK.center, right: LOOK.number }[align];
  return {
    ...base,
    fontSize: BODY_FONT_SIZE,
    ...(numFmt !== undefined && { numFmt }),
    ...(tone && { tone }),
    ...(input && { fill: INPUT_FILL }),
  };
}

function addBars(page: WrittenPage, columns: readonly TallyColumn[], firstRow: number, lastRow: number): void {
  columns.forEach(({ barTo }, index) => {
    if (barTo === undefined) return;
    const letters = columnLetters(index + 1);
    addDataBar(page, `${letters}${firstRow}:${letters}${lastRow}`, barTo);
  });
}

/** Bars from 0 to `most` behind the numbers. */
export function addDataBar({ sheet: { options } }: WrittenPage, range: string, most: number): void {
  options.dataBars = [...options.dataBars, { range, most, colour: BAR_COLOUR }];
}

function listChoices(columns: readonly TallyColumn[], firstRow: number, lastRow: number): Validation[] {
  return columns.flatMap(({ input, heading }, index) => {
    if (!input || input.choices.length === 0) return [];
    const letters = columnLetters(index + 1);
    return [
      {
        range: `${letters}${firstRow}:${letters}${lastRow}`,
        type: 'list' as const,
        formula: `"${input.choices.join(',')}"`,
        errorTitle: heading,
        error: `请选${input.choices.map((choice) => `“${choice}”`).join('、')}，或留空。`,
      },
    ];
  });
}
