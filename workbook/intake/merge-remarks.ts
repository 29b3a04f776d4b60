/** What is said of merged cells. */
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import type { MergeReading, WideMerge } from './fill-merges.ts';
import { quoteForUser } from './quote.ts';
import { describeCell } from './read-fact.ts';

/** A merged cell that was read as if each of its rows held the value. */
export interface TableMerge {
  readonly heading: string;
  /** `B15:B16` */
  readonly range: string;
  /** Those that were filled. */
  readonly rows: readonly [number, ...number[]];
  /** As it is shown. */
  readonly value: string;
}

/** A merged cell that holds no value for a cell of a record, as a problem of the table. */
interface MergeFault {
  readonly row: number;
  readonly heading: string;
  readonly address: string;
  readonly code: 'merged';
  readonly found: string;
  readonly message: string;
  readonly candidates: readonly string[];
}

export function describeMerge({ found, range, value, rows }: MergeReading, sheet: SheetContent): TableMerge {
  const { spec, heading } = found;
  return { heading, range, rows, value: describeCell(value, spec, sheet) };
}

/** A record of which a merged cell lies over several columns: the first holds the value, and of the next nobody knows. */
export function refuseWide(
  { range, first, last, columns: [one, next] }: WideMerge,
  read: ReadonlySet<number>,
  sheet: SheetContent,
): MergeFault[] {
  const row = findFirst(read, first.row, Math.min(last.row, first.row + MOST_ROWS));
  if (row === null || !one || !next) return [];
  const place = `文件${quoteForUser(sheet.fileName)}工作表${quoteForUser(sheet.name)}`;
  const message = `${place}的 ${range} 是合并单元格，横跨“${one.heading}”和“${next.heading}”，不知道是哪一列的内容，请取消合并，逐列填写。`;
  const address = columnLetters(next.column ?? 0) + String(row);
  return [{ row, heading: next.heading, address, code: 'merged', found: range, message, candidates: [] }];
}

/** A row whose number stands in a merged cell of several rows has none of its own. */
export function refuseMerge(
  { found: { heading, column = 0 }, range, rows }: MergeReading,
  read: ReadonlySet<number>,
  sheet: SheetContent,
): MergeFault[] {
  const place = `文件${quoteForUser(sheet.fileName)}工作表${quoteForUser(sheet.name)}`;
  const message = `${place}的 ${range} 是合并单元格，几行不能共用一个${heading}，请取消合并，逐行填写。`;
  return rows
    .filter((row) => read.has(row))
    .map((row) => ({
      row,
      heading,
      address: columnLetters(column) + String(row),
      code: 'merged',
      found: range,
      message,
      candidates: [],
    }));
}

/** Nobody merges more rows over several columns to write down one record. */
const MOST_ROWS = 1000;

function findFirst(rows: ReadonlySet<number>, first: number, last: number): number | null {
  for (let row = first; row <= last; row += 1) if (rows.has(row)) return row;
  return null;
}
