/** Gives a worksheet a place for a mark in its header, which each page may fill with words of its own. */
import type { Edit } from '../xml/xml-edit.ts';
import type { XmlElement } from '../xml/xml-elements.ts';
import { isTrue } from '../xml/xml-tags.ts';
import { escapeXml } from '../xml/xml-text.ts';
import { LINE_HEIGHT } from './fit-text.ts';
import type { Slot } from './stamp-pattern.ts';
import { hintsPlaceholder, splitText } from './stamp-text.ts';

/** The name under which a page gives its mark. No template has a placeholder of this name. */
export const MARK = '\u2063标记';

/** At the right of the header, bold and red: it prints, and lies beside the heading of the page. */
const redMark = (size: number): string => `&"宋体,Bold"&${size}&KFF0000{{${MARK}}}`;
/** What does not stop a page from being signed: black. */
const plainMark = (size: number): string => `&"宋体,常规"&${size}{{${MARK}}}`;

/** Points. LibreOffice cuts a header that is higher than its room above the sheet. */
const LARGEST = 36;
const SMALLEST = 14;
/** A sentence may take two lines where one word takes one. */
const SENTENCE_SIZE = 9;
const POINTS_PER_INCH = 72;
/** Excel's own margins, in inches. */
const DEFAULT_TOP = 0.75;
const DEFAULT_HEADER = 0.3;

/** The texts of an element `headerFooter`, in the order that the format asks for. */
const TEXTS = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

/** What may stand before `headerFooter`, nearest first. */
const BEFORE = ['pageSetup', 'pageMargins', 'printOptions', 'hyperlinks', 'dataValidations', 'mergeCells'];

/** How a mark looks. */
export type MarkKind = 'word' | 'sentence' | 'note';

/** What a page says of itself beside the words of the template, in its header and by its sheet's name. */
export interface PageMark {
  /** A word is printed red and as large as there is room, a sentence small and red, a note small and black. */
  readonly kind: MarkKind;
  readonly text: string;
  /** Stands before the sheet's name, with a dash between. */
  readonly label?: string;
}

/** The edit that makes a place for such a mark in every header that a worksheet prints. @param sheet the root of its part */
export function makePlace(sheet: XmlElement, kind: MarkKind): Edit<Slot> {
  const [data] = sheet.find('sheetData');
  const [customViews] = sheet.find('customSheetViews');
  // Custom views hold headers of their own, which are not those of the sheet.
  const from = customViews?.end ?? data?.end ?? 0;
  const behind = (name: string) => sheet.find(name).filter(({ start }) => start >= from);
  const [old] = behind('headerFooter');
  const mark = kind === 'word' ? redMark(chooseSize(behind('pageMargins')[0])) : MARKS[kind];
  const place = BEFORE.flatMap((name) => behind(name).at(-1) ?? [])[0]?.end ?? from;
  return { start: old?.start ?? place, end: old?.end ?? place, by: writeHeaders(old, data?.prefix ?? '', mark) };
}

const MARKS = { sentence: redMark(SENTENCE_SIZE), note: plainMark(SENTENCE_SIZE) };

function writeHeaders(old: XmlElement | undefined, prefix: string, mark: string): (string | Slot)[] {
  const marked = new Set(['oddHeader']);
  if (isTrue(old?.attribute('differentOddEven'))) marked.add('evenHeader');
  if (isTrue(old?.attribute('differentFirst'))) marked.add('firstHeader');
  const texts = TEXTS.flatMap((name): (string | Slot)[] => {
    const text = old?.find(name)[0]?.text ?? '';
    const written = marked.has(name) ? addMark(text, mark) : text;
    return written === '' ? [] : [`<${prefix}${name}>`, cutHeader(written), `</${prefix}${name}>`];
  });
  return [`<${prefix}headerFooter${old?.attributes ?? ''}>`, ...texts, `</${prefix}headerFooter>`];
}

/** The text of a header or footer, as a slot where it has placeholders. */
export function cutHeader(text: string): string | Slot {
  return hintsPlaceholder(text) ? { kind: 'header', pieces: splitText(text) } : escapeXml(text);
}

/** Adds the mark to the right part of a header, which comes last. */
function addMark(header: string, mark: string): string {
  const hasRight = /(?:^|[^&])(?:&&)*&R/.test(header);
  return header + (hasRight ? '\n' : '&R') + mark;
}

/** The largest size that has room between the header's margin and the top margin. */
function chooseSize(margins: XmlElement | undefined): number {
  const top = Number(margins?.attribute('top') ?? DEFAULT_TOP);
  const header = Number(margins?.attribute('header') ?? DEFAULT_HEADER);
  const size = Math.floor(((top - header) * POINTS_PER_INCH) / LINE_HEIGHT);
  return Math.min(LARGEST, Math.max(SMALLEST, size));
}
