import { columnLetters, readAddress, type CellPlace } from './cell-address.ts';
import { GRID, type IntakeLimits } from './intake-limits.ts';
import { readStringItem, unescapeText, type SharedStrings, type StringItem } from './read-strings.ts';
import { PLAIN_STYLE, readFlag, type CellStyle } from './read-styles.ts';
import { serialOfIso } from './serial-date.ts';
import type { Cell, SheetRow } from './sheet-content.ts';
import type { RowReading, SharedTextCell, SheetMemory } from './sheet-memory.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** What a sheet takes from its workbook. */
export interface SheetSurroundings {
  readonly fileName: string;
  readonly name: string;
  readonly date1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly sharedStrings: SharedStrings;
  readonly limits: IntakeLimits;
  /** Whether formulas may lead to other workbooks. */
  readonly hasLinks: boolean;
  /** What earlier sheets in these surroundings held; null for one that is like no other. */
  readonly memory: SheetMemory | null;
}

/** Another workbook in a formula: by its number in the file, or by its name. */
const LINK = /\[[^\]]+\][^'"!]*'?!/;
/** Stands for what is written and nobody can read: whoever needs the cell is told. */
const UNREADABLE = '无法读取的内容';
const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Reads the rows of one sheet, each when its start tag has been read. */
export class RowReader {
  /** Formulas that lead to another workbook. */
  readonly linked: CellPlace[] = [];
  private cellCount = 0;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly around: SheetSurroundings,
  ) {}

  /** Reads the row just opened. @throws {IntakeError} also for more cells in the sheet than are taken */
  read(number: number): RowReading {
    const { scanner } = this;
    const depth = scanner.depth;
    const isHidden = readFlag(scanner, 'hidden') === true || isZero(scanner.attribute('ht'));
    const cells: (Cell | SharedTextCell)[] = [];
    const countBefore = this.cellCount;
    let column = 0;
    while (scanner.nextChild(depth)) {
      if (scanner.name !== 'c') continue;
      this.countCells(1);
      const next = this.readColumn(number, column);
      if (next <= column || next > GRID.columns) scanner.fail('damaged', `第 ${number} 行的单元格位置有误`);
      column = next;
      const cell = this.readCell(number, column);
      if (cell !== undefined) cells.push(cell);
    }
    return { number, isHidden, cellCount: this.cellCount - countBefore, cells };
  }

  /** Counts cells of the sheet that are known already. @throws {IntakeError} for more than are taken */
  countCells(more: number): void {
    this.cellCount += more;
    if (this.cellCount > this.around.limits.cells) this.scanner.fail('too-large', '单元格过多');
  }

  /** The row with its shared strings. */
  lookUp({ number, cells }: RowReading): SheetRow {
    const { texts, runs } = this.around.sharedStrings;
    const full = cells.map((cell): Cell => {
      if (cell.kind !== 'shared') return cell;
      const { column, style, formula, index } = cell;
      const text = texts[index];
      if (text === undefined) return unreadable(column, style, formula);
      return textCell(cell, { text, runs: runs.get(index) ?? null });
    });
    return { number, cells: full };
  }

  private readColumn(row: number, previous: number): number {
    const written = this.scanner.attribute('r');
    if (written === undefined) return previous + 1;
    const place = readAddress(written);
    return place?.row === row ? place.column : this.scanner.fail('damaged', `第 ${row} 行的单元格地址有误`);
  }

  private readCell(row: number, column: number): Cell | SharedTextCell | undefined {
    const { scanner } = this;
    const depth = scanner.depth;
    const type = scanner.attribute('t');
    const style = this.readStyle(scanner.attribute('s'));
    let raw: string | undefined;
    let inline: StringItem | undefined;
    let formula = false;
    while (scanner.nextChild(depth)) {
      switch (scanner.name) {
        case 'v':
          if (raw !== undefined) this.refuse(row, column);
          raw = scanner.readTextContent();
          break;
        case 'f':
          formula = true;
          if (this.around.hasLinks && LINK.test(scanner.readTextContent())) this.linked.push({ row, column });
          break;
        case 'is':
          if (inline !== undefined) this.refuse(row, column);
          inline = readStringItem(scanner);
          break;
      }
    }
    if (type === 'inlineStr') {
      // A formula's inline text comes in `v` from some writers.
      const item = inline ?? (raw === undefined ? undefined : { text: raw, runs: null });
      return item === undefined
        ? blankOrUncomputed(column, style, formula)
        : textCell({ column, style, formula }, item);
    }
    if (type === 'str' && raw !== undefined) {
      return { kind: 'text', column, style, formula, text: unescapeText(raw) };
    }
    if (raw === undefined || raw === '') return blankOrUncomputed(column, style, formula);
    return this.readValue(type, raw, { column, style, formula });
  }

  private readValue(
    type: string | undefined,
    raw: string,
    { column, style, formula }: { column: number; style: number; formula: boolean },
  ): Cell | SharedTextCell {
    switch (type) {
      case undefined:
      case 'n': {
        const value = smallInteger(raw) ?? (DECIMAL.test(raw) ? Number(raw) : Number.NaN);
        if (!Number.isFinite(value)) return unreadable(column, style, formula);
        const isDate = (this.around.styles[style] ?? PLAIN_STYLE).isDate;
        return { kind: 'number', column, style, formula, value, isDate };
      }
      case 's':
        return { kind: 'shared', column, style, formula, index: smallInteger(raw) ?? -1 };
      case 'b': {
        const value = raw === '1' || raw === 'true';
        if (!value && raw !== '0' && raw !== 'false') return unreadable(column, style, formula);
        return { kind: 'boolean', column, style, formula, value };
      }
      case 'e':
        return { kind: 'error', column, style, formula, text: raw };
      case 'd': {
        const value = serialOfIso(raw, this.around.date1904);
        if (value === undefined) return unreadable(column, style, formula);
        return { kind: 'number', column, style, formula, value, isDate: true };
      }
      default:
        return unreadable(column, style, formula);
    }
  }

  private readStyle(written: string | undefined): number {
    if (written === undefined || written === '') return 0;
    const style = smallInteger(written);
    const known = Math.max(this.around.styles.length, 1);
    return style !== undefined && style < known ? style : this.scanner.fail('damaged', '单元格格式编号有误');
  }

  private refuse(row: number, column: number): never {
    return this.scanner.fail('damaged', `${columnLetters(column)}${row} 单元格有误`);
  }
}

function textCell(
  { column, style, formula }: Omit<SharedTextCell, 'kind' | 'index'>,
  { text, runs }: StringItem,
): Cell {
  const cell = { kind: 'text', column, style, formula, text } as const;
  return runs ? { ...cell, runs } : cell;
}

/** A cell in a column that nobody reads harms nobody. */
function unreadable(column: number, style: number, formula: boolean): Cell {
  return { kind: 'error', column, style, formula, text: UNREADABLE };
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

/** Whether a width or a height is one that hides. */
export function isZero(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0;
}
