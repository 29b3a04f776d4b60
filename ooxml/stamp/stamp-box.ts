/** The room that a cell of a template has for text, from its column widths, row heights and merged ranges. */
import {
  columnLetters,
  isInRange,
  readAddress,
  readRange,
  type CellPlace,
  type CellRange,
} from '../read/cell-address.ts';
import { readRoom, type PageRoom } from './page-room.ts';
import type { CellBox } from './stamp-cell.ts';
import type { StyleSheet } from './stamp-style.ts';
import type { XmlElement } from '../xml/xml-elements.ts';
import { isTrue } from '../xml/xml-tags.ts';

const POINTS_PER_PIXEL = 0.75;
/** One step of indentation is three spaces of the default font. */
const POINTS_PER_INDENT = 7;
/** Excel's own column width where a sheet names none, in characters. */
const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;
/** Text that is not wrapped runs into blank cells to its right; more than a page is never needed. */
const MOST_COLUMNS = 100;

export class SheetGeometry {
  private readonly widths = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private readonly merges: readonly CellRange[];
  private readonly filled = new Set<string>();
  private readonly defaultWidth: number;
  private readonly defaultHeight: number;
  private readonly lastColumn: number;

  /** @param sheet the root of its part */
  constructor(
    sheet: XmlElement,
    private readonly styles: StyleSheet,
  ) {
    const [format] = sheet.find('sheetFormatPr');
    this.defaultWidth = Number(format?.attribute('defaultColWidth') ?? DEFAULT_WIDTH);
    this.defaultHeight = Number(format?.attribute('defaultRowHeight') ?? DEFAULT_HEIGHT);
    for (const column of sheet.find('col')) this.readColumns(column);
    for (const row of sheet.find('row')) {
      const height = isTrue(row.attribute('hidden')) ? '0' : row.attribute('ht');
      if (height !== undefined) this.heights.set(Number(row.attribute('r') ?? 0), Number(height));
    }
    this.merges = sheet.find('mergeCell').flatMap((merge) => readRange(merge.attribute('ref') ?? '') ?? []);
    let last = 1;
    for (const cell of sheet.find('c')) {
      const address = cell.attribute('r') ?? '';
      last = Math.max(last, readAddress(address)?.column ?? 1);
      if (cell.inner !== '') this.filled.add(address);
    }
    this.lastColumn = last;
  }

  /** What the page has of height beside what its texts take. @param filled the rows that pages fill */
  roomOf(sheet: XmlElement, filled: ReadonlySet<number>): PageRoom {
    return readRoom(sheet, this.heights, this.merges, (row) => filled.has(row));
  }

  /** Null where the text is turned, for its room is not told here. */
  boxOf(address: string, style: number): CellBox | null {
    const { fontSize, wraps, indent, turned } = this.styles.read(style);
    const place = readAddress(address);
    if (turned || place === undefined) return null;
    const merged = this.merges.find(({ first }) => first.column === place.column && first.row === place.row);
    const to = merged?.last ?? { row: place.row, column: wraps ? place.column : this.lastFreeColumn(place) };
    let width = -indent * POINTS_PER_INDENT;
    let height = 0;
    for (let column = place.column; column <= to.column; column += 1) width += this.widthOf(column);
    for (let row = place.row; row <= to.row; row += 1) height += this.heights.get(row) ?? this.defaultHeight;
    return { width, height, fontSize, wraps, firstRow: place.row, lastRow: to.row };
  }

  private readColumns(block: XmlElement): void {
    const from = Number(block.attribute('min') ?? 0);
    const to = Math.min(Number(block.attribute('max') ?? 0), from + MOST_COLUMNS);
    const width = isTrue(block.attribute('hidden')) ? '0' : block.attribute('width');
    if (width === undefined) return;
    for (let column = from; column <= to; column += 1) this.widths.set(column, Number(width));
  }

  /** In points. Programs round the width of a digit up or down, or not; the smallest is taken. */
  private widthOf(column: number): number {
    const { name, size } = this.styles.defaultFont;
    const digit = (size / POINTS_PER_PIXEL) * (name === 'Arial' ? 0.556 : 0.5);
    return (this.widths.get(column) ?? this.defaultWidth) * Math.min(digit, Math.round(digit)) * POINTS_PER_PIXEL;
  }

  private lastFreeColumn(place: CellPlace): number {
    let column = place.column;
    while (column < this.lastColumn && !this.isTaken({ column: column + 1, row: place.row })) column += 1;
    return column;
  }

  private isTaken(place: CellPlace): boolean {
    const isMerged = this.merges.some((range) => isInRange(place, range));
    return isMerged || this.filled.has(`${columnLetters(place.column)}${place.row}`);
  }
}
