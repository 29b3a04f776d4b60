/** The cells of a score sheet that are not the unit’s to fill in: what is wrong in them is asked of whoever scores, and never of the unit. */
import type { FileRemark } from '../../rules/tally/returned-file.ts';
import { nameScorer } from '../../rules/score-columns.ts';
import { rememberBy } from '../../rules/remember.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';

/** Who fills in each of them. */
const scorersOf = rememberBy(({ scheme, ...places }: ScoreSheetLayout): ReadonlyMap<string, string> => {
  const { basic, bonus } = scheme.scoreSheet.columns;
  const scorer = nameScorer(basic.association);
  const ofBonus = nameScorer(bonus.association);
  return new Map([
    ...places.categories.flatMap(({ items }) => items.map((item) => [item.scoreCells.association, scorer] as const)),
    ...places.bonus.items.map((item) => [item.scoreCells.association, ofBonus] as const),
    // They stand below the bonus items, under the same headings.
    ...places.vetoes.map(({ stateCells }) => [stateCells.association, ofBonus] as const),
  ]);
});

export function isScorersCell(layout: ScoreSheetLayout, address: string): boolean {
  return scorersOf(layout).has(address);
}

/** Of a cell of the scorer’s, the sentence that says so; any other as it is. */
export function tellWhoMends(layout: ScoreSheetLayout, address: string | null, message: string): string {
  const scorer = scorersOf(layout).get(address ?? '');
  if (scorer === undefined) return message;
  return `${message.replace(/(后重新报送)?。$/, '')}（由${scorer}改，不用单位改）。`;
}

export function askWhoMends(layout: ScoreSheetLayout, faults: readonly FileRemark[]): FileRemark[] {
  return faults.map((fault) => ({
    ...fault,
    message: tellWhoMends(layout, fault.cell, fault.message),
    isForUnit: !isScorersCell(layout, fault.cell ?? ''),
  }));
}
