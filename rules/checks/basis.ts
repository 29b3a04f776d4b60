/**
 * What a check rests on and no cell can be blamed for: demands that were not checked, or that another cell has shown to be met, because the roster
 * lacks a column; results of formulas that were read in spite of how they are written. Sentences for whoever signs; nobody waits for them.
 */
import type { Eligibility } from '../eligibility.ts';
import { groupBy } from '../group-by.ts';
import { SHEET } from '../roster-cell.ts';
import { listUnchecked } from './registrations.ts';
import type { RosterIndex } from '../roster-index.ts';

/** Each once, in the order of the conditions. */
export function listBasis(index: RosterIndex, eligibilities: readonly Eligibility[]): string[] {
  return [...new Set([...listUnchecked(index), ...listStandIns(eligibilities), ...listFormulas(index)])];
}

/** Of the demands that have cleared somebody by another cell. */
function listStandIns(eligibilities: readonly Eligibility[]): string[] {
  return eligibilities.flatMap(({ reasons }) =>
    reasons.flatMap(({ condition, answer, where, insteadOf }) => {
      if (!insteadOf || answer !== 'yes') return [];
      const sheet = SHEET[insteadOf.sheet];
      const { heading } = insteadOf;
      return [
        `“${sheet}”没有“${heading}”一列，以“${SHEET[where.sheet]}”的“${where.heading}”为准：${condition.demand}；要逐项核对的，在“${sheet}”加“${heading}”一列并填写。`,
      ];
    }),
  );
}

/** A formula is not rewritten by anybody's hand: what it looks up is, and notes stand there. */
function listFormulas({ roster }: RosterIndex): string[] {
  const columns = groupBy(
    roster.notes.filter(({ isComputed }) => isComputed),
    ({ cell, message }) => `${cell.sheet} ${cell.heading} ${message}`,
  );
  return [...columns.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const { sheet, heading, row } = first.cell;
    const rows = rest.length > 0 ? `第 ${row ?? 1} 行等 ${rest.length + 1} 格` : `第 ${row ?? 1} 行`;
    return [`“${SHEET[sheet]}”的“${heading}”${rows}是公式，结果${first.message}；要改的，请改它引用的格或公式。`];
  });
}
