/** What of a sheet is seen on paper: its cells with their look, widths, heights and merged ranges. */
import { readAddress, readRange, type CellRange } from '../read/cell-address.ts';
import { readRuns } from '../stamp/stamp-text.ts';
import { findIn, type XmlElement } from '../xml/xml-elements.ts';
import { isTrue } from '../xml/xml-tags.ts';
import { readPageSetup, type PageSetup } from './page-setup.ts';
import { SIDES, type PrintFont, type PrintStyle, type PrintStyles } from './print-style.ts';
import { showNumber } from './show-number.ts';

/** A stretch of text in one font. */
export interface PrintRun {
  readonly text: string;
  readonly font: PrintFont;
}

export interface PrintCell {
  readonly row: number;
  readonly column: number;
  readonly style: PrintStyle;
  readonly runs: readonly PrintRun[];
  readonly isNumber: boolean;
}

export interface PrintSheet {
  readonly name: string;
  /** By row, from top to bottom, each by column. */
  readonly cells: readonly PrintCell[];
  readonly merges: readonly CellRange[];
  /** In characters of the default font; 0 where hidden. */
  readonly widthOf: (column: number) => number;
  /** In points, 0 where hidden; null where the row takes the height of its text. */
  readonly heightOf: (row: number) => number | null;
  /** Of a row with a line of the default font, in points; null where the sheet does not say. */
  readonly lineHeight: number | null;
  readonly setup: PageSetup;
  /** What is printed; null where nothing stands. */
  readonly area: CellRange | null;
  /** Rows that stand at the top of each page. */
  readonly titles: { readonly first: number; readonly last: number } | null;
  /** Pictures and shapes, which are not drawn here. */
  readonly hasDrawings: boolean;
}

/** What a sheet takes from its workbook. */
interface SheetSource {
  readonly name: string;
  readonly styles: PrintStyles;
  /** `<si>` elements. */
  readonly strings: readonly XmlElement[];
  readonly date1904: boolean;
  readonly area: CellRange | null;
  readonly titles: PrintSheet['titles'];
}

/** Excel's own width where a sheet names none, in characters. */
const DEFAULT_WIDTH = 8.43;
const POINTS_PER_PIXEL = 0.75;
const ROUNDING = 1e-6;

/** @param root of the sheet's part */
export function readPrintSheet(root: XmlElement, source: SheetSource): PrintSheet {
  const beside = besideRows(root);
  const [format] = beside.find('sheetFormatPr');
  const lineHeight = format?.attribute('defaultRowHeight');
  const defaultWidth = Number(format?.attribute('defaultColWidth') ?? DEFAULT_WIDTH);
  const columns = (beside.find('cols')[0]?.find('col') ?? []).map((block) => ({
    first: Number(block.attribute('min') ?? 0),
    last: Number(block.attribute('max') ?? 0),
    width: isTrue(block.attribute('hidden')) ? 0 : Number(block.attribute('width') ?? defaultWidth),
  }));
  const heights = new Map<number, number | null>();
  const cells: PrintCell[] = [];
  for (const row of root.find('row')) {
    const number = Number(row.attribute('r') ?? 0);
    heights.set(number, isTrue(row.attribute('hidden')) ? 0 : readHeight(row));
    for (const cell of row.find('c')) cells.push(readCell(cell, source));
  }
  const merges = (beside.find('mergeCells')[0]?.find('mergeCell') ?? []).flatMap(
    (merge) => readRange(merge.attribute('ref') ?? '') ?? [],
  );
  return {
    name: source.name,
    cells,
    merges,
    widthOf: (column) => columns.find(({ first, last }) => first <= column && column <= last)?.width ?? defaultWidth,
    heightOf: (row) => heights.get(row) ?? null,
    lineHeight: lineHeight === undefined ? null : Number(lineHeight),
    setup: readPageSetup(beside),
    area: source.area ?? usedRange(cells, merges),
    titles: source.titles,
    hasDrawings: beside.find('drawing').length > 0,
  };
}

/** What a sheet holds beside its rows, which are nearly all of it. */
function besideRows(root: XmlElement): Pick<XmlElement, 'find'> {
  const others = root.children.filter(({ name }) => name !== 'sheetData');
  return { find: (...names) => findIn(others, names) };
}

/** Files that say how far letters hang below mean whole pixels, as LibreOffice has it; the others mean what they say. */
function readHeight(row: XmlElement): number | null {
  const height = row.attribute('ht');
  if (height === undefined) return null;
  const points = Number(height);
  return row.attribute('dyDescent') === undefined
    ? points
    : Math.floor(points / POINTS_PER_PIXEL + ROUNDING) * POINTS_PER_PIXEL;
}

function readCell(cell: XmlElement, { styles, strings, date1904 }: SheetSource): PrintCell {
  const { row = 0, column = 0 } = readAddress(cell.attribute('r') ?? '') ?? {};
  const style = styles.of(Number(cell.attribute('s') ?? 0));
  const type = cell.attribute('t');
  const base = { row, column, style };
  const raw = cell.child('v')?.text ?? '';
  const item = type === 's' ? strings[Number(raw)] : type === 'inlineStr' ? cell.child('is') : undefined;
  if (item) {
    const runs = readRuns(item).map(({ font, text }) => ({ text, font: fontOf(item, font, style, styles) }));
    return { ...base, runs: runs.filter(({ text }) => text !== ''), isNumber: false };
  }
  if (raw === '') return { ...base, runs: [], isNumber: false };
  const isNumber = type === undefined || type === 'n';
  const text = isNumber
    ? showNumber(Number(raw), style.format, date1904)
    : type === 'b'
      ? raw === '1'
        ? 'TRUE'
        : 'FALSE'
      : raw;
  return { ...base, runs: [{ text, font: style.font }], isNumber };
}

/** @param outer the properties of a run as written; blank where it has none */
function fontOf(item: XmlElement, outer: string, style: PrintStyle, styles: PrintStyles): PrintFont {
  if (outer === '') return style.font;
  const element = item.find('rPr').find((each) => each.outer === outer);
  return element ? styles.fontOf(element, style.font) : style.font;
}

/** From A1 to the last cell in which something is seen. */
function usedRange(cells: readonly PrintCell[], merges: readonly CellRange[]): CellRange | null {
  let row = 0;
  let column = 0;
  for (const { row: atRow, column: atColumn, runs, style } of cells) {
    const isSeen = runs.length > 0 || style.fill !== null || SIDES.some((side) => style.borders[side] !== null);
    if (!isSeen) continue;
    const merge = merges.find(({ first }) => first.row === atRow && first.column === atColumn);
    row = Math.max(row, merge?.last.row ?? atRow);
    column = Math.max(column, merge?.last.column ?? atColumn);
  }
  return row === 0 ? null : { first: { row: 1, column: 1 }, last: { row, column } };
}
