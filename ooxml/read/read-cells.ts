import { readRange, readRowNumber, type CellRange } from './cell-address.ts';
import { GRID } from './intake-limits.ts';
import { isZero, RowReader, type SheetSurroundings } from './read-row.ts';
import { readFlag } from './read-styles.ts';
import type { ColumnBlock, SheetContent, SheetRow } from './sheet-content.ts';
import { copyText, type KnownRow, type RowReading } from './sheet-memory.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/**
 * Reads a worksheet part. Rows and cells must come in their order, each once and in its place.
 * @throws {IntakeError}
 */
export function readCells(scanner: XmlScanner, around: SheetSurroundings): SheetContent {
  return new SheetReader(scanner, around).read();
}

/** A stretch of the sheet that looks like a row. */
interface SeenRow {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

class SheetReader {
  private readonly rows: SheetRow[] = [];
  private readonly merges: CellRange[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: ColumnBlock[] = [];
  private filter: CellRange | null = null;
  private isProtected = false;
  private rowCount = 0;
  /** What stands between the rows and the page, where it is not known yet; and the hidden columns before it. */
  private rest: { readonly from: number; readonly to: number; readonly columns: number } | undefined;

  private readonly rowReader: RowReader;
  private readonly startTag: string;
  private readonly endTag: string;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly around: SheetSurroundings,
  ) {
    this.rowReader = new RowReader(scanner, around);
    this.startTag = `<${scanner.prefix}row `;
    this.endTag = `</${scanner.prefix}row>`;
  }

  read(): SheetContent {
    const { scanner } = this;
    let dataSeen = false;
    while (scanner.nextChild(1)) {
      switch (scanner.name) {
        case 'cols':
          this.readColumns();
          break;
        case 'sheetData':
          if (dataSeen) scanner.fail('damaged', 'sheetData 重复');
          dataSeen = true;
          this.readRows();
          this.recallRest();
          break;
        case 'pageMargins':
          this.keepRest();
          break;
        case 'sheetProtection':
          this.isProtected = readFlag(scanner, 'sheet') ?? false;
          break;
        case 'autoFilter':
          this.readFilter();
          break;
        case 'mergeCells':
          this.readMerges();
          break;
      }
    }
    const { fileName, name, date1904, styles } = this.around;
    const { rows, merges, hiddenRows, hiddenColumns, filter, isProtected } = this;
    const hidden = { hiddenRows, hiddenColumns, filter };
    const { linked } = this.rowReader;
    const linkedCells = linked.length > 0 ? { linkedCells: linked } : {};
    return { fileName, name, date1904, styles, rows, merges, ...hidden, ...linkedCells, isProtected };
  }

  private readColumns(): void {
    const { scanner } = this;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) {
      const first = this.readColumnNumber('min');
      const last = this.readColumnNumber('max');
      if (first > last || this.hiddenColumns.length >= GRID.columns) scanner.fail('damaged', '列的范围有误');
      if (readFlag(scanner, 'hidden') === true || isZero(scanner.attribute('width'))) {
        this.hiddenColumns.push({ first, last });
      }
    }
  }

  private readColumnNumber(name: string): number {
    const number = readRowNumber(this.scanner.attribute(name) ?? '');
    return number === undefined || number > GRID.columns ? this.scanner.fail('damaged', '列号有误') : number;
  }

  /** The buttons alone hide nothing; a column with a choice does. */
  private readFilter(): void {
    const { scanner } = this;
    const depth = scanner.depth;
    const range = readRange(scanner.attribute('ref')?.replaceAll('$', '') ?? '') ?? null;
    while (scanner.nextChild(depth)) if (scanner.name === 'filterColumn') this.filter = range;
  }

