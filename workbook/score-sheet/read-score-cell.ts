/** What stands in a cell for a score or for a veto state: the reading of every cell, asked as these cells ask. */
import { VETO_WORDS, type VetoState } from '../../rules/master-roster.ts';
import { toSteps } from '../../rules/points.ts';
import type { Ratio } from '../../rules/ratio.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { POINT_UNITS } from '../../rules/spellings.ts';
import { VETO_SPELLINGS } from '../../rules/spellings.ts';
import type { Cell, SheetContent } from '../../ooxml/read/sheet-content.ts';
import { comparable } from '../intake/clean-text.ts';
import { FactFault, NotedFact, type ReadingNote } from '../intake/fact-reading.ts';
import { readFact } from '../intake/read-fact.ts';
import { OPEN_VETO } from './score-sheet-cell.ts';

type ScoreCellContent =
  | { readonly kind: 'blank'; readonly notes: readonly ReadingNote[] }
  /** Perhaps less than nothing or more than all. */
  | { readonly kind: 'score'; readonly steps: number; readonly notes: readonly ReadingNote[] }
  | { readonly kind: 'between-steps'; readonly points: number }
  | { readonly kind: 'formula' }
  | { readonly kind: 'not-a-number'; readonly fault: FactFault };

const SCORE: RosterColumn = { heading: '得分', type: 'points', units: POINT_UNITS };
const VETO: RosterColumn = {
  heading: '一票否决项',
  type: 'choice',
  choices: Object.values(VETO_WORDS),
  spellings: VETO_SPELLINGS,
};

/** Reads a score; `step` is the scheme's smallest. */
export function readScoreCell(cell: Cell | undefined, step: Ratio, sheet: SheetContent): ScoreCellContent {
  if (cell === undefined) return { kind: 'blank', notes: [] };
  if (cell.formula) return { kind: 'formula' };
  const reading = readFact(cell, SCORE, sheet);
  if (reading instanceof FactFault) return { kind: 'not-a-number', fault: reading };
  const points = reading instanceof NotedFact ? reading.value : reading;
  if (typeof points !== 'number') return { kind: 'blank', notes: notesOf(reading) };
  const steps = toSteps(points, step);
  if (steps === null) return { kind: 'between-steps', points };
  return { kind: 'score', steps, notes: notesOf(reading) };
}

type VetoCellContent =
  | { readonly kind: 'state'; readonly state: VetoState; readonly notes: readonly ReadingNote[] }
  | { readonly kind: 'formula' }
  | { readonly kind: 'not-a-state'; readonly fault: FactFault };

/** Reads a veto state by its word; a blank cell is open, and so is the form's own box that nobody has ticked. */
export function readVetoCell(cell: Cell | undefined, sheet: SheetContent): VetoCellContent {
  if (cell?.formula) return { kind: 'formula' };
  if (cell?.kind === 'text' && comparable(cell.text) === comparable(OPEN_VETO)) {
    return { kind: 'state', state: 'open', notes: [] };
  }
  const reading = readFact(cell, VETO, sheet);
  if (reading instanceof FactFault) return { kind: 'not-a-state', fault: reading };
  const word = reading instanceof NotedFact ? reading.value : reading;
  for (const state of ['clear', 'occurred'] as const) {
    if (word === VETO_WORDS[state]) return { kind: 'state', state, notes: notesOf(reading) };
  }
  return { kind: 'state', state: 'open', notes: notesOf(reading) };
}

function notesOf(reading: unknown): readonly ReadingNote[] {
  return reading instanceof NotedFact ? reading.notes : [];
}
