import { cellAddress } from '../../ooxml/read/cell-address.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { RosterWorkbook } from './roster-workbook.ts';

/** Cells that are named; beyond these they are counted. */
const MOST_NAMED = 8;

/** `工作表“评分”C2、C3 等 5 格的公式取自别的工作簿……`; empty where no formula leads to another workbook. */
export function describeLinks(workbook: RosterWorkbook): string {
  const parts = workbook.sheets.flatMap(({ name }) => {
    const cells = workbook.readSheet(name).linkedCells ?? [];
    if (cells.length === 0) return [];
    const named = cells.slice(0, MOST_NAMED).map(cellAddress).join('、');
    return [`工作表${quoteForUser(name)}的 ${named}${cells.length > MOST_NAMED ? ` 等 ${cells.length} 格` : ' 格'}`];
  });
  return parts.length === 0 ? '' : `${parts.join('，')}的公式取自别的工作簿，按保存的结果读取。`;
}