  private readMerges(): void {
    const { scanner } = this;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) {
      const range = readRange(scanner.attribute('ref') ?? '') ?? scanner.fail('damaged', '合并区域有误');
      if (this.merges.length >= this.around.limits.merges) scanner.fail('too-large', '合并区域过多');
      this.merges.push(range);
    }
  }

  private readRows(): void {
    const { scanner } = this;
    const { memory } = this.around;
    const depth = scanner.depth;
    let last = 0;
    for (;;) {
      const seen = memory === null ? null : this.peekRow(depth);
      const known = seen && memory?.row(this.rowCount + 1, seen.text);
      if (seen && known) {
        last = this.enterRow(known.reading.number, last);
        this.recallRow(known, seen.end);
        continue;
      }
      if (!scanner.nextChild(depth)) return;
      if (scanner.name !== 'row') continue;
      const start = scanner.tagStart;
      const written = scanner.attribute('r');
      last = this.enterRow(written === undefined ? last + 1 : readRowNumber(written), last);
      // A row whose number is not written may be another one in another sheet.
      const isAsSeen = seen !== null && start === seen.start && written !== undefined;
      this.readRow(last, isAsSeen ? seen : null);
    }
  }

  private enterRow(number: number | undefined, last: number): number {
    const { scanner } = this;
    if (number === undefined || number > GRID.rows) return scanner.fail('damaged', '行号有误');
    if (number <= last) scanner.fail('damaged', `第 ${number} 行的位置有误`);
    this.rowCount += 1;
    if (this.rowCount > this.around.limits.rows) scanner.fail('too-large', `超过 ${this.around.limits.rows} 行`);
    return number;
  }

  /** The row of the list at `depth` that begins right behind the tag just read, up to where it seems to end; an end tag may be mere text. */
  private peekRow(depth: number): SeenRow | null {
    const { scanner, startTag, endTag } = this;
    const start = scanner.tagEnd;
    const isBetweenRows = scanner.depth === depth && !scanner.isEmpty;
    if (!isBetweenRows || !scanner.xml.startsWith(startTag, start)) return null;
    const found = scanner.xml.indexOf(endTag, start);
    if (found === -1) return null;
    const end = found + endTag.length;
    return { start, end, text: scanner.slice(start, end) };
  }

  /** Takes a row from an earlier sheet that had the same at this place. */
  private recallRow({ reading, strings, full }: KnownRow, end: number): void {
    const { scanner, rowReader } = this;
    scanner.moveTo(end);
    rowReader.countCells(reading.cellCount);
    this.take(reading, strings === this.around.sharedStrings ? full : rowReader.lookUp(reading));
  }

  /** @param seen where the row may be kept, if it ends there */
  private readRow(number: number, seen: SeenRow | null): void {
    const { scanner, rowReader, rowCount } = this;
    const { memory, sharedStrings: strings } = this.around;
    const read = rowReader.read(number);
    const reading = seen === null ? read : detach(read);
    const full = rowReader.lookUp(reading);
    this.take(reading, full);
    if (seen !== null && scanner.tagEnd === seen.end)
      memory?.keepRow(rowCount, { text: seen.text, reading, strings, full });
  }

  private take({ isHidden }: RowReading, row: SheetRow): void {
    if (isHidden) this.hiddenRows.push(row.number);
    if (row.cells.length > 0) this.rows.push(row);
  }

  /** Takes what the sheet says between its rows and its page from an earlier one. */
  private recallRest(): void {
    const { scanner } = this;
    const { memory } = this.around;
    // What stands before the rows goes on here only in a sheet that is out of order.
    if (memory === null || this.merges.length > 0 || this.filter !== null || this.isProtected) return;
    const from = scanner.tagEnd;
    const to = scanner.xml.indexOf(`<${scanner.prefix}pageMargins`, from);
    if (to === -1) return;
    const known = memory.rest(scanner.slice(from, to));
    if (known === undefined) {
      this.rest = { from, to, columns: this.hiddenColumns.length };
      return;
    }
    this.merges.push(...known.merges);
    this.filter = known.filter;
    this.isProtected = known.isProtected;
    scanner.moveTo(to);
  }

  private keepRest(): void {
    const { scanner, rest, merges, filter, isProtected } = this;
    if (rest?.to !== scanner.tagStart || this.hiddenColumns.length > rest.columns) return;
    const reading = { merges: [...merges], filter, isProtected };
    this.around.memory?.keepRest(scanner.slice(rest.from, rest.to), reading);
  }
}

/** A row none of whose texts is a piece of its sheet, which would be kept with it. */
function detach(reading: RowReading): RowReading {
  const cells = reading.cells.map((cell) => ('text' in cell ? { ...cell, text: copyText(cell.text) } : cell));
  return { ...reading, cells };
}
