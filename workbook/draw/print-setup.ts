/** A4 pages as an office prints them. */
import type { Worksheet } from 'exceljs';
import type { PrintOptions } from '../../ooxml/write/sheet-options.ts';

export type Orientation = 'portrait' | 'landscape';

/** Margins in inches: 18 mm at the sides. */
const MARGINS = { left: 0.71, right: 0.71, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.35 };
const A4 = { portrait: 595, landscape: 842 };
/** Screen and printer round column widths differently; a hair less than the page keeps the last column on it. */
const SAFETY = 0.985;

/** A4 among the sizes of paper. */
const PAPER = 9;
const FOOTER = '&C&"宋体,常规"&9第 &P 页 共 &N 页';

/** Points between the side margins. */
export function printableWidth(orientation: Orientation): number {
  return (A4[orientation] - 72 * (MARGINS.left + MARGINS.right)) * SAFETY;
}

/** Points between the margins at top and bottom. */
export function printableHeight(orientation: Orientation): number {
  const across = orientation === 'portrait' ? A4.landscape : A4.portrait;
  return (across - 72 * (MARGINS.top + MARGINS.bottom)) * SAFETY;
}

/** Sets A4, one page wide, as many pages long as it takes, page numbers at the foot. `titleRows` (from 1) are repeated on each page. */
export function setUpPrint(
  sheet: Worksheet,
  orientation: Orientation,
  titleRows?: { readonly first: number; readonly last: number },
): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    // exceljs declares A4 in a const enum, which is not there when the program runs.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
    paperSize: PAPER,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: MARGINS,
    ...(titleRows && { printTitlesRow: `${titleRows.first}:${titleRows.last}` }),
  };
  sheet.headerFooter = { ...sheet.headerFooter, oddFooter: FOOTER };
}

/** The same of a sheet that is written row by row. */
export function describePrint(orientation: Orientation, titleRows: PrintOptions['titleRows']): PrintOptions {
  return { paperSize: PAPER, orientation, margins: MARGINS, pagesHigh: 0, titleRows, footer: FOOTER };
}
