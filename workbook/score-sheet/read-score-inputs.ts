/** The cells that people fill in: strict about what a score is, silent about nothing. */
import { VETO_WORDS, type VetoState } from '../../rules/master-roster.ts';
import { formatSteps } from '../../rules/points.ts';
import { rememberBy } from '../../rules/remember.ts';
import type { ScoreItem, ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import { judgeScore } from '../../rules/score-sheet.ts';
import { isInRange, readAddress, readRange, type CellPlace, type CellRange } from '../../ooxml/read/cell-address.ts';
import { GRID } from '../../ooxml/read/intake-limits.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { FactFault, ReadingNote } from '../intake/fact-reading.ts';
import { describeCell, describeMeanings } from '../intake/read-fact.ts';
import { readScoreCell, readVetoCell } from './read-score-cell.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { listInputCells, type Role } from './score-sheet-places.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

/** Steps of each item, null where blank or faulty; a fault is in the remarks. */
export function readScores(
  grid: SheetGrid,
  layout: ScoreSheetLayout,
  role: Role,
  remarks: SheetRemarks,
): (number | null)[] {
  const { scoreSheet } = layout.scheme;
  const places = [...layout.categories, layout.bonus].flatMap(({ items }) => items);
  return places.map((place) => readScore(grid, place.scoreCells[role], { item: place.item, scoreSheet }, remarks));
}

/** A state for each veto item; a blank one is open. */
export function readVetoes(grid: SheetGrid, layout: ScoreSheetLayout, role: Role, remarks: SheetRemarks): VetoState[] {
  // The veto items stand below the bonus items, under the same headings.
  const heading = layout.scheme.scoreSheet.columns.bonus[role];
  return layout.vetoes.map(({ stateCells }) => readVeto(grid, stateCells[role], heading, remarks));
}

/** Input cells that are merged with others: of the cells under a merge all but one have lost their value, and nobody knows whose the last is. */
export function findMergedInputs(grid: SheetGrid, layout: ScoreSheetLayout, remarks: SheetRemarks): Set<string> {
  const foreign = findForeignMerges(grid, layout);
  if (foreign.length === 0) return new Set();
  const hit = listInputCells(layout).filter((address) => {
    const place = readAddress(address);
    return place !== undefined && foreign.some((merge) => isInRange(place, merge));
  });
  for (const address of hit) {
    const message = `${address} 单元格与别的单元格合并了，合并后其他格的内容已丢失，请取消合并、补填后重新报送。`;
    remarks.fault('merged-input', address, message);
  }
  return new Set(hit);
}

function findForeignMerges({ sheet }: SheetGrid, { cells }: ScoreSheetLayout): CellRange[] {
  const own = listOwnRanges(cells);
  return sheet.merges.filter(({ first, last }) => own.get(placeKey(first)) !== placeKey(last));
}

/** The last place of each block of the form, by the first. */
const listOwnRanges = rememberBy((cells: ScoreSheetLayout['cells']): ReadonlyMap<number, number> => {
  const blocks = cells.flatMap(({ range, address }) => (range === address ? [] : (readRange(range) ?? [])));
  return new Map(blocks.map(({ first, last }) => [placeKey(first), placeKey(last)]));
});

function placeKey({ row, column }: CellPlace): number {
  return row * (GRID.columns + 1) + column;
}

/** An item, and the sheet whose step and maxima hold for it. */
interface Scored {
  readonly item: ScoreItem;
  readonly scoreSheet: ScoreSheet;
}

function readScore(grid: SheetGrid, address: string, scored: Scored, remarks: SheetRemarks): number | null {
  const cell = grid.get(address);
  const step = scored.scoreSheet.step.value;
  const content = readScoreCell(cell, step, grid.sheet);
  switch (content.kind) {
    case 'blank':
      noteSpelling(content.notes, address, remarks);
      return null;
    case 'formula':
      remarks.fault('formula-in-input', address, `${address} 单元格是公式，请改填得分本身后重新报送。`);
      return null;
    case 'not-a-number': {
      const found = describeScore(cell, content.fault, grid);
      remarks.fault('not-a-number', address, `${address} 单元格的${found}。`);
      return null;
    }
    case 'between-steps': {
      const message = `${address} 单元格的得分 ${content.points} 不是 ${formatSteps(1, step)} 分的整数倍，请改正后重新报送。`;
      remarks.fault('between-steps', address, message);
      return null;
    }
    case 'score':
      noteSpelling(content.notes, address, remarks);
      return judge(scored, content.steps, address, remarks) ? content.steps : null;
  }
}

/** False when the score is impossible. */
function judge({ item, scoreSheet }: Scored, steps: number, address: string, remarks: SheetRemarks): boolean {
  const fault = judgeScore(scoreSheet, item, steps);
  if (fault === null) return true;
  if (fault.kind === 'unnamed-credit') {
    remarks.warn(fault.kind, [address], (cells) => `${cells}的得分不是指标写明的分值，已计入，请核对。`);
    return true;
  }
  remarks.fault(fault.kind, address, `${address} 单元格的${fault.message}，请改正后重新报送。`);
  return false;
}

function readVeto(grid: SheetGrid, address: string, heading: string, remarks: SheetRemarks): VetoState {
  const cell = grid.get(address);
  const content = readVetoCell(cell, grid.sheet);
  if (content.kind === 'state') {
    noteSpelling(content.notes, address, remarks);
    return content.state;
  }
  if (content.kind === 'formula') {
    remarks.fault('formula-in-input', address, `${address} 单元格是公式，请改选“未发生”或“发生”后重新报送。`);
    return 'open';
  }
  const wanted = `“${heading}”一栏的一票否决项只能是“${VETO_WORDS.clear}”或“${VETO_WORDS.occurred}”`;
  const meant = describeMeanings(content.fault);
  const message = `${address} 单元格的${describeFound(cell, grid)}无法识别，${wanted}${meant}后重新报送。`;
  remarks.fault('veto-unreadable', address, message);
  return 'open';
}

/** `“无”不是得分，可能是 0，也可能是没有填写，请写明是哪一个` */
function describeScore(cell: Cell | undefined, fault: FactFault, grid: SheetGrid): string {
  return `${describeFound(cell, grid)}不是得分${describeMeanings(fault)}后重新报送`;
}

function describeFound(cell: Cell | undefined, { sheet }: SheetGrid): string {
  return cell === undefined ? '空白' : describeCell(cell, SCORE_TEXT, sheet);
}

const SCORE_TEXT: RosterColumn = { heading: '得分', type: 'points' };

/** Once for all cells that are written alike. */
export function noteSpelling(notes: readonly ReadingNote[], address: string, remarks: SheetRemarks): void {
  for (const { kind, message } of notes) {
    remarks.warn(kind, [address], (cells) => `${cells}${message}，请核对。`, message);
  }
}
