/** One cell of the score sheet's layout. */
import { VETO_WORDS } from '../../rules/master-roster.ts';
import type { Role } from './score-sheet-places.ts';

/** What the form prints for a veto item that nobody has confirmed. */
export const OPEN_VETO = `☐ ${VETO_WORDS.clear}`;

/** What may be typed into an input cell; 填表人 and 填表日期 are the unit's. */
type InputKind = 'score' | 'veto' | 'filler' | 'date';

export type CellContent =
  | { readonly kind: 'fixed'; readonly value: string | number }
  /** Without `=`; `blankResult` is what it gives while nothing is filled in. */
  | { readonly kind: 'formula'; readonly formula: string; readonly blankResult: string | number }
  /** Differs from unit to unit. */
  | { readonly kind: 'stamped'; readonly placeholder: string }
  /** `printed` stands there until somebody fills it in, and is no answer. */
  | { readonly kind: 'input'; readonly role: Role; readonly input: InputKind; readonly printed?: string };

export type CellLook =
  | 'annex'
  | 'title'
  | 'preamble'
  | 'caption'
  | 'filled'
  | 'heading'
  | 'category'
  | 'text'
  | 'figure'
  | 'sum'
  | 'panel'
  | 'blankCount'
  | 'faultCount'
  | 'hint'
  | 'reason'
  | 'signature';

/** Everything but an input is locked. */
export interface LayoutCell {
  readonly address: string;
  /** The merged block, or the address alone. */
  readonly range: string;
  readonly look: CellLook;
  readonly content: CellContent;
  readonly note?: string;
}

export function fixedCell(range: string, look: CellLook, value: string | number, note?: string): LayoutCell {
  return {
    address: firstOf(range),
    range,
    look,
    content: { kind: 'fixed', value },
    ...(note !== undefined && { note }),
  };
}

export function formulaCell(
  range: string,
  look: CellLook,
  formula: string,
  blankResult: string | number = 0,
): LayoutCell {
  return { address: firstOf(range), range, look, content: { kind: 'formula', formula, blankResult } };
}

export function stampedCell(range: string, placeholder: string): LayoutCell {
  return { address: firstOf(range), range, look: 'filled', content: { kind: 'stamped', placeholder } };
}

export function inputCell(range: string, role: Role, input: InputKind): LayoutCell {
  const look = input === 'score' || input === 'veto' ? 'figure' : 'filled';
  const printed = input === 'veto' ? { printed: OPEN_VETO } : {};
  return { address: firstOf(range), range, look, content: { kind: 'input', role, input, ...printed } };
}

/** The block from an address in `firstRow` down to `lastRow`; a block of one cell is the address alone. */
export function spanRows(address: string, firstRow: number, lastRow: number): string {
  return firstRow === lastRow ? address : `${address}:${address.replace(/\d+$/, String(lastRow))}`;
}

/** The block from an address to a column in the same row. */
export function spanColumns(address: string, lastColumn: string): string {
  return `${address}:${lastColumn}${address.replace(/^[A-Z]+/, '')}`;
}

function firstOf(range: string): string {
  return range.split(':')[0] ?? range;
}
