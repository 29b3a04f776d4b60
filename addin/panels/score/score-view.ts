/** What the panel shows of a score sheet. Every judgement comes from `rules/`, every address from the sheet's layout. */
import type { Citation } from '../../../rules/citation.ts';
import type { VetoState } from '../../../rules/master-roster.ts';
import { formatSteps } from '../../../rules/points.ts';
import type { ScoreCategory, ScoreItem, ScoreSheet, VetoItem } from '../../../rules/scheme.ts';
import { judgeScore } from '../../../rules/score-sheet.ts';
import { judgeScoreSheet, type ScoreVerdict } from '../../../rules/score-verdict.ts';
import { checkLockedCells } from '../../../workbook/score-sheet/check-locked-cells.ts';
import { quote } from '../../../workbook/intake/quote.ts';
import { refuseMergedInputs } from '../../../workbook/score-sheet/read-score-inputs.ts';
import { readScoreCell, readVetoCell } from '../../../workbook/score-sheet/read-score-cell.ts';
import type { ScoreSheetLayout } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import {
  ROLES,
  type CategoryPlace,
  type ItemPlace,
  type Role,
} from '../../../workbook/score-sheet/score-sheet-places.ts';
import type { Cell, SheetContent } from '../../../workbook/intake/sheet-content.ts';
import { SheetGrid } from '../../../workbook/intake/sheet-grid.ts';
import { SheetRemarks } from '../../../workbook/score-sheet/sheet-remarks.ts';
import { writtenIn } from './overlay.ts';
import type { Written } from './plan-writes.ts';

export interface Remark {
  /** `fault`: the cell counts nothing, or cannot be right. `question`: it counts, and a person should look. */
  readonly severity: 'fault' | 'question';
  /** One sentence: what, where, what to do. */
  readonly message: string;
  readonly cite: Citation | null;
}

interface InputCell {
  readonly address: string;
  readonly written: Written;
  /** False where a formula stands: the panel would destroy it. */
  readonly isWritable: boolean;
  readonly remark: Remark | null;
}

export interface ScoreCell extends InputCell {
  /** Null where blank or unreadable; perhaps less than nothing or more than all. */
  readonly steps: number | null;
}

export interface VetoCell extends InputCell {
  readonly state: VetoState;
}

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
  checkLockedCells(grid, layout, remarks);
  refuseMergedInputs(grid, layout, remarks);
  const places = [...layout.categories, layout.bonus];
  const items = new Map(places.flatMap((place) => place.items.map((each) => [each, viewItem(grid, scoreSheet, each)])));
  const vetoes = layout.vetoes.map(({ item, stateCells }, index): VetoView => ({
    item,
    number: index + 1,
    cells: byRole((role) => viewVeto(grid, stateCells[role])),
  }));
  const verdicts = byRole((role) => judge(scoreSheet, [...items.values()], vetoes, role));
  return {
    unitName: grid.textAt(layout.unitNameCell),
    unitNumber: grid.textAt(layout.unitNumberCell),
    formFaults: remarks.faults.map(({ message }) => message),
    isMoved: remarks.faults.some(({ code }) => code === 'layout-changed'),
    categories: places.map((place) => viewCategory(place, items, verdicts, place === layout.bonus)),
    vetoes,
    verdicts,
  };
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

function viewItem(grid: SheetGrid, sheet: ScoreSheet, { item, scoreCells }: ItemPlace): ItemView {
  const cells = byRole((role) => viewScore(grid, sheet, item, scoreCells[role]));
  const { self, association } = cells;
  const gap = self.steps === null || association.steps === null ? null : association.steps - self.steps;
  return { item, cells, gap };
}

function viewScore(grid: SheetGrid, sheet: ScoreSheet, item: ScoreItem, address: string): ScoreCell {
  const cell = grid.get(address);
  const step = sheet.step.value;
  const content = readScoreCell(cell, step);
  const base = { address, written: writtenIn(cell), isWritable: true, steps: null };
  const fault = (message: string): Remark => ({ severity: 'fault', message, cite: null });
  switch (content.kind) {
    case 'blank':
      return { ...base, remark: null };
    case 'formula':
      return {
        ...base,
        isWritable: false,
        remark: fault(`${address} 单元格是公式，窗格不改动它，请在表格里改填得分本身。`),
      };
    case 'not-a-number':
      return { ...base, remark: fault(`${address} 单元格里的${show(cell)}不是得分，请点选分值，或在表格里改成数字。`) };
    case 'between-steps': {
      const smallest = formatSteps(1, step);
      const message = `${address} 单元格的得分 ${content.points} 不是 ${smallest} 分的整数倍，请改选分值。`;
      return { ...base, remark: fault(message) };
    }
    case 'score':
      return {
        ...base,
        steps: content.steps,
        remark: judgeSteps(sheet, item, content.steps, address) ?? (content.isText ? noteText(address) : null),
      };
  }
}

function judgeSteps(sheet: ScoreSheet, item: ScoreItem, steps: number, address: string): Remark | null {
  const fault = judgeScore(sheet, item, steps);
  if (fault === null) return null;
  if (fault.kind === 'unnamed-credit') {
    return { severity: 'question', message: `${address} 单元格${fault.message}。`, cite: item.cite };
  }
  return { severity: 'fault', message: `${address} 单元格${fault.message}，请改选分值。`, cite: item.cite };
}

function noteText(address: string): Remark {
  const message = `${address} 单元格的得分是文本格式，表格自己的合计不会算上它，请再点一次分值改成数字。`;
  return { severity: 'question', message, cite: null };
}

function viewVeto(grid: SheetGrid, address: string): VetoCell {
  const cell = grid.get(address);
  const content = readVetoCell(cell);
  const base = { address, written: writtenIn(cell), isWritable: true };
  switch (content.kind) {
    case 'state':
      return { ...base, state: content.state, remark: null };
    case 'formula': {
      const message = `${address} 单元格是公式，窗格不改动它，请在表格里改填“未发生”或“发生”。`;
      return { ...base, isWritable: false, state: 'open', remark: { severity: 'fault', message, cite: null } };
    }
    case 'not-a-state': {
      const message = `${address} 单元格里的${show(cell)}不能识别，请点选“未发生”或“发生”。`;
      return { ...base, state: 'open', remark: { severity: 'fault', message, cite: null } };
    }
  }
}

function show(cell: Cell | undefined): string {
  if (cell?.kind === 'number' && cell.isDate) return '日期';
  return quote(String(writtenIn(cell) ?? ''));
}

function byRole<Value>(make: (role: Role) => Value): Readonly<Record<Role, Value>> {
  const [self, association] = ROLES;
  return { self: make(self), association: make(association) };
}
