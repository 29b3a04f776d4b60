/** What the panel shows of a score sheet. Every judgement comes from `rules/`, every address from the sheet's layout. */
import type { ScoreCategory, ScoreItem, ScoreSheet, VetoItem } from '../../../rules/scheme-score-sheet.ts';
import { judgeScoreSheet, type ScoreVerdict } from '../../../rules/score-verdict.ts';
import { SheetGrid } from '../../../ooxml/read/sheet-grid.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { findForm } from '../../../workbook/score-sheet/blank-forms.ts';
import { checkLockedCells } from '../../../workbook/score-sheet/check-locked-cells.ts';
import { readIdentity, type IdentityCell } from '../../../workbook/score-sheet/read-identity.ts';
import { findMergedInputs } from '../../../workbook/score-sheet/read-score-inputs.ts';
import type { ScoreSheetLayout } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import {
  ROLES,
  type CategoryPlace,
  type ItemPlace,
  type Role,
} from '../../../workbook/score-sheet/score-sheet-places.ts';
import { SheetRemarks } from '../../../workbook/score-sheet/sheet-remarks.ts';
import { viewScore, viewVeto, type ScoreCell, type VetoCell } from './input-cell.ts';

export interface ItemView {
  readonly item: ScoreItem;
  readonly cells: Readonly<Record<Role, ScoreCell>>;
  /** The association's score less the unit's own, in steps; null unless there are both. */
  readonly gap: number | null;
}

export interface CategoryView {
  readonly category: ScoreCategory;
  readonly isBonus: boolean;
  readonly items: readonly ItemView[];
  /** In steps. */
  readonly points: Readonly<Record<Role, number>>;
}

export interface VetoView {
  readonly item: VetoItem;
  /** From 1. */
  readonly number: number;
  readonly cells: Readonly<Record<Role, VetoCell>>;
}

export interface ScoreView {
  readonly unitName: string;
  readonly unitNumber: string;
  /** Sentences about texts and figures of the form that are not as they were sent out. */
  readonly formFaults: readonly string[];
  /** Rows or columns were moved: what stands where cannot be told, and nothing else here means anything. */
  readonly isMoved: boolean;
  readonly categories: readonly CategoryView[];
  readonly vetoes: readonly VetoView[];
  readonly verdicts: Readonly<Record<Role, ScoreVerdict>>;
}

export function viewScoreSheet(layout: ScoreSheetLayout, content: SheetContent): ScoreView {
  const grid = new SheetGrid(content);
  const { scoreSheet } = layout.scheme;
  const remarks = new SheetRemarks();
  checkLockedCells(grid, findForm(grid, layout).layout, remarks);
  findMergedInputs(grid, layout, remarks);
  const { unitNumber, unitName } = readIdentity(grid, layout);
  const places = [...layout.categories, layout.bonus];
  const items = new Map(places.flatMap((place) => place.items.map((each) => [each, viewItem(grid, scoreSheet, each)])));
  const vetoes = layout.vetoes.map((place, index): VetoView => ({
    item: place.item,
    number: index + 1,
    cells: byRole((role) => viewVeto(grid, place, role)),
  }));
  const verdicts = byRole((role) => judge(scoreSheet, [...items.values()], vetoes, role));
  return {
    unitName: unitName.text,
    unitNumber: unitNumber.text,
    formFaults: [...remarks.faults.map(({ message }) => message), ...[unitNumber, unitName].flatMap(noteIdentity)],
    isMoved: remarks.faults.some(({ code }) => code === 'layout-changed'),
    categories: places.map((place) => viewCategory(place, items, verdicts, place === layout.bonus)),
    vetoes,
    verdicts,
  };
}

function noteIdentity({ address, notes }: IdentityCell): string[] {
  return notes.map(({ message }) => `${address} 单元格${message}，请核对。`);
}

function judge(sheet: ScoreSheet, items: readonly ItemView[], vetoes: readonly VetoView[], role: Role): ScoreVerdict {
  const unreadable = items.filter(({ cells }) => cells[role].steps === null && cells[role].written !== null);
  return judgeScoreSheet(
    sheet,
    new Map(items.map(({ item, cells }) => [item.id, cells[role].steps])),
    vetoes.map(({ cells }) => cells[role].state),
    new Set(unreadable.map(({ item }) => item.id)),
  );
}

function viewCategory(
  place: CategoryPlace,
  items: ReadonlyMap<ItemPlace, ItemView>,
  verdicts: ScoreView['verdicts'],
  isBonus: boolean,
): CategoryView {
  const { category } = place;
  const sumOf = (role: Role) => {
    const { sums } = verdicts[role];
    const sum = [...sums.categories, sums.bonus].find((each) => each.category === category);
    return sum?.points ?? 0;
  };
  return {
    category,
    isBonus,
    items: place.items.flatMap((each) => items.get(each) ?? []),
    points: byRole(sumOf),
  };
}

function viewItem(grid: SheetGrid, sheet: ScoreSheet, place: ItemPlace): ItemView {
  const cells = byRole((role) => viewScore(grid, sheet, place, role));
  const { self, association } = cells;
  const gap = self.steps === null || association.steps === null ? null : association.steps - self.steps;
  return { item: place.item, cells, gap };
}

function byRole<Value>(make: (role: Role) => Value): Readonly<Record<Role, Value>> {
  const [self, association] = ROLES;
  return { self: make(self), association: make(association) };
}
