/** Cells that were read in spite of how they were written: said once for each column, and in nobody's way. */
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { CellRef } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { nominationsOfRow } from './concerned.ts';

/** @param holds the cells to tell of; all where left out */
export function* noteCells(index: RosterIndex, holds: (cell: CellRef) => boolean = () => true): Iterable<Finding> {
  // Of a formula's result the check says so elsewhere: nobody can write it otherwise.
  const notes = index.roster.notes.filter(({ isComputed, cell }) => !isComputed && holds(cell));
  const columns = groupBy(notes, ({ cell, message }) => `${cell.sheet} ${cell.heading} ${message}`);
  for (const [first, ...rest] of columns.values()) {
    if (!first) continue;
    const cells = rest.map(({ cell }) => cell);
    const count = rest.length > 0 ? `有 ${rest.length + 1} 个单元格` : '';
    yield {
      rule: 'cell-note',
      kind: first.kind,
      severity: 'note',
      cite: null,
      where: [first.cell, ...cells],
      nominations: [...new Set([first.cell, ...cells].flatMap((cell) => nominationsOfRow(index, cell)))],
      message: `“${first.cell.heading}”${count}${first.message}`,
      found: '已读取',
      mend: '核对读到的内容；要去掉提示，请重新填写',
    };
  }
}
