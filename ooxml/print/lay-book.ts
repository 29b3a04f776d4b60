/** A workbook as pages of paper. */
import { openPrintBook } from './print-book.ts';
import { typesetIn, type Typesetting } from './break-lines.ts';
import type { Fonts } from './fonts.ts';
import { layHeadings, makeRoom } from './lay-headings.ts';
import { laySheet } from './lay-sheet.ts';
import type { PrintPage } from './print-page.ts';

interface LaidBook {
  readonly pages: readonly PrintPage[];
  /** Some of its sheets bear pictures or shapes, which are not on these pages. */
  readonly hasDrawings: boolean;
}

/**
 * Lays a workbook out as it is printed: the sheets, areas, repeated rows, breaks and fitting that it asks for.
 * @param fileName as the user knows it
 * @throws {IntakeError} when it cannot be read
 */
export function layBook(bytes: Uint8Array, fileName: string, setting: Fonts | Typesetting): LaidBook {
  const typesetting = typeof setting === 'function' ? typesetIn(setting) : setting;
  const book = openPrintBook(bytes, fileName);
  const sheets = Array.from(book.sheets, (read) => {
    const sheet = { ...read, setup: makeRoom(read.setup, book.defaultFont, typesetting) };
    return { sheet, ...laySheet(sheet, book.defaultFont, typesetting) };
  });
  const count = sheets.reduce((sum, { pages }) => sum + pages.length, 0);
  const file = fileName.replace(/^.*[/\\]/, '');
  let number = 0;
  const all = sheets.flatMap(({ sheet: { name, setup }, scale, pages }) => {
    number = (setup.firstPage ?? number + 1) - 1;
    return pages.map(({ boxes, rules }, at): PrintPage => {
      number += 1;
      const values = { page: number, pages: count, sheet: name, file, isFirst: at === 0, scale };
      const lines = layHeadings(setup, values, book.defaultFont, typesetting);
      return { sheet: name, number, ...setup.paper, boxes, rules, lines };
    });
  });
  return { pages: all, hasDrawings: sheets.some(({ sheet }) => sheet.hasDrawings) };
}
