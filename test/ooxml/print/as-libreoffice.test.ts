/**
 * Pages as we lay them, held against the pages that LibreOffice prints of the same workbooks: forms of every template of every scheme, and two lists.
 * `PRINT_FORMS=20` takes twenty of each sheet.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { layBook } from '../../../ooxml/print/lay-book.ts';
import { systemFonts } from '../../support/font-files.ts';
import { borderDistance, compareLines, printByLibreOffice, type LineDifference } from '../../support/printed-pages.ts';
import { stampSampleForms, writeSampleLists, type PrintedBook } from '../../support/sample-forms.ts';
import { missing } from '../../support/tools.ts';

const OF_EACH = Number(process.env['PRINT_FORMS'] ?? 2);
/** Millimetres. */
const NEAR = 1;
/** LibreOffice rounds each stretch of a line that it prints smaller: of some lines it breaks off the last character where it has room. */
const ROUNDED = 0.02;

/** LibreOffice lets a mark begin a line after a Chinese character; Excel, WPS and we do not. */
const asLibreOffice = (paragraph: string) =>
  paragraph.match(/[\t ]+|[（《“‘【〔「『〈]*[\u0021-\u02AF]+[，。、；：？！）》”’】〕」』〉]*|[^]/gu) ?? [];

interface Found {
  readonly cells: number;
  readonly differences: readonly LineDifference[];
  readonly farthest: number;
}

describe.skipIf(missing('soffice', 'pdftotext', 'pdftocairo', 'fc-match'))('pages as LibreOffice prints them', () => {
  let books: PrintedBook[];
  const found = new Map<string, Found>();

  beforeAll(async () => {
    books = [...(await stampSampleForms(OF_EACH)), ...(await writeSampleLists(['rosters', 'notice']))];
    await printByLibreOffice(
      books.map(({ bytes }) => bytes),
      async (printed) => {
        for (const [at, { name, bytes, pages: count }] of books.entries()) {
          const { pages } = layBook(bytes, name, { fonts: systemFonts(), piecesOf: asLibreOffice });
          const theirs = printed[at] ?? [];
          expect([pages.length, theirs.length], name).toEqual([count ?? pages.length, pages.length]);
          const differences: LineDifference[] = [];
          let [cells, farthest] = [0, 0];
          for (const [number, page] of pages.entries()) {
            const other = theirs[number];
            if (!other) continue;
            expect(Math.hypot(page.width - other.width, page.height - other.height), name).toBeLessThan(1);
            differences.push(...compareLines(page, other));
            cells += page.boxes.filter(({ lines }) => lines.length > 0).length;
            farthest = Math.max(farthest, await borderDistance(page, other));
          }
          found.set(name, { cells, differences, farthest });
        }
      },
    );
    if (process.env['PRINT_FORMS'] !== undefined) {
      for (const [name, { cells, differences, farthest }] of found) {
        console.log(
          `${name}: ${cells} cells, ${differences.length} with other lines, borders ${farthest.toFixed(2)} mm apart at most`,
        );
      }
    }
  }, 600_000);

  it('has every border within a millimetre', () => {
    expect(found.size).toBe(books.length);
    for (const [name, { farthest }] of found) expect(farthest, name).toBeLessThan(NEAR);
  });

  it('has the same lines in each cell, but for a last character that LibreOffice puts on the next one', () => {
    for (const [name, { cells, differences }] of found) {
      expect(cells, name).toBeGreaterThan(0);
      expect(differences.length / cells, name).toBeLessThan(ROUNDED);
      for (const { place, ours, theirs } of differences) {
        expect(ours.join(''), place).toBe(theirs.join(''));
        const other = ours.findIndex((line, at) => line !== theirs[at]);
        const [own = '', their = ''] = [ours[other], theirs[other]];
        expect(own.startsWith(their) && own.length - their.length <= 1, `${place}: ${own} ≠ ${their}`).toBe(true);
      }
    }
  });
});
