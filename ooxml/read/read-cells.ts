import {
  columnLetters,
  readAddress,
  readRange,
  readRowNumber,
  type CellPlace,
  type CellRange,
} from './cell-address.ts';
import { GRID, type IntakeLimits } from './intake-limits.ts';
import { PLAIN_STYLE, readFlag, type CellStyle } from './read-styles.ts';
import { readStringItem, unescapeText, type SharedStrings } from './read-strings.ts';
import { serialOfIso } from './serial-date.ts';
import type { Cell, ColumnBlock, SheetContent, SheetRow } from './sheet-content.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** What a sheet takes from its workbook. */
interface SheetSurroundings {
  readonly fileName: string;
  readonly name: string;
  readonly date1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly sharedStrings: SharedStrings;
  readonly limits: IntakeLimits;
}

/**
 * Reads a worksheet part. Rows and cells must come in their order, each once and in its place.
 * @throws {IntakeError}
 */
export function readCells(scanner: XmlScanner, around: SheetSurroundings): SheetContent {
  return new SheetReader(scanner, around).read();
}

const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

class SheetReader {
  private readonly rows: SheetRow[] = [];
  private readonly merges: CellRange[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: ColumnBlock[] = [];
  private readonly struckTexts: CellPlace[] = [];
  private filter: CellRange | null = null;
  private isProtected = false;
  private cellCount = 0;
  private rowCount = 0;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly around: SheetSurroundings,
  ) {}

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
    const { rows, merges, hiddenRows, hiddenColumns, filter, struckTexts, isProtected } = this;
    const hidden = { hiddenRows, hiddenColumns, filter, struckTexts };
    return { fileName, name, date1904, styles, rows, merges, ...hidden, isProtected };
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
    const depth = scanner.depth;
    let row = 0;
    while (scanner.nextChild(depth)) {
      if (scanner.name !== 'row') continue;
      const written = scanner.attribute('r');
      const number = written === undefined ? row + 1 : readRowNumber(written);
      if (number === undefined || number > GRID.rows) return scanner.fail('damaged', '行号有误');
      if (number <= row) scanner.fail('damaged', `第 ${number} 行的位置有误`);
      row = number;
      this.rowCount += 1;
      if (this.rowCount > this.around.limits.rows) scanner.fail('too-large', `超过 ${this.around.limits.rows} 行`);
      if (readFlag(scanner, 'hidden') === true || isZero(scanner.attribute('ht'))) this.hiddenRows.push(row);
      const cells = this.readRow(row);
      if (cells.length > 0) this.rows.push({ number: row, cells });
    }
  }

  private readRow(row: number): Cell[] {
    const { scanner } = this;
    const depth = scanner.depth;
    const cells: Cell[] = [];
    let column = 0;
    while (scanner.nextChild(depth)) {
      if (scanner.name !== 'c') continue;
      this.cellCount += 1;
      if (this.cellCount > this.around.limits.cells) scanner.fail('too-large', '单元格过多');
      const next = this.readColumn(row, column);
      if (next <= column || next > GRID.columns) scanner.fail('damaged', `第 ${row} 行的单元格位置有误`);
      column = next;
      const cell = this.readCell(row, column);
      if (cell !== undefined) cells.push(cell);
    }
    return cells;
  }

  private readColumn(row: number, previous: number): number {
    const written = this.scanner.attribute('r');
    if (written === undefined) return previous + 1;
    const place = readAddress(written);
    return place?.row === row ? place.column : this.scanner.fail('damaged', `第 ${row} 行的单元格地址有误`);
  }

  private readCell(row: number, column: number): Cell | undefined {
    const { scanner } = this;
    const depth = scanner.depth;
    const type = scanner.attribute('t');
    const style = this.readStyle(scanner.attribute('s'));
    let raw: string | undefined;
    let inline: string | undefined;
    let formula = false;
    while (scanner.nextChild(depth)) {
      switch (scanner.name) {
        case 'v':
          if (raw !== undefined) this.refuse(row, column);
          raw = scanner.readTextContent();
          break;
        case 'f':
          formula = true;
          break;
        case 'is':
          if (inline !== undefined) this.refuse(row, column);
          inline = this.readInline(row, column);
          break;
      }
    }
    if (type === 'inlineStr') {
      // A formula's inline text comes in `v` from some writers.
      const text = inline ?? raw;
      return text === undefined
        ? blankOrUncomputed(column, style, formula)
        : { kind: 'text', column, style, formula, text };
    }
    if (type === 'str' && raw !== undefined) {
      return { kind: 'text', column, style, formula, text: unescapeText(raw) };
    }
    if (raw === undefined || raw === '') return blankOrUncomputed(column, style, formula);
    return this.readValue(type, raw, { row, column, style, formula });
  }

  private readInline(row: number, column: number): string {
    const { text, struck } = readStringItem(this.scanner);
    if (struck) this.struckTexts.push({ row, column });
    return text;
  }

  private readValue(
    type: string | undefined,
    raw: string,
    { row, column, style, formula }: { row: number; column: number; style: number; formula: boolean },
  ): Cell {
    switch (type) {
      case undefined:
      case 'n': {
        const value = smallInteger(raw) ?? (DECIMAL.test(raw) ? Number(raw) : Number.NaN);
        if (!Number.isFinite(value)) return this.refuse(row, column);
        const isDate = (this.around.styles[style] ?? PLAIN_STYLE).isDate;
        return { kind: 'number', column, style, formula, value, isDate };
      }
      case 's': {
        const { texts, struck } = this.around.sharedStrings;
        const index = smallInteger(raw) ?? -1;
        const text = texts[index];
        if (text === undefined) return this.refuse(row, column);
        if (struck.has(index)) this.struckTexts.push({ row, column });
        return { kind: 'text', column, style, formula, text };
      }
      case 'b': {
        const value = raw === '1' || raw === 'true';
        if (!value && raw !== '0' && raw !== 'false') this.refuse(row, column);
        return { kind: 'boolean', column, style, formula, value };
      }
      case 'e':
        return { kind: 'error', column, style, formula, text: raw };
      case 'd': {
        const value = serialOfIso(raw, this.around.date1904);
        if (value === undefined) return this.refuse(row, column);
        return { kind: 'number', column, style, formula, value, isDate: true };
      }
      default:
        return this.refuse(row, column);
    }
  }

  private readStyle(written: string | undefined): number {
    if (written === undefined) return 0;
    const style = smallInteger(written);
    const known = Math.max(this.around.styles.length, 1);
    return style !== undefined && style < known ? style : this.scanner.fail('damaged', '单元格格式编号有误');
  }

  private refuse(row: number, column: number): never {
    return this.scanner.fail('damaged', `${columnLetters(column)}${row} 单元格有误`);
  }
}

function blankOrUncomputed(column: number, style: number, formula: boolean): Cell | undefined {
  return formula ? { kind: 'uncomputed', column, style, formula } : undefined;
}

/** Up to nine digits as a number, several times faster than a pattern and `Number`; undefined for anything else. */
function smallInteger(text: string): number | undefined {
  if (text === '' || text.length > 9) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function isZero(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0;
}
