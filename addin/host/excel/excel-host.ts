/** The workbook that is open in Excel, through Office.js. ExcelApi 1.7 is the floor. */
import { SHOW_VERY_HIDDEN } from '../../../rules/very-hidden.ts';
import { cellAddress, readAddress, type CellRange } from '../../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { FormatTable, rowsOfBlock } from '../../desk/grid-block.ts';
import type { DeskClient } from '../../desk/desk.ts';
import { HostError } from '../host-error.ts';
import type { BlockWrite, ChangeHint, Mark, MarkCount, RowSpan, WorkbookAbout, WorkbookHost } from '../port.ts';
import { ExcelContext, type OfficeLibrary } from './excel-context.ts';
import { fillDesk } from './fill-desk.ts';
import { markCells, unmarkCells } from './mark-cells.ts';
import { watchSelection, watchSheets } from './watch-sheets.ts';

/** The least that the pane can work with: Excel 2019. */
export const API_FLOOR = '1.7';

export class ExcelHost implements WorkbookHost {
  readonly kind = 'excel';
  private readonly excel: ExcelContext;
  private fileName = '';

  constructor(
    library: OfficeLibrary,
    private readonly desk: DeskClient,
  ) {
    this.excel = new ExcelContext(library);
  }

  async describe(): Promise<WorkbookAbout> {
    const about = await this.excel.run(async ({ workbook }) => {
      workbook.load('name');
      workbook.worksheets.load('items/name,items/visibility');
      workbook.properties.custom.load('items/key,items/value');
      await workbook.context.sync();
      const properties = workbook.properties.custom.items.map(({ key, value }) => [key, String(value)] as const);
      return {
        fileName: workbook.name,
        sheets: workbook.worksheets.items.map(({ name, visibility }) => ({
          name,
          isVisible: visibility === 'Visible',
        })),
        properties: new Map(properties),
      };
    });
    this.fileName = about.fileName;
    await this.desk.openStore(about.fileName);
    return about;
  }

  listSheets(): Promise<readonly string[]> {
    return this.excel.run(async ({ workbook }) => {
      workbook.worksheets.load('items/name');
      await workbook.context.sync();
      return workbook.worksheets.items.map(({ name }) => name);
    });
  }

  readBlocks(blocks: readonly { sheet: string; range: CellRange }[]): Promise<readonly (SheetContent | null)[]> {
    return this.excel.run(async (context) => {
      const asked = blocks.map(({ sheet: name, range: { first, last } }) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        sheet.protection.load('protected');
        const range = sheet.getRange(`${cellAddress(first)}:${cellAddress(last)}`);
        range.load('values,numberFormat,formulas');
        return { name, first, sheet, range };
      });
      await context.sync();
      return asked.map(({ name, first, sheet, range }) => {
        if (sheet.isNullObject) return null;
        const formats = new FormatTable();
        const { values, numberFormat, formulas } = range;
        const rows = rowsOfBlock({ ...first, values, formats: numberFormat, formulas }, formats);
        return this.sheetContent(name, rows, formats, sheet.protection.protected);
      });
    });
  }

  fillDesk(sheets: readonly string[], rows: RowSpan | null = null, isStale = () => false): Promise<void> {
    return fillDesk({ excel: this.excel, desk: this.desk, isStale }, sheets, rows);
  }

  writeCells(blocks: readonly BlockWrite[]): Promise<void> {
    return this.excel.run(async (context) => {
      for (const { sheet, address, values } of blocks) {
        const corner = readAddress(address);
        const columns = values[0]?.length ?? 0;
        if (!corner || columns === 0) throw new RangeError(`nothing to write at ${address}`);
        const range = context.workbook.worksheets
          .getItem(sheet)
          .getRangeByIndexes(corner.row - 1, corner.column - 1, values.length, columns);
        range.values = values.map((row) => row.map(toExcel));
      }
      await context.sync();
    });
  }

  watch(listener: (hint: ChangeHint) => void): Promise<() => Promise<void>> {
    return watchSheets(this.excel, listener);
  }

  readonly watchSelection = (sheet: string, listener: (address: string) => void): Promise<() => Promise<void>> =>
    watchSelection(this.excel, sheet, listener);

  select(sheetName: string, address: string): Promise<void> {
    return this.excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.load('visibility');
      await context.sync();
      if (sheet.visibility === 'VeryHidden') {
        throw new HostError('gone', `工作表“${sheetName}”被深度隐藏，“取消隐藏”里找不到它，请${SHOW_VERY_HIDDEN}。`);
      }
      if (sheet.visibility !== 'Visible') {
        throw new HostError('gone', `工作表“${sheetName}”隐藏了，请先在工作表标签上点右键取消隐藏。`);
      }
      sheet.activate();
      sheet.getRange(address).select();
      await context.sync();
    });
  }

  isProtected(sheet: string): Promise<boolean> {
    return this.excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem(sheet);
      protection.load('protected');
      await context.sync();
      return protection.protected;
    });
  }

  mark(marks: readonly Mark[]): Promise<MarkCount> {
    return markCells(this.excel, marks);
  }

  unmark(): Promise<void> {
    return unmarkCells(this.excel);
  }

  private sheetContent(
    name: string,
    rows: SheetContent['rows'],
    formats: FormatTable,
    isProtected: boolean,
  ): SheetContent {
    const { fileName } = this;
    const { styles } = formats;
    return {
      fileName,
      name,
      date1904: false,
      styles,
      rows,
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      filter: null,
      isProtected,
    };
  }
}

/** Excel leaves a cell alone where `null` is written, and takes text such as `=1+1` for a formula unless an apostrophe stands before it. */
function toExcel(value: string | number | null): string | number {
  if (value === null) return '';
  return typeof value === 'string' && /^[=+\-@']/.test(value) ? `'${value}` : value;
}
