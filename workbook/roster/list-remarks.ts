import { cellAddress } from '../../ooxml/read/cell-address.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { AnyWorkbook } from '../formats/other-workbook.ts';

/** Cells that are named; beyond these they are counted. */
const MOST_NAMED = 8;

/** What is odd about a workbook itself and harms nobody: sentences for the user. */
export function listRemarks(workbook: AnyWorkbook): readonly string[] {
  const { remarks } = workbook;
  // Only who is told of links to other workbooks has any: the sheets are read a second time for them.
  const links = remarks.length > 0 ? describeLinks(workbook) : '';
  return links === '' ? remarks : [...remarks, links];
}

/** `工作表“评分”C2、C3 等 5 格的公式取自别的工作簿……`; empty where no formula leads to another workbook. */
function describeLinks(workbook: AnyWorkbook): string {
  const parts = workbook.sheets.flatMap(({ name }) => {
    const cells = workbook.readSheet(name).linkedCells ?? [];
    if (cells.length === 0) return [];
    const named = cells.slice(0, MOST_NAMED).map(cellAddress).join('、');
    return [`工作表${quoteForUser(name)}的 ${named}${cells.length > MOST_NAMED ? ` 等 ${cells.length} 格` : ' 格'}`];
  });
  return parts.length === 0 ? '' : `${parts.join('，')}的公式取自别的工作簿，按保存的结果读取。`;
}
