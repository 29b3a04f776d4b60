/** Where header and footer of a page stand. */
import { breakIntoLines, heightOfLines, type TextLine, type Typesetting } from './break-lines.ts';
import { readHeading, type HeadingValues } from './headings.ts';
import { resize } from './lay-text.ts';
import { NO_BAND, type Heading, type HeadingBand, type PageSetup } from './page-setup.ts';
import type { PrintLine } from './print-page.ts';
import type { PrintFont } from './print-style.ts';

/** A header or footer has three. */
const PARTS = 3;

/**
 * The set-up with the room that header and footer take of the page, as LibreOffice gives it, and makes it smaller with the page: each of their parts
 * takes the height of its lines, or of a line of the default font where nothing stands in it; what that needs beyond the sizes that the file names
 * moves the page.
 */
export function makeRoom(setup: PageSetup, defaultFont: PrintFont, typesetting: Typesetting): PageSetup {
  const { margins, headings } = setup;
  const values = { page: 1, pages: 1, sheet: '', file: '' };
  const blank = heightOfLines(breakIntoLines([{ text: '国', font: defaultFont }], null, typesetting));
  const measure = (code: string, room: number): HeadingBand => {
    const parts = readHeading(code, values, defaultFont).map(({ runs }) => breakIntoLines(runs, null, typesetting));
    const lines = Math.max(parts.length < PARTS ? blank : 0, ...parts.map(heightOfLines));
    const distance = room - Math.max(0, ...parts.map(namedHeight));
    return { lines, height: distance < 0 ? Math.max(0, room) : Math.max(room, distance + lines) };
  };
  const { header, footer } = headings.odd;
  return {
    ...setup,
    margins: {
      ...margins,
      ...(header !== '' && { top: margins.header }),
      ...(footer !== '' && { bottom: margins.footer }),
    },
    bands: {
      top: header === '' ? NO_BAND : measure(header, margins.top - margins.header),
      bottom: footer === '' ? NO_BAND : measure(footer, margins.bottom - margins.footer),
    },
  };
}

/** As LibreOffice counts it when it opens a file: of each line the largest size. */
function namedHeight(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { runs }) => sum + Math.max(0, ...runs.map(({ font }) => font.size)), 0);
}

interface HeadingPlace extends HeadingValues {
  /** Of its sheet. */
  readonly isFirst: boolean;
  /** By which the page is made smaller. */
  readonly scale: number;
}

/** @param setup as `makeRoom` gives it */
export function layHeadings(
  setup: PageSetup,
  place: HeadingPlace,
  defaultFont: PrintFont,
  typesetting: Typesetting,
): PrintLine[] {
  const { paper, margins, bands } = setup;
  const { scale } = place;
  const { header, footer } = headingOf(setup, place);
  const x = {
    left: margins.left,
    center: (margins.left + paper.width - margins.right) / 2,
    right: paper.width - margins.right,
  };
  const lay = (code: string, top: number, band: HeadingBand): PrintLine[] =>
    readHeading(code, place, defaultFont).flatMap(({ align, runs: texts }) => {
      const lines = breakIntoLines(texts, null, typesetting);
      let y = top + (Math.max(0, band.lines - heightOfLines(lines)) / 2) * scale;
      return lines.map(({ runs, width, ascent, descent }) => {
        const base = y + ascent * scale;
        y += (ascent + descent) * scale;
        return { runs: resize(runs, scale), width: width * scale, x: x[align], y: base, align };
      });
    });
  return [
    ...lay(header, margins.top, bands.top),
    ...lay(footer, paper.height - margins.bottom - bands.bottom.lines * scale, bands.bottom),
  ];
}

function headingOf({ headings }: PageSetup, { page, isFirst }: HeadingPlace): Heading {
  if (isFirst && headings.first) return headings.first;
  return page % 2 === 0 && headings.even ? headings.even : headings.odd;
}
