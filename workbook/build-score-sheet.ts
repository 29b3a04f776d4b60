/** Draws the blank score sheet, from which each unit's own is stamped. */
import type { Row, Worksheet } from 'exceljs';
import { readRange, type CellRange } from './cell-address.ts';
import { toCellText } from './cell-text.ts';
import { toColumnWidth } from './column-widths.ts';
import { countLines } from './fit-text.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';
import { setUpPrint } from './print-setup.ts';
import type { LayoutCell } from './score-sheet-cell.ts';
import { addHighlights } from './score-sheet-highlights.ts';
import { STAMPED, type ScoreSheetLayout } from './score-sheet-layout.ts';
import { COLUMN_WIDTHS, LEAST_HEIGHT, lookOf, styleOf } from './score-sheet-looks.ts';
import { COLUMN } from './score-sheet-places.ts';
import { addValidations } from './score-sheet-validation.ts';

/** The bytes of the blank: a template with the placeholders 单位名称 and 编号. The same layout gives the same bytes. */
export async function buildScoreSheet(layout: ScoreSheetLayout): Promise<Uint8Array> {
  const workbook = newWorkbook(layout.scheme.scoreSheet.title);
  const sheet = workbook.addWorksheet(layout.sheetName);
  for (const [letters, width] of COLUMN_WIDTHS) sheet.getColumn(letters).width = toColumnWidth(width);
  for (const cell of layout.cells) drawCell(sheet, cell);
  setHeights(sheet, layout);
  addValidations(sheet, layout);
  addHighlights(sheet, layout);
  setUpPage(sheet, layout);
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, objects: false, scenarios: false });
  return packWorkbook(workbook);
}

function drawCell(sheet: Worksheet, cell: LayoutCell): void {
  const style = styleOf(cell);
  const { first, last } = rangeOf(cell);
  for (let row = first.row; row <= last.row; row += 1) {
    for (let column = first.column; column <= last.column; column += 1) {
      sheet.getCell(row, column).style = style;
    }
  }
  const target = sheet.getCell(cell.address);
  const { content } = cell;
  if (content.kind === 'fixed')
    target.value = typeof content.value === 'string' ? toCellText(content.value) : content.value;
  if (content.kind === 'formula') target.value = { formula: content.formula, result: content.blankResult };
  if (content.kind === 'stamped') target.value = `{{${content.placeholder}}}`;
  if (cell.note !== undefined) target.note = toCellText(cell.note);
  if (cell.range !== cell.address) sheet.mergeCells(cell.range);
}

/** Noto CJK, which stands in where 宋体 is not installed, takes 1.448 of the size for a line. */
const LINE_HEIGHT = 1.45;
const ROW_PADDING = 5;

/** Rows as high as their texts need; a text merged over several rows makes the last of them higher where they are too low. */
function setHeights(sheet: Worksheet, { cells }: ScoreSheetLayout): void {
  const byRows = [...cells].sort((a, b) => countRows(a) - countRows(b));
  for (const cell of byRows) {
    const { first, last } = rangeOf(cell);
    const row = sheet.getRow(last.row);
    const above = heightOfRows(sheet, first.row, last.row - 1);
    const own = row.height ?? 0;
    row.height = Math.max(own, textHeight(cell) - above, LEAST_HEIGHT[cell.look] ?? 0);
  }
}

function countRows(cell: LayoutCell): number {
  const { first, last } = rangeOf(cell);
  return last.row - first.row;
}

function textHeight(cell: LayoutCell): number {
  const { first, last } = rangeOf(cell);
  const text = cell.content.kind === 'fixed' ? String(cell.content.value) : '';
  const { fontSize } = lookOf(cell);
  const widths = [...COLUMN_WIDTHS.values()].slice(first.column - 1, last.column);
  const width = widths.reduce((sum, each) => sum + each, 0);
  return countLines(text, fontSize, width) * fontSize * LINE_HEIGHT + ROW_PADDING;
}

function heightOfRows(sheet: Worksheet, first: number, last: number): number {
  let height = 0;
  for (let row = first; row <= last; row += 1) height += sheet.getRow(row).height ?? 0;
  return height;
}

function rangeOf(cell: LayoutCell): CellRange {
  const range = readRange(cell.range);
  if (!range) throw new Error(`the layout has no such range: ${cell.range}`);
  return range;
}

function setUpPage(sheet: Worksheet, layout: ScoreSheetLayout): void {
  setUpPrint(sheet, 'portrait', { first: layout.headingRow, last: layout.headingRow });
  sheet.pageSetup.printArea = `${COLUMN.category}$1:${COLUMN.association}$${layout.signatureRow}`;
  // Colours are for the screen; on paper it is the form as the document prints it.
  sheet.pageSetup.blackAndWhite = true;
  // A loose second page still tells whose it is.
  sheet.headerFooter.oddFooter = `&L&"宋体,常规"&9编号 {{${STAMPED.unitNumber}}}${sheet.headerFooter.oddFooter ?? ''}`;
  sheet.views = [{ showGridLines: false }];
  for (const row of rowsBeforeBreaks(sheet, layout)) row.addPageBreak();
}

/** Points of a page between its margins. */
const PAGE_HEIGHT = 842 - 72 * (0.75 + 0.75);

/** The last row of each page but the last: a category is never torn. */
function rowsBeforeBreaks(sheet: Worksheet, layout: ScoreSheetLayout): Row[] {
  const titles = heightOfRows(sheet, layout.headingRow, layout.headingRow);
  const ends = [
    layout.headingRow,
    ...layout.categories.map(({ lastRow }) => lastRow),
    layout.basicRow,
    layout.totalRow,
    layout.totalRow + layout.vetoes.length,
    layout.signatureRow,
  ];
  const breaks: Row[] = [];
  let used = 0;
  let first = 1;
  for (const last of ends) {
    const height = heightOfRows(sheet, first, last);
    if (used + height > PAGE_HEIGHT) {
      breaks.push(sheet.getRow(first - 1));
      used = titles;
    }
    used += height;
    first = last + 1;
  }
  return breaks;
}
