/** A cell that somebody fills in, as the panel shows it. */
import type { Citation } from '../../../rules/citation.ts';
import type { VetoState } from '../../../rules/master-roster.ts';
import { formatSteps } from '../../../rules/points.ts';
import type { ScoreItem, ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { judgeScore } from '../../../rules/score-sheet.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import type { FactFault, ReadingNote } from '../../../workbook/intake/fact-reading.ts';
import { describeMeanings } from '../../../workbook/intake/read-fact.ts';
import type { Cell } from '../../../ooxml/read/sheet-content.ts';
import type { ItemPlace, Role, VetoPlace } from '../../../workbook/score-sheet/score-sheet-places.ts';
import type { SheetGrid } from '../../../ooxml/read/sheet-grid.ts';
import { readScoreCell, readVetoCell } from '../../../workbook/score-sheet/read-score-cell.ts';
import { writtenIn } from './overlay.ts';
import type { Written } from './plan-writes.ts';

export interface CellRemark {
  /** `fault`: the cell counts nothing, or cannot be right. `question`: it counts, and a person should look. */
  readonly severity: 'fault' | 'question';
  /** One sentence: what, where, what to do. */
  readonly message: string;
  readonly cite: Citation | null;
}

interface InputCell {
  readonly address: string;
  /** Whose column it stands in. */
  readonly role: Role;
  readonly written: Written;
  /** Whether somebody has put something in; the form's own box is nothing. */
  readonly isFilled: boolean;
  /** False where a formula stands: the panel would destroy it. */
  readonly isWritable: boolean;
  readonly remark: CellRemark | null;
}

export interface ScoreCell extends InputCell {
  /** Null where blank or unreadable; perhaps less than nothing or more than all. */
  readonly steps: number | null;
}

export interface VetoCell extends InputCell {
  readonly state: VetoState;
}

/** The cell of one score in a column, and what is to be said of it. */
export function viewScore(grid: SheetGrid, sheet: ScoreSheet, { item, scoreCells }: ItemPlace, role: Role): ScoreCell {
  const address = scoreCells[role];
  const cell = grid.get(address);
  const step = sheet.step.value;
  const content = readScoreCell(cell, step, grid.sheet);
  const written = writtenIn(cell);
  const base = { address, role, written, isFilled: written !== null, isWritable: true, steps: null };
  const fault = (message: string): CellRemark => ({ severity: 'fault', message, cite: null });
  switch (content.kind) {
    case 'blank':
      // What is written into it would be struck out as well.
      return { ...base, isWritable: !content.notes.some(isStruckNote), remark: noteStruck(content.notes, address) };
    case 'formula':
      return {
        ...base,
        isWritable: false,
        remark: fault(`${address} 单元格是公式，窗格不改动它，请在表格里改填得分本身。`),
      };
    case 'not-a-number':
      return {
        ...base,
        remark: fault(
          `${address} 单元格里的${show(cell)}不是得分${orElse(content.fault)}，请点选分值，或在表格里改成数字。`,
        ),
      };
    case 'between-steps': {
      const smallest = formatSteps(1, step);
      const message = `${address} 单元格的得分 ${content.points} 不是 ${smallest} 分的整数倍，请改选分值。`;
      return { ...base, remark: fault(message) };
    }
    case 'score':
      return {
        ...base,
        steps: content.steps,
        remark: judgeSteps(sheet, item, content.steps, address) ?? noteSpelling(content.notes, address),
      };
  }
}

function judgeSteps(sheet: ScoreSheet, item: ScoreItem, steps: number, address: string): CellRemark | null {
  const fault = judgeScore(sheet, item, steps);
  if (fault === null) return null;
  if (fault.kind === 'unnamed-credit') {
    return { severity: 'question', message: `${address} 单元格${fault.message}。`, cite: item.cite };
  }
  return { severity: 'fault', message: `${address} 单元格${fault.message}，请改选分值。`, cite: item.cite };
}

/** A cell that was read in spite of how it is written: clicking writes it as wanted. */
function noteSpelling(notes: readonly ReadingNote[], address: string): CellRemark | null {
  if (notes.length === 0) return null;
  // A text is no number to the sheet's own formulas.
  const told = notes.map(({ kind, message }) =>
    kind === 'number-as-text' ? `${message}（表格自己的合计不会算上它）` : message,
  );
  const message = `${address} 单元格${told.join('；')}，请再点一次，写成规范的样子。`;
  return { severity: 'question', message, cite: null };
}

/** Of a cell whose value somebody has taken back, in a way that only the sheet itself can undo. */
function noteStruck(notes: readonly ReadingNote[], address: string): CellRemark | null {
  const struck = notes.find(isStruckNote);
  if (!struck) return noteSpelling(notes, address);
  const message = `${address} 单元格${struck.message}，窗格不改动它，请在表格里去掉删除线后再填。`;
  return { severity: 'question', message, cite: null };
}

function isStruckNote({ kind }: ReadingNote): boolean {
  return kind === 'struck-out';
}

/** `，可能是 0，也可能是没有填写` */
function orElse(fault: FactFault): string {
  return fault.meanings.length > 0 ? describeMeanings(fault) : '';
}

/** The cell of one veto item in a column, and what is to be said of it. */
export function viewVeto(grid: SheetGrid, { stateCells }: VetoPlace, role: Role): VetoCell {
  const address = stateCells[role];
  const cell = grid.get(address);
  const content = readVetoCell(cell, grid.sheet);
  const isOpen = content.kind === 'state' && content.state === 'open' && content.notes.length === 0;
  const base = { address, role, written: writtenIn(cell), isFilled: !isOpen, isWritable: true };
  switch (content.kind) {
    case 'state':
      if (!content.notes.some(isStruckNote)) {
        return { ...base, state: content.state, remark: noteSpelling(content.notes, address) };
      }
      return { ...base, isWritable: false, state: 'open', remark: noteStruck(content.notes, address) };
    case 'formula': {
      const message = `${address} 单元格是公式，窗格不改动它，请在表格里改填“未发生”或“发生”。`;
      return { ...base, isWritable: false, state: 'open', remark: { severity: 'fault', message, cite: null } };
    }
    case 'not-a-state': {
      const message = `${address} 单元格里的${show(cell)}不能识别${orElse(content.fault)}，请点选“未发生”或“发生”。`;
      return { ...base, state: 'open', remark: { severity: 'fault', message, cite: null } };
    }
  }
}

function show(cell: Cell | undefined): string {
  if (cell?.kind === 'number' && cell.isDate) return '日期';
  return quoteForUser(String(writtenIn(cell) ?? ''));
}
