/** What stands before and behind the rows of a sheet. */
import { cellAddress } from '../read/cell-address.ts';
import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';
import type { PrintOptions, SheetOptions, Validation } from './sheet-options.ts';
import { writeBarExtensions, writeBars } from './sheet-bars.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param last the corner of the sheet: its last row and column */
export function writeSheetHead(options: SheetOptions, last: { row: number; column: number }, isShown: boolean): string {
  const { print } = options;
  const corner = last.row > 0 && last.column > 0 ? `A1:${cellAddress(last)}` : 'A1';
  return [
    `${XML_DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">`,
    print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="${corner}"/>`,
    writeView(options, isShown),
    '<sheetFormatPr defaultRowHeight="15"/>',
    writeColumns(options),
    '<sheetData>',
  ].join('');
}

function writeView({ gridLines, frozen: { rows, columns } }: SheetOptions, isShown: boolean): string {
  const grid = gridLines ? '' : ' showGridLines="0"';
  const shown = isShown ? ' tabSelected="1"' : '';
  const open = `<sheetViews><sheetView${grid}${shown} workbookViewId="0"`;
  if (rows + columns === 0) return `${open}/></sheetViews>`;
  const pane = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  const [x, y] = [columns > 0 ? ` xSplit="${columns}"` : '', rows > 0 ? ` ySplit="${rows}"` : ''];
  const corner = cellAddress({ row: rows + 1, column: columns + 1 });
  const split = `<pane${x}${y} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
  return `${open}>${split}</sheetView></sheetViews>`;
}

function writeColumns({ widths, columnStyles, hiddenColumns }: SheetOptions): string {
  if (widths.length === 0) return '';
  const columns = widths.map((width, index) => {
    const at = index + 1;
    const style = columnStyles[index] === undefined ? '' : ` style="${columnStyles[index]}"`;
    const hidden = hiddenColumns.has(at) ? ' hidden="1"' : '';
    return `<col min="${at}" max="${at}" width="${width}"${style}${hidden} customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

interface SheetTail {
  /** `A1:F1` */
  readonly merges: readonly string[];
  /** The rows behind which a page ends. */
  readonly breaks: readonly number[];
  /** The relationship to the drawing of the notes, where there are any. */
  readonly notes: string | undefined;
}

/** The elements in the order that the schema asks for. */
export function writeSheetTail(options: SheetOptions, { merges, breaks, notes }: SheetTail): string {
  const { filter, validations, dataBars, print, header } = options;
  return [
    '</sheetData>',
    options.protected ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0" autoFilter="0"/>' : '',
    filter === '' ? '' : `<autoFilter ref="${filter}"/>`,
    writeList(
      'mergeCells',
      merges.map((range) => `<mergeCell ref="${range}"/>`),
    ),
    writeBars(dataBars),
    writeList('dataValidations', validations.map(writeValidation)),
    print ? '<printOptions horizontalCentered="1"/>' : '',
    print ? writePage(print) : '',
    writeHeaderFooter(header, print?.footer ?? ''),
    breaks.length === 0 ? '' : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">`,
    ...breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`),
    breaks.length === 0 ? '' : '</rowBreaks>',
    notes === undefined ? '' : `<legacyDrawing r:id="${notes}"/>`,
    writeBarExtensions(dataBars),
    '</worksheet>',
  ].join('');
}

function writeList(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function writeValidation({ range, type, operator, formula, errorTitle, error }: Validation): string {
  const compared = operator === undefined ? '' : ` operator="${operator}"`;
  const said =
    error === undefined
      ? ''
      : ` showErrorMessage="1" errorTitle="${escapeXml(errorTitle ?? '')}" error="${escapeXml(error)}"`;
  return `<dataValidation type="${type}"${compared} allowBlank="1"${said} sqref="${range}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
}

function writePage({ paperSize, orientation, margins, pagesHigh }: PrintOptions): string {
  const { left, right, top, bottom, header, footer } = margins;
  const edges = `left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"`;
  return `<pageMargins ${edges}/><pageSetup paperSize="${paperSize}" orientation="${orientation}" fitToWidth="1" fitToHeight="${pagesHigh}"/>`;
}

function writeHeaderFooter(header: string, footer: string): string {
  if (header === '' && footer === '') return '';
  const [head, foot] = [
    header === '' ? '' : `<oddHeader>${escapeXml(header)}</oddHeader>`,
    footer === '' ? '' : `<oddFooter>${escapeXml(footer)}</oddFooter>`,
  ];
  return `<headerFooter>${head}${foot}</headerFooter>`;
}
