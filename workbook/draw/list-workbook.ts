/** A workbook whose lists may be as long as the roster: rows are packed as they are drawn. */
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import type { SheetWriter } from '../../ooxml/write/sheet-writer.ts';
import { WorkbookWriter } from '../../ooxml/write/workbook-writer.ts';
import { toCellStyle, type Look } from './cell-looks.ts';
import { toCellText } from './cell-text.ts';
import { toColumnWidth } from './column-widths.ts';
import { MAKER, type DrawnPage, type PageSetUp, type PenCell } from './page.ts';
import { describePrint } from './print-setup.ts';

export class ListWorkbook {
  private readonly writer: WorkbookWriter;
  /** Looks that were met before; most cells share a few. */
  private readonly styles = new WeakMap<Look, number>();

  /** @param custom what the workbook says of itself, by the names of its properties */
  constructor(title: string, custom?: Readonly<Record<string, string>>) {
    this.writer = new WorkbookWriter({ title, creator: MAKER, ...(custom && { custom }) });
  }

  /** A page behind those that are there. */
  addPage(name: string): WrittenPage {
    return new WrittenPage(this.writer.addSheet(name), this);
  }

  /** The number of a look in this workbook. */
  styleOf(look: Look): number {
    const known = this.styles.get(look);
    if (known !== undefined) return known;
    const style = this.writer.styleOf(toCellStyle(look));
    this.styles.set(look, style);
    return style;
  }

  /** The bytes, promised as those of exceljs are; nothing may be drawn any more. The same drawing gives the same bytes. */
  finish(): Promise<Uint8Array> {
    return Promise.resolve(this.writer.finish());
  }
}

export class WrittenPage implements DrawnPage {
  constructor(
    /** For what only this kind of sheet has. */
    readonly sheet: SheetWriter,
    private readonly workbook: ListWorkbook,
  ) {
    sheet.options.gridLines = false;
  }

  get name(): string {
    return this.sheet.name;
  }

  setWidths(widths: readonly number[]): void {
    this.sheet.options.widths = widths.map(toColumnWidth);
  }

  addRow(cells: readonly PenCell[], height: number): void {
    const written = cells.map(({ value, look, span }) => ({
      value: typeof value === 'string' ? toCellText(value) : value,
      style: this.workbook.styleOf(look),
      span,
    }));
    this.sheet.addRow(written, { height });
  }

  joinRows(column: number, first: number, last: number): void {
    this.sheet.merge({ row: first, column }, { row: last, column });
  }

  breakPage(): void {
    this.sheet.breakPage();
  }

  setHeader(header: string): void {
    this.sheet.options.header = header;
  }

  setUp({ orientation, titleRows, frozenRows = 0, frozenColumns = 0, filter, pagesHigh = 0 }: PageSetUp): void {
    const { options } = this.sheet;
    options.frozen = { rows: frozenRows, columns: frozenColumns };
    options.filter = filter ? `A${filter.first}:${columnLetters(filter.columns)}${filter.last}` : '';
    options.print = { ...describePrint(orientation, titleRows), pagesHigh };
  }
}
