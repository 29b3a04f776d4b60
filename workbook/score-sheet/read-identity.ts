/** Whose a score sheet says it is: its two cells with the unit's number and name, read as those columns of a roster are. */
import type { RosterColumn } from '../../rules/roster-column.ts';
import { MEMBER_UNIT_COLUMNS } from '../../rules/roster-columns.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import { FactFault, NotedFact, type ReadingNote } from '../intake/fact-reading.ts';
import { describeCell, readFact } from '../intake/read-fact.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';

export interface IdentityCell {
  readonly address: string;
  /** Empty where the cell is blank or cannot be read. */
  readonly text: string;
  readonly notes: readonly ReadingNote[];
  /** What stands in a cell that cannot be read; null elsewhere. */
  readonly unreadable: string | null;
}

export interface SheetIdentity {
  readonly unitNumber: IdentityCell;
  readonly unitName: IdentityCell;
}

const [NUMBER, NAME] = MEMBER_UNIT_COLUMNS;

export function readIdentity(grid: SheetGrid, layout: ScoreSheetLayout): SheetIdentity {
  return {
    unitNumber: readCell(grid, layout.unitNumberCell, NUMBER),
    unitName: readCell(grid, layout.unitNameCell, NAME),
  };
}

function readCell(grid: SheetGrid, address: string, column: RosterColumn): IdentityCell {
  const cell = grid.get(address);
  const reading = readFact(cell, column, grid.sheet);
  if (reading instanceof FactFault) {
    const unreadable = cell === undefined ? null : describeCell(cell, column, grid.sheet);
    return { address, text: '', notes: [], unreadable };
  }
  const [value, notes] = reading instanceof NotedFact ? [reading.value, reading.notes] : [reading, []];
  return { address, text: typeof value === 'string' ? value : '', notes, unreadable: null };
}
