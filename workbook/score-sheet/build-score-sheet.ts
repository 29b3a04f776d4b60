/** Draws the blank score sheet, from which each unit's own is stamped. */
import type { Worksheet } from 'exceljs';
import { toCellText } from '../draw/cell-text.ts';
import { toColumnWidth } from '../draw/column-widths.ts';
import { newWorkbook, packWorkbook } from '../draw/new-workbook.ts';
import { setUpPrint } from '../draw/print-setup.ts';
import type { LayoutCell } from './score-sheet-cell.ts';
import { endPages, measureRows, rangeOf } from './score-sheet-heights.ts';
import { addHighlights } from './score-sheet-highlights.ts';
import { STAMPED, type ScoreSheetLayout } from './score-sheet-layout.ts';
import { COLUMN_WIDTHS, styleOfCell } from './score-sheet-looks.ts';
import { COLUMN } from './score-sheet-places.ts';
import { addValidations } from './score-sheet-validation.ts';

/** The bytes of the blank: a template with the placeholders 单位名称 and 编号. The same layout gives the same bytes. */
export async function drawScoreSheet(layout: ScoreSheetLayout): Promise<Uint8Array> {
  const workbook = newWorkbook(layout.scheme.scoreSheet.title);
  const sheet = workbook.addWorksheet(layout.sheetName);
  for (const [letters, width] of COLUMN_WIDTHS) sheet.getColumn(letters).width = toColumnWidth(width);
  for (const cell of layout.cells) drawCell(sheet, cell);
  addValidations(sheet, layout);
  addHighlights(sheet, layout);
  setUpPage(sheet, layout);
  // Without a password: it guards against slips, and the collector against the rest.
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, objects: false, scenarios: false });
  return packWorkbook(workbook);
}

function drawCell(sheet: Worksheet, cell: LayoutCell): void {
  const style = styleOfCell(cell);
  const { first, last } = rangeOf(cell);
  for (let row = first.row; row <= last.row; row += 1) {
    for (let column = first.column; column <= last.column; column += 1) {
      sheet.getCell(row, column).style = style;
    }
  }
  const target = sheet.getCell(cell.address);
  const { content } = cell;
  switch (content.kind) {
    case 'fixed':
      target.value = typeof content.value === 'string' ? toCellText(content.value) : content.value;
      break;
    case 'formula':
      target.value = { formula: content.formula, result: content.blankResult };
      break;
    case 'stamped':
      target.value = `{{${content.placeholder}}}`;
      break;
    case 'input':
      if (content.printed !== undefined) target.value = content.printed;
      break;
  }
  if (cell.note !== undefined) target.note = toCellText(cell.note);
  if (cell.range !== cell.address) sheet.mergeCells(cell.range);
}

/** Height of A4 between the top and bottom margins, in points. */
const PAGE_HEIGHT = 842 - 72 * (0.75 + 0.75);

function setUpPage(sheet: Worksheet, layout: ScoreSheetLayout): void {
  setUpPrint(sheet, 'portrait', { first: layout.headingRow, last: layout.headingRow });
  sheet.pageSetup.printArea = `${COLUMN.category}$1:${COLUMN.association}$${layout.signatureRow}`;
  // Colours are for the screen; on paper it is the form as the document prints it.
  sheet.pageSetup.blackAndWhite = true;
  // A loose second page still tells whose it is.
  sheet.headerFooter.oddFooter = `&L&"宋体,常规"&9编号 {{${STAMPED.unitNumber}}}${sheet.headerFooter.oddFooter ?? ''}`;
  sheet.views = [{ showGridLines: false }];
  const heights = measureRows(layout);
  for (const [row, height] of heights) sheet.getRow(row).height = height;
  for (const row of endPages(layout, heights, PAGE_HEIGHT)) sheet.getRow(row).addPageBreak();
}
