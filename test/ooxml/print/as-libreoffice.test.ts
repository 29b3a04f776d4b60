/**
 * Pages as we lay them, held against the pages that LibreOffice prints of the same workbooks: forms of every template of every scheme, and every list,
 * table and report. `PRINT_FORMS=20` takes twenty of each sheet, and twenty nominations of each award for the lists.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { layBook } from '../../../ooxml/print/lay-book.ts';
import { systemFonts } from '../../support/font-files.ts';
import { breakAsLibreOffice } from '../../support/libreoffice-lines.ts';
import {
  borderDistance,
  compareLines,
  headingDistance,
  printByLibreOffice,
  type LineDifference,
} from '../../support/printed-pages.ts';
import { stampSampleForms, writeSampleLists, type PrintedBook } from '../../support/sample-forms.ts';
import { missing } from '../../support/tools.ts';

const OF_EACH = Number(process.env['PRINT_FORMS'] ?? 2);
/** Millimetres; of a double line one of its two is nearest. */
const NEAR = 0.3;
/** Of header and footer, whose heights LibreOffice rounds. */
const HEADING_NEAR = 0.5;
/** Cells in which a line ends a character sooner or later, where LibreOffice rounds its room otherwise. */
const ROUNDED = 0.005;

interface Found {
  readonly cells: number;
  readonly differences: readonly LineDifference[];
  /** Borders. */
  readonly farthest: number;
  readonly headings: number;
}

describe.skipIf(missing('soffice', 'pdftotext', 'pdftocairo', 'fc-match'))('pages as LibreOffice prints them', () => {
  let books: PrintedBook[];
  const found = new Map<string, Found>();

  beforeAll(async () => {
    books = [...(await stampSampleForms(OF_EACH)), ...(await writeSampleLists(OF_EACH))];
    await printByLibreOffice(
      books.map(({ bytes }) => bytes),
      async (printed) => {
        for (const [at, { name, bytes, pages: count }] of books.entries()) {
          const { pages } = layBook(bytes, name, { fonts: systemFonts(), breakIn: breakAsLibreOffice });
          const theirs = printed[at] ?? [];
          expect([pages.length, theirs.length], name).toEqual([count ?? pages.length, pages.length]);
          const differences: LineDifference[] = [];
          let [cells, farthest, headings] = [0, 0, 0];
          for (const [number, page] of pages.entries()) {
            const other = theirs[number];
            if (!other) continue;
            expect(Math.hypot(page.width - other.width, page.height - other.height), name).toBeLessThan(1);
            differences.push(...compareLines(page, other));
            cells += page.boxes.filter(({ lines }) => lines.length > 0).length;
            farthest = Math.max(farthest, await borderDistance(page, other));
            headings = Math.max(headings, headingDistance(page, other));
          }
          found.set(name, { cells, differences, farthest, headings });
        }
      },
    );
    if (process.env['PRINT_FORMS'] !== undefined) {
      for (const [name, { cells, differences, farthest, headings }] of found) {
        const apart = `borders ${farthest.toFixed(2)} mm apart at most, headings ${headings.toFixed(2)} mm`;
        console.log(`${name}: ${cells} cells, ${differences.length} with other lines, ${apart}`);
      }
    }
  }, 1_800_000);

  it('has every border within a third of a millimetre, headers and footers within half of one', () => {
    expect(found.size).toBe(books.length);
    for (const [name, { farthest, headings }] of found) {
      expect(farthest, name).toBeLessThan(NEAR);
      expect(headings, name).toBeLessThan(HEADING_NEAR);
    }
  });

  it('has the same lines in each cell, but for a few that are a dot too long', () => {
    for (const [name, { cells, differences }] of found) {
      expect(cells, name).toBeGreaterThan(0);
      expect(differences.length, `${name} ${JSON.stringify(differences[0])}`).toBeLessThanOrEqual(
        Math.ceil(cells * ROUNDED),
      );
      for (const { place, ours, theirs } of differences) expect(ours.join(''), place).toBe(theirs.join(''));
    }
  });
});
