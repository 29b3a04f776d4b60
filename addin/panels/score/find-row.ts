import { rowId } from './item-row.tsx';
import type { ScoreView } from './score-view.ts';

/** The item whose input stands in a cell, in whichever column; null for any other cell. */
export function findRow({ categories, vetoes }: ScoreView, address: string): string | null {
  const inputs = [...categories.flatMap(({ items }) => items), ...vetoes];
  const found = inputs.find(({ cells }) => cells.self.address === address || cells.association.address === address);
  return found?.item.id ?? null;
}

/** Scrolls an item's row into sight. @returns its element */
export function showRow(itemId: string, block: ScrollLogicalPosition): HTMLElement | null {
  const row = document.getElementById(rowId(itemId));
  row?.scrollIntoView({ block });
  return row;
}
