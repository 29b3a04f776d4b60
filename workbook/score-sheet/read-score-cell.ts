/** What stands in a cell for a score or for a veto state. */
import { VETO_WORDS, type VetoState } from '../../rules/master-roster.ts';
import { toSteps } from '../../rules/points.ts';
import type { Ratio } from '../../rules/ratio.ts';
import { readNumberText } from '../intake/number-text.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';

type ScoreCellContent =
  | { readonly kind: 'blank' }
  /** Perhaps less than nothing or more than all. `isText`: the sheet's own sums leave it out. */
  | { readonly kind: 'score'; readonly steps: number; readonly isText: boolean }
  | { readonly kind: 'between-steps'; readonly points: number }
  | { readonly kind: 'formula' | 'not-a-number' };

/** Reads a score; `step` is the scheme's smallest. */
export function readScoreCell(cell: Cell | undefined, step: Ratio): ScoreCellContent {
  if (cell === undefined) return { kind: 'blank' };
  if (cell.formula) return { kind: 'formula' };
  const points = readPoints(cell);
  if (points === undefined) return { kind: 'not-a-number' };
  const steps = toSteps(points, step);
  return steps === null ? { kind: 'between-steps', points } : { kind: 'score', steps, isText: cell.kind === 'text' };
}

type VetoCellContent =
  { readonly kind: 'state'; readonly state: VetoState } | { readonly kind: 'formula' | 'not-a-state' };

/** Reads a veto state by its word; a blank cell is open. */
export function readVetoCell(cell: Cell | undefined): VetoCellContent {
  if (cell === undefined) return { kind: 'state', state: 'open' };
  if (cell.formula) return { kind: 'formula' };
  const text = cell.kind === 'text' ? cell.text.trim() : '';
  for (const state of ['clear', 'occurred', 'open'] as const) {
    if (text === VETO_WORDS[state]) return { kind: 'state', state };
  }
  return { kind: 'not-a-state' };
}

function readPoints(cell: Cell): number | undefined {
  if (cell.kind === 'number') return cell.isDate ? undefined : cell.value;
  return cell.kind === 'text' ? readNumberText(cell.text) : undefined;
}
