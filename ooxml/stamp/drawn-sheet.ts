/** Plain sheets among stamped ones: an index of them, and pages for texts that go on. They bear no look but sizes. */
import { escapeXml } from '../xml/xml-text.ts';
import { countLines, heightOf } from './fit-text.ts';
import { escapeCellText } from './stamp-cell.ts';
import type { PageMark } from './stamp-mark.ts';
import { quoteSheetName } from './stamp-name.ts';

/** A page that carries on a text of the page before it. */
export interface Appendix {
  readonly title: string;
  /** What form it belongs to, and who is meant: a line each. */
  readonly lines: readonly string[];
  readonly text: string;
  /** Printed small below. */
  readonly note: string;
}

/** The first sheet of a workbook of many pages. It is for the screen and does not print. */
export interface IndexRequest {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
}

interface IndexEntry {
  readonly sheet: string;
  readonly cells: readonly string[];
}

/** The style number of plain text of that size, wrapped. */
type StyleOf = (fontSize: number) => number;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const TEXT_SIZE = 12;
const TITLE_SIZE = 16;
const NOTE_SIZE = 9;
/** Characters of Arial 9, as templates count columns; the page is as wide as a form. */
const APPENDIX_WIDTH = 92;
const APPENDIX_POINTS = APPENDIX_WIDTH * 4.5;
/** Lines of text in one row: no row may be higher than 409 points. */
const MOST_LINES = 20;
const INDEX_WIDTHS = [8, 44, 34, 44, 16];

interface Row {
  readonly cells: readonly string[];
  readonly size: number;
  readonly height: number;
}

export function drawAppendix(
  { title, lines, text, note }: Appendix,
  mark: PageMark | undefined,
  styleOf: StyleOf,
): string {
  const row = (cell: string, size: number): Row => {
    return { cells: [cell], size, height: Math.ceil(heightOf(cell, size, APPENDIX_POINTS)) + 4 };
  };
  const rows = [
    row(title, TITLE_SIZE),
    ...lines.map((line) => row(line, TEXT_SIZE)),
    ...splitText(text).map((part) => row(part, TEXT_SIZE)),
    row(note, NOTE_SIZE),
  ];
  const colour = mark?.kind === 'note' ? '' : '&KFF0000';
  const header = mark ? `<oddHeader>${escapeXml(`&R&9${colour}${mark.text.replaceAll('&', '&&')}`)}</oddHeader>` : '';
  return drawSheet({
    widths: [APPENDIX_WIDTH],
    rows,
    styleOf,
    selected: false,
    links: [],
    headerFooter: `<headerFooter>${header}<oddFooter>&amp;C附页 第 &amp;P 页</oddFooter></headerFooter>`,
  });
}

/** Cut so that no row is higher than one may be; nothing is lost. */
function splitText(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const paragraph of text.split('\n')) {
    for (const piece of cutParagraph(paragraph)) {
      const joined = part === '' ? piece : `${part}\n${piece}`;
      if (fitsRow(joined)) part = joined;
      else {
        parts.push(part);
        part = piece;
      }
    }
  }
  return part === '' ? parts : [...parts, part];
}

function fitsRow(text: string): boolean {
  return countLines(text, TEXT_SIZE, APPENDIX_POINTS) <= MOST_LINES;
}

function cutParagraph(paragraph: string): string[] {
  const pieces: string[] = [];
  let rest = Array.from(paragraph);
  while (!fitsRow(rest.join(''))) {
    let [fitting, tooMany] = [1, rest.length];
    while (tooMany - fitting > 1) {
      const middle = (fitting + tooMany) >> 1;
      if (fitsRow(rest.slice(0, middle).join(''))) fitting = middle;
      else tooMany = middle;
    }
    pieces.push(rest.slice(0, fitting).join(''));
    rest = rest.slice(fitting);
  }
  return [...pieces, rest.join('')];
}

export function drawIndex(
  { title, note, headings }: IndexRequest,
  entries: readonly IndexEntry[],
  styleOf: StyleOf,
): string {
  const plain = (cells: readonly string[], size = 11): Row => ({ cells, size, height: 2 * size });
  const first = 4;
  return drawSheet({
    widths: INDEX_WIDTHS.slice(0, headings.length),
    rows: [
      { cells: [title], size: TITLE_SIZE, height: 30 },
      plain([note], 10),
      plain(headings),
      ...entries.map(({ cells }) => plain(cells)),
    ],
    styleOf,
    selected: true,
    links: entries.map(({ sheet, cells }, index) => ({ address: `B${first + index}`, sheet, text: cells[1] ?? '' })),
    headerFooter: '',
  });
}

function drawSheet({
  widths,
  rows,
  styleOf,
  selected,
  links,
  headerFooter,
}: {
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  readonly styleOf: StyleOf;
  readonly selected: boolean;
  readonly links: readonly { readonly address: string; readonly sheet: string; readonly text: string }[];
  readonly headerFooter: string;
}): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const data = rows.map(({ cells, size, height }, at) => {
    const texts = cells.map((text, column) => drawCell(`${letterOf(column)}${at + 1}`, text, styleOf(size)));
    return `<row r="${at + 1}" ht="${height}" customHeight="1">${texts.join('')}</row>`;
  });
  const hyperlinks = links.map(({ address, sheet, text }) => {
    const location = escapeXml(`${quoteSheetName(sheet)}!A1`);
    return `<hyperlink ref="${address}" location="${location}" display="${escapeXml(text)}"/>`;
  });
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData>` +
    (hyperlinks.length > 0 ? `<hyperlinks>${hyperlinks.join('')}</hyperlinks>` : '') +
    '<pageMargins left="0.65" right="0.65" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="portrait" fitToHeight="0" firstPageNumber="1" useFirstPageNumber="1"/>${headerFooter}</worksheet>`
  );
}

function drawCell(address: string, text: string, style: number): string {
  if (text === '') return '';
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text)}</t></is></c>`;
}

function letterOf(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}
