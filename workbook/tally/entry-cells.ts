import { listItems } from '../../rules/score-sheet.ts';
import type { Entry } from '../../rules/tally/sheet-entries.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';

/** Where the value of an entry stands in every score sheet, and what it is called. */
interface EntryPlace {
  /** `D13` */
  readonly cell: string;
  /** `自评分 3. 保卫部门负责人具备……`, `市/区企保协会评分 否决项2` */
  readonly name: string;
}

/** Finds the place of an entry. */
export function createEntryFinder(layout: ScoreSheetLayout): (entry: Entry) => EntryPlace {
  const { scoreSheet } = layout.scheme;
  const items = listItems(scoreSheet);
  const places = [...layout.categories, layout.bonus].flatMap((category) => category.items);
  return ({ kind, column, item }) => {
    const { basic, bonus } = scoreSheet.columns;
    if (kind === 'score') {
      const index = items.indexOf(item);
      const headings = scoreSheet.bonus.items.includes(item) ? bonus : basic;
      return { cell: places[index]?.scoreCells[column] ?? '', name: `${headings[column]} ${index + 1}. ${item.text}` };
    }
    const index = scoreSheet.vetoItems.indexOf(item);
    return { cell: layout.vetoes[index]?.stateCells[column] ?? '', name: `${bonus[column]} 否决项${index + 1}` };
  };
}
