/** Fonts, colours and heights of the score sheet. */
import type { Fill, Style } from 'exceljs';
import { LOOK, toStyle, type Look } from '../draw/cell-looks.ts';
import type { CellContent, CellLook, LayoutCell } from './score-sheet-cell.ts';
import { COLUMN, type Role } from './score-sheet-places.ts';

/** In points; the five columns of the form fill the width of the page. */
export const COLUMN_WIDTHS: ReadonlyMap<string, number> = new Map([
  [COLUMN.category, 64],
  [COLUMN.text, 268],
  [COLUMN.maximum, 36],
  [COLUMN.self, 54],
  [COLUMN.association, 63],
  [COLUMN.selfSum, 60],
  [COLUMN.associationSum, 60],
]);

const PANEL: Look = { ...LOOK.center, fontSize: 9, tone: 'group' };

const LOOKS: Readonly<Record<CellLook, Look>> = {
  annex: { ...LOOK.line, fontName: '黑体', fontSize: 12 },
  title: { ...LOOK.title, fontSize: 16 },
  preamble: LOOK.subtitle,
  caption: LOOK.line,
  filled: { ...LOOK.line, fontName: '宋体' },
  heading: LOOK.heading,
  category: { ...LOOK.center, fontName: '黑体', fontSize: 10 },
  text: { ...LOOK.text, fontSize: 10 },
  figure: LOOK.center,
  sum: LOOK.sum,
  panel: PANEL,
  blankCount: { ...PANEL, numFmt: '"未填 "0" 项"' },
  faultCount: { ...PANEL, numFmt: '"有误 "0" 项"' },
  hint: { ...LOOK.line, fontSize: 9 },
  reason: { ...LOOK.text, fontSize: 9 },
  signature: LOOK.line,
};

/** Least heights of rows, by what stands in them, in points. */
export const LEAST_HEIGHT: Readonly<Partial<Record<CellLook, number>>> = {
  title: 28,
  filled: 26,
  heading: 26,
  figure: 20,
  sum: 22,
  reason: 30,
  signature: 40,
};

/** Fills of input cells: strong while blank, hardly there when filled in. */
export const INPUT_FILL: Readonly<Record<Role, { readonly blank: string; readonly filled: string }>> = {
  self: { blank: 'FFFFF2CC', filled: 'FFFFFDF5' },
  association: { blank: 'FFDDEBF7', filled: 'FFF6FAFD' },
};

const DATE_FORMAT = 'yyyy-mm-dd';
/** Keeps a unit number such as 0012 a text. */
const TEXT_FORMAT = '@';
const UNDERLINE = { bottom: { style: 'thin', color: { argb: 'FF000000' } } } as const;

export function lookOf(cell: LayoutCell): Look {
  return LOOKS[cell.look];
}

/** The style of a cell of the layout; only input cells are unlocked. */
export function styleOfCell(cell: LayoutCell): Partial<Style> {
  const style = toStyle(lookOf(cell));
  const { content } = cell;
  return {
    ...style,
    ...(cell.look === 'filled' && { border: UNDERLINE }),
    ...(content.kind === 'stamped' && { numFmt: TEXT_FORMAT }),
    ...(content.kind === 'input' && styleInput(content)),
  };
}

function styleInput({ role, input }: CellContent & { kind: 'input' }): Partial<Style> {
  const fill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INPUT_FILL[role].filled } };
  const numFmt = { date: DATE_FORMAT, filler: TEXT_FORMAT, score: 'General', veto: 'General' }[input];
  return { fill, numFmt, protection: { locked: false } };
}
