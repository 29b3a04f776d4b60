/** How a sheet goes onto paper. */
import type { XmlElement } from '../xml/xml-elements.ts';
import { isTrue } from '../xml/xml-tags.ts';

export interface PageSetup {
  /** Of the paper as it is turned, in points. */
  readonly paper: { readonly width: number; readonly height: number };
  /** In points. */
  readonly margins: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;
  /** Per cent, where it is not fitted. */
  readonly scale: number;
  /** Into how many pages it is fitted; 0 for as many as it takes. */
  readonly fit: { readonly wide: number; readonly high: number } | null;
  readonly centred: { readonly across: boolean; readonly down: boolean };
  readonly overThenDown: boolean;
  /** The number of its first page; null to count on from the sheet before. */
  readonly firstPage: number | null;
  /** Rows and columns behind which a page ends. */
  readonly breaks: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> };
  readonly headings: Headings;
  /** What header and footer take inside the margins above and below. */
  readonly bands: Readonly<Record<'top' | 'bottom', HeadingBand>>;
}

/** In points before all is made smaller. */
export interface HeadingBand {
  /** From the margin to what stands on the page. */
  readonly height: number;
  /** Of the lines of the header or footer. */
  readonly lines: number;
}

/** Headers and footers as the file writes them. */
interface Headings {
  readonly odd: Heading;
  /** Null where even pages bear the same. */
  readonly even: Heading | null;
  readonly first: Heading | null;
}

export interface Heading {
  readonly header: string;
  readonly footer: string;
}

type Found = Pick<XmlElement, 'find'>;

const POINTS_PER_INCH = 72;
const POINTS_PER_MM = 72 / 25.4;
/** Millimetres, upright, by the number that files give a paper. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  '1': [215.9, 279.4],
  '5': [215.9, 355.6],
  '8': [297, 420],
  '9': [210, 297],
  '11': [148, 210],
  '12': [257, 364],
  '13': [182, 257],
};
const A4 = [210, 297] as const;
export const NO_BAND: HeadingBand = { height: 0, lines: 0 };
/** Excel's own margins, in inches. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** @param sheet what it holds beside its rows */
export function readPageSetup(sheet: Found): PageSetup {
  const [setup] = sheet.find('pageSetup');
  const [margins] = sheet.find('pageMargins');
  const [options] = sheet.find('printOptions');
  const isFitted = isTrue(sheet.find('pageSetUpPr')[0]?.attribute('fitToPage'));
  const number = (name: string, other: number) => Number(setup?.attribute(name) ?? other);
  const inset = (side: keyof typeof MARGINS) => Number(margins?.attribute(side) ?? MARGINS[side]) * POINTS_PER_INCH;
  return {
    paper: readPaper(setup),
    margins: {
      left: inset('left'),
      right: inset('right'),
      top: inset('top'),
      bottom: inset('bottom'),
      header: inset('header'),
      footer: inset('footer'),
    },
    scale: number('scale', 100),
    fit: isFitted ? { wide: number('fitToWidth', 1), high: number('fitToHeight', 1) } : null,
    centred: {
      across: isTrue(options?.attribute('horizontalCentered')),
      down: isTrue(options?.attribute('verticalCentered')),
    },
    overThenDown: setup?.attribute('pageOrder') === 'overThenDown',
    firstPage: isTrue(setup?.attribute('useFirstPageNumber')) ? number('firstPageNumber', 1) : null,
    breaks: { rows: readBreaks(sheet, 'rowBreaks'), columns: readBreaks(sheet, 'colBreaks') },
    headings: readHeadings(sheet),
    bands: { top: NO_BAND, bottom: NO_BAND },
  };
}

function readPaper(setup: XmlElement | undefined): PageSetup['paper'] {
  const [short, long] = (PAPERS[setup?.attribute('paperSize') ?? ''] ?? A4).map((mm) => mm * POINTS_PER_MM);
  const [width = 0, height = 0] = setup?.attribute('orientation') === 'landscape' ? [long, short] : [short, long];
  return { width, height };
}

function readBreaks(sheet: Found, list: string): Set<number> {
  return new Set((sheet.find(list)[0]?.find('brk') ?? []).map((each) => Number(each.attribute('id') ?? 0)));
}

function readHeadings(sheet: Found): Headings {
  const [all] = sheet.find('headerFooter');
  const heading = (which: string): Heading => ({
    header: all?.find(`${which}Header`)[0]?.text ?? '',
    footer: all?.find(`${which}Footer`)[0]?.text ?? '',
  });
  return {
    odd: heading('odd'),
    even: isTrue(all?.attribute('differentOddEven')) ? heading('even') : null,
    first: isTrue(all?.attribute('differentFirst')) ? heading('first') : null,
  };
}
