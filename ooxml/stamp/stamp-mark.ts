/** Gives a worksheet a place for a mark in its header, which each page may fill with words of its own. */
import { decodeXmlText, escapeXml, findElements, isTrue, readAttribute, type XmlElement } from './stamp-xml.ts';
import { LINE_HEIGHT } from './fit-text.ts';

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

const MARKS: Readonly<Record<MarkKind, (rest: string) => string>> = {
  word: (rest) => redMark(chooseSize(rest)),
  sentence: () => redMark(SENTENCE_SIZE),
  note: () => plainMark(SENTENCE_SIZE),
};

/** The worksheet with a place for such a mark in every header that it prints. */
export function makePlace(xml: string, kind: MarkKind): string {
  return markHeaders(xml, MARKS[kind]);
}

function markHeaders(xml: string, chooseMark: (rest: string) => string): string {
  const [data] = findElements(xml, 'sheetData');
  const [customViews] = findElements(xml, 'customSheetViews');
  // Custom views hold headers of their own, which are not those of the sheet.
  const from = customViews?.end ?? data?.end ?? 0;
  const rest = xml.slice(from);
  const [old] = findElements(rest, 'headerFooter');
  const at = old?.start ?? endOfFirst(rest, BEFORE);
  const element = writeHeaders(old, data?.prefix ?? '', chooseMark(rest));
  return xml.slice(0, from) + rest.slice(0, at) + element + rest.slice(old?.end ?? at);
}

function writeHeaders(old: XmlElement | undefined, prefix: string, mark: string): string {
  const attributes = old?.attributes ?? '';
  const marked = new Set(['oddHeader']);
  if (isTrue(readAttribute(attributes, 'differentOddEven'))) marked.add('evenHeader');
  if (isTrue(readAttribute(attributes, 'differentFirst'))) marked.add('firstHeader');
  const texts = TEXTS.map((name) => {
    const [element] = findElements(old?.inner ?? '', name);
    const text = decodeXmlText(element?.inner ?? '');
    const written = marked.has(name) ? addMark(text, mark) : text;
    return written === '' ? '' : `<${prefix}${name}>${escapeXml(written)}</${prefix}${name}>`;
  });
  return `<${prefix}headerFooter${attributes}>${texts.join('')}</${prefix}headerFooter>`;
}

/** Adds the mark to the right part of a header, which comes last. */
function addMark(header: string, mark: string): string {
  const hasRight = /(?:^|[^&])(?:&&)*&R/.test(header);
  return header + (hasRight ? '\n' : '&R') + mark;
}

/** The largest size that has room between the header's margin and the top margin. */
function chooseSize(xml: string): number {
  const attributes = findElements(xml, 'pageMargins')[0]?.attributes ?? '';
  const top = Number(readAttribute(attributes, 'top') ?? DEFAULT_TOP);
  const header = Number(readAttribute(attributes, 'header') ?? DEFAULT_HEADER);
  const size = Math.floor(((top - header) * POINTS_PER_INCH) / LINE_HEIGHT);
  return Math.min(LARGEST, Math.max(SMALLEST, size));
}

function endOfFirst(xml: string, names: readonly string[]): number {
  for (const name of names) {
    const end = findElements(xml, name).at(-1)?.end;
    if (end !== undefined) return end;
  }
  return 0;
}
