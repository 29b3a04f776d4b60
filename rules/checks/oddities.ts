/** Rows that may be records or not, merged cells, headings by another name, tabs that repeat a sheet: read as said, and in nobody's way. */
import type { Finding } from '../finding.ts';
import { SHEET } from '../roster-cell.ts';
import type { CopiedTab, MergedCells, OtherHeading, UnclearRow } from '../roster-oddities.ts';
import type { RosterIndex } from '../roster-index.ts';
import { nominationsOfRow } from './concerned.ts';

export function* checkOddities(index: RosterIndex): Iterable<Finding> {
  const { unclear, merged, headings, copies } = index.roster.oddities;
  for (const row of unclear) yield askAboutRow(index, row);
  for (const copy of copies) yield askAboutTab(copy);
  for (const cells of merged) yield noteMerge(index, cells);
  for (const heading of headings) yield noteHeading(heading);
}

function askAboutRow(index: RosterIndex, { cell, isCounted, reason }: UnclearRow): Finding {
  return {
    rule: 'row-unclear',
    severity: 'question',
    cite: null,
    where: [cell],
    nominations: nominationsOfRow(index, cell),
    message: `第 ${cell.row ?? 0} 行${reason}，${isCounted ? '仍按一条记录读取' : '没有当作记录'}，是不是一条记录？`,
    found: isCounted ? '按记录读取' : '没有当作记录',
    mend: isCounted
      ? '是记录的，写入“决定”表，对象填这一行的编号；不是的，把编号一格清空'
      : '是记录的，补填缺少的内容；不是的，把这一行移到表外',
  };
}

function askAboutTab({ sheet, cell, name, isWhole, rows, same }: CopiedTab): Finding {
  const own = SHEET[sheet];
  const alike = isWhole
    ? `与“${own}”列名相同，${rows} 行中有 ${same} 行一样`
    : `也像是“${own}”，列不全，${rows} 行中有 ${same} 行在已有的列上一样`;
  // Under the sheet's own name one that lacks columns would be refused.
  const keep = isWhole
    ? `把现行的一张命名为“${own}”，另一张移到别的文件里`
    : `“${name}”中较新的内容先抄进“${own}”，再把“${name}”移到别的文件里`;
  return {
    rule: 'sheet-copied',
    severity: 'question',
    cite: null,
    where: [cell],
    nominations: [],
    message: `工作表“${name}”${alike}，只读取了“${own}”，哪一张是现行的？`,
    found: `只读取“${own}”`,
    mend: `${keep}；现行的就是“${own}”的，也可以写入“决定”表，对象填“${own}”`,
  };
}

function noteMerge(index: RosterIndex, { cells, range, value }: MergedCells): Finding {
  const [first, ...others] = cells;
  return {
    rule: 'cells-merged',
    severity: 'note',
    cite: null,
    where: [first, ...others],
    nominations: [...new Set(cells.flatMap((cell) => nominationsOfRow(index, cell)))],
    message: `${range} 是合并单元格，已按每一行都是${value ?? '同一内容'}读取`,
    found: '合并单元格',
    mend: '核对读到的内容；要去掉提示，请取消合并，逐行填写',
  };
}

function noteHeading({ cell, written }: OtherHeading): Finding {
  return {
    rule: 'heading-alias',
    severity: 'note',
    cite: null,
    where: [cell],
    nominations: [],
    message: `列名“${written}”按“${cell.heading}”读取`,
    found: written,
    mend: `要去掉提示，请把列名改为“${cell.heading}”`,
  };
}
