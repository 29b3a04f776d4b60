import type { DeskClient } from '../../desk/desk.ts';
import type { RowSpan } from '../port.ts';
import type { ExcelContext } from './excel-context.ts';
import { toHostError } from './excel-error.ts';
import { readMerges } from './read-merges.ts';

/** Excel on the web gives at most 5 MB an answer; 15,000 cells of roster text are about 1 MB, and are taken in without a stutter. */
const CELLS_A_PIECE = 15_000;
const WHOLE: RowSpan = { first: 1, last: Infinity };

/** What is used of the desk here. */
export type StoreClient = Pick<DeskClient, 'hasSheet' | 'beginRows' | 'putBlock' | 'finishRows' | 'dropSheet'>;

interface Extent {
  readonly sheet: string;
  /** From 0, as Excel counts. */
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** From where to where, and how long it is worth it. */
interface Copying {
  readonly excel: ExcelContext;
  readonly desk: StoreClient;
  readonly isStale: () => boolean;
}

/**
 * Reads sheets into the desk's store piece by piece: one sync for how large they are, then one a piece. A sheet that cannot be read to its end
 * stays in the store as it was.
 */
export async function fillDesk(copying: Copying, sheets: readonly string[], rows: RowSpan | null): Promise<void> {
  const { excel, desk } = copying;
  const extents = await measure(excel, sheets);
  for (const name of sheets) {
    const extent = extents.get(name);
    if (extent === undefined) continue;
    if (extent === 'gone') {
      await desk.dropSheet(name);
      continue;
    }
    // Of a sheet that was away meanwhile, the rows that have changed are not all there is.
    const span = rows !== null && (await desk.hasSheet(name)) ? rows : WHOLE;
    const ticket = await desk.beginRows(name, span.first, span.last);
    if (!(await copyRows(copying, ticket, extent, span))) return;
    await desk.finishRows(ticket, await readMerges(excel, name));
  }
}

/** A piece that is too much for the host is halved. @returns false when the work was ended */
async function copyRows(copying: Copying, ticket: number, extent: Extent, span: RowSpan): Promise<boolean> {
  const { excel, desk, isStale } = copying;
  const end = Math.min(extent.row + extent.rows, span.last);
  let step = Math.max(1, Math.floor(CELLS_A_PIECE / Math.max(1, extent.columns)));
  for (let row = Math.max(extent.row, span.first - 1); row < end;) {
    if (isStale()) return false;
    const count = Math.min(step, end - row);
    try {
      await copyPiece(excel, desk, ticket, { ...extent, row, rows: count });
      row += count;
    } catch (error) {
      if (toHostError(error).code !== 'busy' || count === 1) throw error;
      step = Math.max(1, Math.floor(count / 2));
    }
  }
  return true;
}

async function measure(excel: ExcelContext, sheets: readonly string[]): Promise<Map<string, Extent | 'gone'>> {
  return excel.run(async (context) => {
    const asked = sheets.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount,columnIndex,columnCount');
      return { name, sheet, used };
    });
    await context.sync();
    return new Map(
      asked.map(({ name, sheet, used }): [string, Extent | 'gone'] => {
        if (sheet.isNullObject) return [name, 'gone'];
        if (used.isNullObject) return [name, { sheet: name, row: 0, rows: 0, column: 0, columns: 0 }];
        const { rowIndex: row, rowCount, columnIndex: column, columnCount: columns } = used;
        return [name, { sheet: name, row, rows: rowCount, column, columns }];
      }),
    );
  });
}

async function copyPiece(excel: ExcelContext, desk: StoreClient, ticket: number, piece: Extent): Promise<void> {
  const { sheet, row, rows, column, columns } = piece;
  const { values, formats } = await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
    range.load('values,numberFormat');
    await context.sync();
    return { values: range.values as unknown[][], formats: range.numberFormat as unknown[][] };
  });
  await desk.putBlock(ticket, { row: row + 1, column: column + 1, values, formats });
}
