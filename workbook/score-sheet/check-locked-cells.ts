/** The locked cells of a returned sheet must say what the blank says: else the scores answer other questions. */
import { cellAddress, readRange } from '../../ooxml/read/cell-address.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { LayoutCell } from './score-sheet-cell.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

/** With more changes than this, rows or columns were moved, and naming each helps nobody. */
const MOST_NAMED = 5;
const LONGEST_SHOWN = 20;

/** Finds changed texts and figures, formulas that are gone, and anything written beside the form. */
export function checkLockedCells(grid: SheetGrid, layout: ScoreSheetLayout, remarks: SheetRemarks): void {
  const changed = layout.cells.filter((cell) => isChanged(grid, cell));
  const [first] = changed;
  if (first && changed.length > MOST_NAMED) {
    const message = `自 ${first.address} 单元格起有 ${changed.length} 处锁定内容与发出的评分表不同，请用发出的评分表重新填写。`;
    remarks.fault('layout-changed', first.address, message);
  } else {
    for (const { address, content } of changed) {
      const wanted = content.kind === 'fixed' ? shorten(String(content.value)) : '';
      const message = `${address} 单元格的锁定内容被改动，应为${quoteForUser(wanted)}，请用发出的评分表重新填写。`;
      remarks.fault('locked-cell-changed', address, message);
    }
  }
  const constants = layout.cells.filter(({ content, address }) => {
    return content.kind === 'formula' && grid.get(address)?.formula !== true;
  });
  if (constants.length > 0) {
    const cells = constants.map(({ address }) => address);
    remarks.warn('formula-replaced', cells, (names) => `${names}的公式不见了，已按各项得分重新计算，请核对。`);
  }
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

function isChanged(grid: SheetGrid, { address, content }: LayoutCell): boolean {
  if (content.kind !== 'fixed') return false;
  const cell = grid.get(address);
  if (cell === undefined) return true;
  if (typeof content.value === 'number') return cell.kind !== 'number' || cell.value !== content.value;
  return cell.kind !== 'text' || !isSameText(cell.text, content.value);
}

/** Programs write line ends and blanks at the end differently. */
function isSameText(found: string, wanted: string): boolean {
  return found === wanted || plain(found) === plain(wanted);
}

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
