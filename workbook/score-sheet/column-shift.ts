/** Columns that somebody has put into a returned sheet or taken out of it: the form's columns are known by the texts in them. */
import { groupBy } from '../../rules/group-by.ts';
import { rememberBy } from '../../rules/remember.ts';
import { textKey } from '../../rules/same-text.ts';
import { columnLetters, readAddress } from '../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { LayoutCell } from './score-sheet-cell.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';

interface ColumnShift {
  /** `插入了 1 列（现在的 A 列）`, `删去了发出时的 D 列` */
  readonly what: string;
  /** Whether some of the form's columns are gone, and with them what was filled in. */
  readonly isDeleted: boolean;
  /** The sheet with the form's columns in their places, as far as they are there. */
  readonly grid: SheetGrid;
}

interface ColumnText {
  readonly column: number;
  readonly key: string;
  readonly address: string;
}

/** The texts of the form by column. */
const listTexts = rememberBy((cells: readonly LayoutCell[]): ReadonlyMap<number, readonly ColumnText[]> => {
  const texts = cells.flatMap(({ address, content }): ColumnText[] => {
    const place = readAddress(address);
    const key = content.kind === 'fixed' && typeof content.value === 'string' ? textKey(content.value) : '';
    return place && key !== '' ? [{ column: place.column, key, address }] : [];
  });
  return new Map([...groupBy(texts, ({ column }) => column)].sort(([one], [other]) => one - other));
});

/** What became of the columns; null where they stand as in the form, or where the sheet is too unlike it to tell. */
export function findColumnShift(content: SheetContent, { cells, headingRow }: ScoreSheetLayout): ColumnShift | null {
  const texts = listTexts(cells);
  const grid = new SheetGrid(content);
  const headings = [...texts.keys()].map((column) => `${columnLetters(column)}${headingRow}`);
  const isHeading = new Set([...texts.values()].flat().map(({ address, key }) => `${address} ${key}`));
  if (headings.every((address) => isHeading.has(`${address} ${textKey(grid.textAt(address))}`))) return null;
  const placeOf = findColumns(content, texts);
  const what = placeOf && describeShift([...texts.keys()], placeOf, content);
  if (!placeOf || !what) return null;
  const formColumn = new Map([...placeOf].map(([column, place]) => [place, column]));
  const rows = content.rows.map(({ number, cells: inRow }) => ({
    number,
    cells: inRow.flatMap((cell) => {
      const column = formColumn.get(cell.column);
      return column === undefined ? [] : [{ ...cell, column }];
    }),
  }));
  const isDeleted = placeOf.size < texts.size;
  return { what, isDeleted, grid: new SheetGrid({ ...content, rows }) };
}

/** Where each column of the form stands: where most of its texts do. Null unless most columns are found so, in the form's order, and in them half of their texts. */
function findColumns(
  content: SheetContent,
  texts: ReadonlyMap<number, readonly ColumnText[]>,
): ReadonlyMap<number, number> | null {
  const wanted = groupBy([...texts.values()].flat(), ({ key }) => key);
  const votes = new Map<number, Map<number, number>>();
  for (const { cells } of content.rows) {
    for (const cell of cells) {
      if (cell.kind !== 'text') continue;
      for (const column of new Set((wanted.get(textKey(cell.text)) ?? []).map((each) => each.column))) {
        const ofColumn = votes.get(column) ?? new Map<number, number>();
        votes.set(column, ofColumn.set(cell.column, (ofColumn.get(cell.column) ?? 0) + 1));
      }
    }
  }
  const placeOf = new Map<number, number>();
  let found = 0;
  let last = 0;
  for (const column of texts.keys()) {
    // A text that two columns share is the one's that has no better place before it.
    const behind = [...(votes.get(column) ?? [])].filter(([place]) => place > last);
    const [best] = behind.sort(([one, few], [other, many]) => many - few || one - other);
    if (!best) continue;
    placeOf.set(column, (last = best[0]));
    found += best[1];
  }
  const inThem = [...placeOf.keys()].reduce((sum, column) => sum + (texts.get(column) ?? []).length, 0);
  return placeOf.size * 2 > texts.size && found * 2 >= inThem ? placeOf : null;
}

function describeShift(
  columns: readonly number[],
  placeOf: ReadonlyMap<number, number>,
  content: SheetContent,
): string | null {
  const inserted: number[] = [];
  const deleted: number[] = [];
  let before = { column: 0, place: 0 };
  for (const [column, place] of placeOf) {
    const grown = place - before.place - (column - before.column);
    for (let at = 0; at < grown; at += 1) inserted.push(place - grown + at);
    if (grown < 0) deleted.push(...columns.filter((each) => each > before.column && each < column).slice(0, -grown));
    before = { column, place };
  }
  const isLast = content.rows.every(({ cells }) => cells.every(({ column }) => column <= before.place));
  if (isLast) deleted.push(...columns.filter((column) => column > before.column));
  const name = (list: readonly number[]) => list.map(columnLetters).join('、');
  const parts = [
    ...(inserted.length > 0 ? [`插入了 ${inserted.length} 列（现在的 ${name(inserted)} 列）`] : []),
    ...(deleted.length > 0 ? [`删去了 ${deleted.length} 列（发出时的 ${name(deleted)} 列）`] : []),
  ];
  return parts.length > 0 ? parts.join('、') : null;
}
