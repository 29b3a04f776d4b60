/** A part cut into constant text and slots; filling it is a join. */
import { StampError } from '../errors.ts';
import { quote } from '../quote.ts';
import { fillCell, type CellSlot } from './stamp-cell.ts';
import { quoteSheetName } from './stamp-name.ts';
import { escapeXml } from '../xml/xml-text.ts';
import { readValue, type Page } from './stamp-value.ts';

export type Slot =
  /** A whole `<c>` element. */
  | { readonly kind: 'cell'; readonly cell: CellSlot }
  /** The text of a header or footer: constants and placeholders in turn. */
  | { readonly kind: 'header'; readonly pieces: readonly (string | { readonly placeholder: string })[] }
  /** A placeholder in the text of a shape, comment or the like. */
  | { readonly kind: 'text'; readonly placeholder: string }
  /** A template sheet's name before the `!` of a formula. */
  | { readonly kind: 'sheet'; readonly name: string }
  /** Numbers of drawn shapes, which must differ from sheet to sheet: 1024 to a cluster. */
  | { readonly kind: 'shape'; readonly id: number }
  | { readonly kind: 'clusters'; readonly clusters: readonly number[] }
  /** The height of a row, which a page may change. */
  | { readonly kind: 'height'; readonly row: number; readonly height: number }
  /** The attribute that marks the sheet shown first. */
  | { readonly kind: 'selected' };

export type Pattern = readonly (string | Slot)[];

/** Excel's limit for a header or footer with its codes. */
const LONGEST_HEADER = 255;
const SHAPES_PER_CLUSTER = 1024;

/** The part's text for one page. */
export function fillPattern(pattern: Pattern, page: Page): string {
  let text = '';
  for (const piece of pattern) text += typeof piece === 'string' ? piece : fillSlot(piece, page);
  return text;
}

/** True when the part is the same for every page. */
export function isConstant(pattern: Pattern): boolean {
  return pattern.every((piece) => typeof piece === 'string');
}

function fillSlot(slot: Slot, page: Page): string {
  switch (slot.kind) {
    case 'cell':
      return fillCell(slot.cell, page);
    case 'header':
      return fillHeader(slot.pieces, page);
    case 'text':
      return escapeXml(String(readValue(slot.placeholder, page)));
    case 'sheet':
      return escapeXml(quoteSheetName(page.nameOf(slot.name)));
    case 'shape':
      return String(
        page.clusterOf(Math.floor(slot.id / SHAPES_PER_CLUSTER)) * SHAPES_PER_CLUSTER + (slot.id % SHAPES_PER_CLUSTER),
      );
    case 'clusters':
      return slot.clusters.map((cluster) => page.clusterOf(cluster)).join(',');
    case 'height':
      return String(page.heightOf(slot.row) ?? slot.height);
    case 'selected':
      return page.selected ? ' tabSelected="1"' : '';
  }
}

function fillHeader(pieces: readonly (string | { readonly placeholder: string })[], page: Page): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const value = String(readValue(piece.placeholder, page)).replaceAll('&', '&&');
    // `&12` sets a size, so a digit right after it would change the size.
    text += /&\d+$/.test(text) && /^\d/.test(value) ? ` ${value}` : value;
  }
  if (text.length > LONGEST_HEADER) {
    throw new StampError(
      `模板工作表${quote(page.templateSheet)}的页眉或页脚填写后有 ${text.length} 个字符，超过 Excel 的 ${LONGEST_HEADER} 个，请缩短填入的内容。`,
    );
  }
  return escapeXml(text);
}
