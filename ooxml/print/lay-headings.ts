/** Where header and footer of a page stand. */
import { breakIntoLines, heightOfLines, type TextLine, type Typesetting } from './break-lines.ts';
import { readHeading, type HeadingPart, type HeadingValues } from './headings.ts';
import type { Heading, PageSetup } from './page-setup.ts';
import type { PrintLine } from './print-page.ts';
import type { PrintFont } from './print-style.ts';

/**
 * The set-up with the room that header and footer take of the page, as LibreOffice gives it: where their size has room before the page, what
 * their lines need beyond it moves the page.
 */
export function makeRoom(setup: PageSetup, defaultFont: PrintFont, typesetting: Typesetting): PageSetup {
  const { margins, headings } = setup;
  const values = { page: 1, pages: 1, sheet: '', file: '' };
  const growth = (code: string, room: number): number => {
    const parts = readHeading(code, values, defaultFont).map(({ runs }) => breakIntoLines(runs, null, typesetting));
    const named = (lines: readonly TextLine[]) =>
      lines.reduce((sum, { runs }) => sum + Math.max(0, ...runs.map(({ font }) => font.size)), 0);
    const size = Math.max(0, ...parts.map(named));
    return size > room ? 0 : Math.max(0, ...parts.map(heightOfLines)) - size;
  };
  return {
    ...setup,
    margins: {
      ...margins,
      top: margins.top + growth(headings.odd.header, margins.top - margins.header),
      bottom: margins.bottom + growth(headings.odd.footer, margins.bottom - margins.footer),
    },
  };
}

/** @param isFirst of its sheet */
export function layHeadings(
  setup: PageSetup,
  values: HeadingValues & { readonly isFirst: boolean },
  defaultFont: PrintFont,
  typesetting: Typesetting,
): PrintLine[] {
  const { paper, margins } = setup;
  const { header, footer } = headingOf(setup, values);
  if (header === '' && footer === '') return [];
  const x = {
    left: margins.left,
    center: (margins.left + paper.width - margins.right) / 2,
    right: paper.width - margins.right,
  };
  const lay = (part: HeadingPart, top: (height: number) => number): PrintLine[] => {
    const lines = breakIntoLines(part.runs, null, typesetting);
    let y = top(heightOfLines(lines));
    return lines.map(({ runs, width, ascent, descent }) => {
      const base = y + ascent;
      y += ascent + descent;
      return { runs, width, x: x[part.align], y: base, align: part.align };
    });
  };
  return [
    ...readHeading(header, values, defaultFont).flatMap((part) => lay(part, () => margins.header)),
    ...readHeading(footer, values, defaultFont).flatMap((part) =>
      lay(part, (height) => paper.height - margins.footer - height),
    ),
  ];
}

function headingOf({ headings }: PageSetup, { page, isFirst }: { page: number; isFirst: boolean }): Heading {
  if (isFirst && headings.first) return headings.first;
  return page % 2 === 0 && headings.even ? headings.even : headings.odd;
}
