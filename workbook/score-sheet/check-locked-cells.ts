/** The locked cells of a returned sheet must say what the blank says: else the scores answer other questions. */
import { cellAddress, readRange } from '../../ooxml/read/cell-address.ts';
import { comparable } from '../intake/clean-text.ts';
import { readNumberText } from '../intake/number-text.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { LayoutCell } from './score-sheet-cell.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

/** With more changes than this, rows or columns were moved, and naming each helps nobody. */
const MOST_NAMED = 5;
const LONGEST_SHOWN = 20;

/**
 * Finds changed texts and figures, formulas that are gone, and anything written beside the form.
 * @param describeShift says where rows stand elsewhere than in the form, if they do; asked only where something was changed
 */
export function checkLockedCells(
  grid: SheetGrid,
  layout: ScoreSheetLayout,
  remarks: SheetRemarks,
  describeShift: () => string = () => '',
): void {
  const judged = layout.cells.map((cell) => ({ cell, agreement: compare(grid, cell) }));
  const changed = judged.filter(({ agreement }) => agreement === 'changed').map(({ cell }) => cell);
  const [first] = changed;
  const shift = first ? describeShift() : '';
  if (first && (changed.length > MOST_NAMED || shift !== '')) {
    const hint = shift === '' ? '' : `（${shift}）`;
    const message = `自 ${first.address} 单元格起有 ${changed.length} 处锁定内容与发出的评分表不同${hint}，请用发出的评分表重新填写。`;
    remarks.fault('layout-changed', first.address, message);
  } else {
    for (const { address, content } of changed) {
      const wanted = content.kind === 'fixed' ? shorten(String(content.value)) : '';
      const message = `${address} 单元格的锁定内容被改动，应为${quoteForUser(wanted)}，请用发出的评分表重新填写。`;
      remarks.fault('locked-cell-changed', address, message);
    }
  }
  const spelled = judged.filter(({ agreement }) => agreement === 'spelled').map(({ cell }) => cell.address);
  if (spelled.length > 0) {
    remarks.warn(
      'locked-cell-spelling',
      spelled,
      (cells) => `${cells}的锁定内容与发出的评分表写法不同、意思一致（数字存成文本、括号半角之类），已计入。`,
    );
  }
  const constants = layout.cells.filter(({ content, address }) => {
    return content.kind === 'formula' && grid.get(address)?.formula !== true;
  });
  if (constants.length > 0) {
    const cells = constants.map(({ address }) => address);
    remarks.warn('formula-replaced', cells, (names) => `${names}的公式不见了，已按各项得分重新计算，请核对。`);
  }
}

/** Whether every locked text and figure is the blank's, however it is spelled. */
export function hasLockedCellsOf(grid: SheetGrid, { cells }: ScoreSheetLayout): boolean {
  return cells.every((cell) => compare(grid, cell) !== 'changed');
}

/** Warns of what stands where the form has nothing. */
export function findExtraContent(grid: SheetGrid, isCovered: Coverage, remarks: SheetRemarks): void {
  const extra = grid.findOutside(isCovered).map(cellAddress);
  if (extra.length === 0) return;
  remarks.warn('extra-content', extra, (names) => `${names}另写有内容，未计入，请查看是否需要处理。`);
}

/** Whether a place, row and column from 1, belongs to the form. */
type Coverage = (row: number, column: number) => boolean;

/** What the layout's cells cover, merged blocks as a whole. */
export function coverCells({ cells }: ScoreSheetLayout): Coverage {
  const covered: boolean[][] = [];
  for (const { range } of cells) {
    const block = readRange(range);
    if (!block) continue;
    for (let { row } = block.first; row <= block.last.row; row += 1) {
      const own = (covered[row] ??= []);
      for (let { column } = block.first; column <= block.last.column; column += 1) own[column] = true;
    }
  }
  return (row, column) => covered[row]?.[column] === true;
}

/** `spelled`: another spelling of the same. */
type Agreement = 'same' | 'spelled' | 'changed';

function compare(grid: SheetGrid, { address, content }: LayoutCell): Agreement {
  if (content.kind !== 'fixed') return 'same';
  const cell = grid.get(address);
  const { value } = content;
  if (typeof value === 'number') {
    if (cell?.kind === 'number') return cell.value === value ? 'same' : 'changed';
    return cell?.kind === 'text' && readNumberText(cell.text).number === value ? 'spelled' : 'changed';
  }
  if (cell?.kind === 'number' && !cell.isDate) return String(cell.value) === value.trim() ? 'spelled' : 'changed';
  if (cell?.kind !== 'text') return 'changed';
  if (cell.text === value || plain(cell.text) === plain(value)) return 'same';
  return isSpelledAlike(cell.text, value) ? 'spelled' : 'changed';
}

/** Full and half width, white space, and what nobody sees; every sign that says something must be there. */
function isSpelledAlike(found: string, wanted: string): boolean {
  const key = (text: string) => comparable(text).replace(/[“”"]/g, '"').replace(/[‘’']/g, "'");
  return key(found) === key(wanted);
}

/** Programs write line ends and blanks at the end differently. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim();
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}……` : line;
}
