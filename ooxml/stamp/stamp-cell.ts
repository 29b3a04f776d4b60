/** A cell of the template that holds placeholders, and how it is filled. */
import { StampError } from '../errors.ts';
import { fitText, type TextBox } from './fit-text.ts';
import { quote } from '../quote.ts';
import { readValue, type Page } from './stamp-value.ts';

/** A stretch of one font within the cell. */
export interface TextRun {
  /** The font of the run as XML, or nothing where the cell's own holds. */
  readonly font: string;
  readonly pieces: readonly (string | { readonly placeholder: string })[];
}

/** The room that the cell's text has; `wraps` tells whether the template already breaks lines. */
export interface CellBox extends TextBox {
  readonly wraps: boolean;
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface CellSlot {
  readonly address: string;
  /** Namespace prefix of the sheet's elements, with its colon, or nothing. */
  readonly prefix: string;
  /** Attributes of the `<c>` element but its type and style, with the space before them. */
  readonly attributes: string;
  readonly style: number;
  readonly runs: readonly TextRun[];
  /** Null where no room can be told, as for turned text. */
  readonly box: CellBox | null;
}

/** A text that does not fit its cell at any size. */
export interface Overflow {
  readonly address: string;
  readonly placeholders: readonly string[];
  /** Characters that must go. */
  readonly excess: number;
}

/** Excel's limit for the text of a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

/**
 * The `<c>` element for one page. A cell that is one placeholder takes the kind of its value: number, text or blank; any other
 * is text. Text too long for the template's font gets a smaller one, down to 8 points, and is wrapped.
 * @throws {StampError} when the text does not fit even so, or is longer than a cell can hold
 */
export function fillCell(cell: CellSlot, page: Page): string {
  const { prefix, attributes } = cell;
  const number = wholeNumber(cell, page);
  if (number !== undefined) {
    return `<${prefix}c${attributes} s="${cell.style}"><${prefix}v>${number}</${prefix}v></${prefix}c>`;
  }
  const texts = cell.runs.map((run) => joinRun(run, page));
  const text = texts.join('');
  if (text === '') return `<${prefix}c${attributes} s="${cell.style}"/>`;
  if (text.length > LONGEST_TEXT) {
    throw new StampError(
      `${nameCell(cell, page)}要填 ${text.length} 个字符，超过单元格的上限 ${LONGEST_TEXT} 个，请缩短。`,
    );
  }
  const fontSize = fittingSize(cell, text, page);
  const style = fontSize === undefined ? cell.style : page.styleOf(cell.style, fontSize);
  const [only] = cell.runs;
  const isPlain = cell.runs.length === 1 && only?.font === '';
  const runs = isPlain
    ? [writeText(text, prefix)]
    : cell.runs.map((run, index) => writeRun(run.font, texts[index] ?? '', prefix, fontSize));
  return `<${prefix}c${attributes} s="${style}" t="inlineStr"><${prefix}is>${runs.join('')}</${prefix}is></${prefix}c>`;
}

/** The cell's text for these values. */
export function joinTexts({ runs }: CellSlot, values: Page['values']): string {
  return runs.map((run) => joinRun(run, { values, templateSheet: '' })).join('');
}

export function placeholdersOf(cell: CellSlot): string[] {
  return cell.runs.flatMap((run) =>
    run.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.placeholder])),
  );
}

function wholeNumber(cell: CellSlot, page: Page): number | undefined {
  const pieces = cell.runs.flatMap((run) => run.pieces);
  const only = pieces[0];
  if (pieces.length !== 1 || only === undefined || typeof only === 'string') return undefined;
  const value = readValue(only.placeholder, page);
  return typeof value === 'number' ? value : undefined;
}

function joinRun(run: TextRun, page: Pick<Page, 'values' | 'templateSheet'>): string {
  let text = '';
  for (const piece of run.pieces)
    text += typeof piece === 'string' ? piece : String(readValue(piece.placeholder, page));
  return text;
}

/** The size that the text must take, or undefined where the template's own will do. */
function fittingSize(cell: CellSlot, text: string, page: Page): number | undefined {
  if (cell.box === null) return undefined;
  const { firstRow, lastRow, height } = cell.box;
  const grown = page.grownBy(firstRow, lastRow);
  const fit = fitText(text, grown === 0 ? cell.box : { ...cell.box, height: height + grown });
  if ('excess' in fit) {
    throw new StampError(`${nameCell(cell, page)}要填的内容太长，缩到最小字号仍放不下，请删去约 ${fit.excess} 个字。`);
  }
  const asItIs = fit.fontSize === cell.box.fontSize && (cell.box.wraps || fit.lines === 1);
  return asItIs ? undefined : fit.fontSize;
}

function nameCell(cell: CellSlot, page: Pick<Page, 'templateSheet'>): string {
  const names = [...new Set(placeholdersOf(cell))].map(quote).join('、');
  return `模板工作表${quote(page.templateSheet)}的单元格 ${cell.address}（${names}）`;
}

function writeRun(font: string, text: string, prefix: string, fontSize: number | undefined): string {
  const sized = fontSize === undefined ? font : font.replace(/(<(?:[\w.-]+:)?sz\s+val=)"[^"]*"/, `$1"${fontSize}"`);
  return `<${prefix}r>${sized}${writeText(text, prefix)}</${prefix}r>`;
}

function writeText(text: string, prefix: string): string {
  return `<${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t>`;
}

/** Excel reads `_x000D_` in a text as the character of that number, so such a text must be written as `_x005F_x000D_`. */
export function escapeCellText(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  return /[&<>]/.test(plain) ? plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : plain;
}
