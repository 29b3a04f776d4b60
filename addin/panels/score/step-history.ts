/** The steps that can be undone. */
import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import type { SheetGrid } from '../../../ooxml/read/sheet-grid.ts';
import { writtenIn } from './overlay.ts';
import type { Written } from './plan-writes.ts';
import type { ScoreStep } from './score-steps.ts';

/** A step with what stood in its cells before. */
export interface DoneStep {
  readonly label: string;
  readonly role: Role;
  readonly cells: readonly { readonly address: string; readonly before: Written; readonly after: Written }[];
}

/** The step with the cells that it changes; those that hold its value already are left out. */
export function compareStep({ label, role, cells }: ScoreStep, grid: SheetGrid): DoneStep {
  const compared = cells.map(({ address, value }) => ({
    address,
    before: writtenIn(grid.get(address)),
    after: value,
  }));
  return { label, role, cells: compared.filter(({ before, after }) => before !== after) };
}

/** The addresses of a step's cells that somebody has changed since. */
export function listChangedSince({ cells }: DoneStep, grid: SheetGrid): string[] {
  return cells.filter(({ address, after }) => writtenIn(grid.get(address)) !== after).map(({ address }) => address);
}

const MOST_UNDOS = 100;

export class StepHistory {
  private readonly done: DoneStep[] = [];

  /** What an undo in a column would take back. Steps in the other one touch none of its cells, so their order does not matter. */
  last(role: Role): DoneStep | undefined {
    return this.done.findLast((step) => step.role === role);
  }

  push(step: DoneStep): void {
    this.done.push(step);
    if (this.done.length > MOST_UNDOS) this.done.shift();
  }

  forget(step: DoneStep): void {
    const at = this.done.lastIndexOf(step);
    if (at >= 0) this.done.splice(at, 1);
  }
}
