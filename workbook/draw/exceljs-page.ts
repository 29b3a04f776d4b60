import type { CellValue, Worksheet } from 'exceljs';
import { toStyle } from './cell-looks.ts';
import { toCellText } from './cell-text.ts';
import { toColumnWidth } from './column-widths.ts';
import type { DrawnPage, PageSetUp, PenCell } from './page.ts';
import { setUpPrint } from './print-setup.ts';

/** A sheet of exceljs: for designed sheets of bounded size, to which more is done than rows can say. */
export class ExceljsPage implements DrawnPage {
  private lastRow = 0;

  constructor(private readonly sheet: Worksheet) {}

  get name(): string {
    return this.sheet.name;
  }

  setWidths(widths: readonly number[]): void {
    widths.forEach((width, index) => {
      this.sheet.getColumn(index + 1).width = toColumnWidth(width);
    });
  }

  addRow(cells: readonly PenCell[], height: number): void {
    const row = (this.lastRow += 1);
    let column = 1;
    for (const { value, look, span = 1 } of cells) {
      const last = column + span - 1;
      const style = toStyle(look);
      for (let each = column; each <= last; each += 1) this.sheet.getCell(row, each).style = style;
      this.sheet.getCell(row, column).value = toCellValue(value);
      if (span > 1) this.sheet.mergeCells(row, column, row, last);
      column = last + 1;
    }
    this.sheet.getRow(row).height = height;
  }

  joinRows(column: number, first: number, last: number): void {
    this.sheet.mergeCells(first, column, last, column);
  }

  breakPage(): void {
    this.sheet.getRow(this.lastRow).addPageBreak();
  }

  setHeader(header: string): void {
    this.sheet.headerFooter = { ...this.sheet.headerFooter, oddHeader: header };
  }

  setUp({ orientation, titleRows, frozenRows = 0, frozenColumns = 0, filter, pagesHigh = 0 }: PageSetUp): void {
    const isFrozen = frozenRows + frozenColumns > 0;
    const frozen = { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, showGridLines: false } as const;
    this.sheet.views = [isFrozen ? frozen : { showGridLines: false }];
    if (filter) {
      const { first, last, columns } = filter;
      this.sheet.autoFilter = { from: { row: first, column: 1 }, to: { row: last, column: columns } };
    }
    setUpPrint(this.sheet, orientation, titleRows);
    this.sheet.pageSetup.fitToHeight = pagesHigh;
  }
}

function toCellValue(value: PenCell['value']): CellValue {
  if (typeof value === 'string') return value === '' ? null : toCellText(value);
  if (value === null || typeof value === 'number') return value;
  return { formula: value.formula, result: value.result };
}
