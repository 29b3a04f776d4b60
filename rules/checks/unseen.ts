/** Rows, columns and sheets that people do not see or have struck out: they were read, and somebody has to say whether they still hold. */
import type { Finding } from '../finding.ts';
import { SHEET } from '../roster-cell.ts';
import type { UnseenPart } from '../roster-oddities.ts';
import type { RosterIndex } from '../roster-index.ts';
import { SHOW_VERY_HIDDEN } from '../very-hidden.ts';
import { nominationsOfRow } from './concerned.ts';

/** One question for each; a filter hides many rows for one cause, and is one. */
export function* checkUnseen(index: RosterIndex): Iterable<Finding> {
  for (const part of index.roster.unseen) {
    const { cell, rows } = part;
    const concerned = rows.flatMap((row) => nominationsOfRow(index, { ...cell, row }));
    yield {
      severity: 'question',
      cite: null,
      where: [cell],
      nominations: [...new Set(concerned)],
      ...describe(part),
    };
  }
}

const ROW_MEND =
  '不再有效的删去这一行；仍然有效的，写入“决定”表，对象填这一行的编号（各行一起答复的，填工作表的名称），或者';

function describe({ kind, cell, rows }: UnseenPart): Pick<Finding, 'rule' | 'message' | 'found' | 'mend'> {
  const name = SHEET[cell.sheet];
  switch (kind) {
    case 'row-hidden':
      return {
        rule: 'row-hidden',
        message: `第 ${cell.row ?? 0} 行被隐藏，是否仍然有效？`,
        found: '隐藏，仍按有效读取',
        mend: `${ROW_MEND}取消隐藏`,
      };
    case 'row-struck':
      return {
        rule: 'row-struck',
        message: `第 ${cell.row ?? 0} 行有划掉的内容，是否仍然有效？`,
        found: '划掉，仍按有效读取',
        mend: `${ROW_MEND}去掉删除线`,
      };
    case 'rows-filtered':
      return {
        rule: 'row-hidden',
        message: `“${name}”正在筛选，有 ${rows.length} 行没有显示，是否仍然有效？`,
        found: '没有显示，仍按有效读取',
        mend: '清除筛选，看过没有显示的行，再保存；或者写入“决定”表，对象填工作表的名称',
      };
    case 'column-hidden':
      return {
        rule: 'column-hidden',
        message: `“${name}”的“${cell.heading}”一列被隐藏，是否仍然有效？`,
        found: '隐藏，仍按有效读取',
        mend: '取消隐藏，看过这一列，再保存；或者写入“决定”表，对象填工作表的名称',
      };
    case 'sheet-hidden':
      return {
        rule: 'sheet-hidden',
        message: `工作表“${name}”被隐藏，是否仍然有效？`,
        found: '隐藏，仍按有效读取',
        mend: '取消隐藏，看过这张表，再保存；或者写入“决定”表，对象填工作表的名称',
      };
    case 'sheet-very-hidden':
      return {
        rule: 'sheet-hidden',
        message: `工作表“${name}”被深度隐藏，“取消隐藏”里找不到它，是否仍然有效？`,
        found: '深度隐藏，仍按有效读取',
        mend: `${SHOW_VERY_HIDDEN}，看过这张表，再保存；或者写入“决定”表，对象填工作表的名称`,
      };
  }
}
