import type { CellRange } from '../../../ooxml/read/cell-address.ts';
import { toHostError } from './excel-error.ts';
import type { ExcelContext } from './excel-context.ts';

/** `Range.getMergedAreasOrNullObject` */
const TELLS_MERGES = '1.13';

/** The merged cells of a sheet; null where Excel does not tell them: it is older, or there are more than the 512 that it tells. */
export async function readMerges(excel: ExcelContext, sheet: string): Promise<CellRange[] | null> {
  if (!excel.has(TELLS_MERGES)) return null;
  try {
    return await excel.run(async (context) => {
      const merged = context.workbook.worksheets.getItem(sheet).getRange().getMergedAreasOrNullObject();
      merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
      await context.sync();
      if (merged.isNullObject) return [];
      return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
        first: { row: rowIndex + 1, column: columnIndex + 1 },
        last: { row: rowIndex + rowCount, column: columnIndex + columnCount },
      }));
    });
  } catch (error) {
    // Which code it has for too many is written nowhere.
    if (toHostError(error).code === 'other') return null;
    throw error;
  }
}
