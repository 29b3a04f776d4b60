/** A sheet as people see it in the plain grid of the browser side: texts, no formats. */
import { dayOfSerial } from '../../ooxml/read/serial-date.ts';
import { styleOf, type Cell, type SheetContent } from '../../ooxml/read/sheet-content.ts';

export interface GridSize {
  /** Number of the last row that holds something. */
  readonly rows: number;
  readonly columns: number;
}

export interface GridRow {
  readonly number: number;
  /** One text a column, from the first. */
  readonly texts: readonly string[];
}

/** The most columns that the grid shows. */
const MOST_COLUMNS = 40;

export function viewSheet({ rows }: SheetContent): GridSize {
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  return { rows: rows.at(-1)?.number ?? 0, columns: Math.min(columns, MOST_COLUMNS) };
}

export function viewRows(sheet: SheetContent, first: number, last: number): GridRow[] {
  const { columns } = viewSheet(sheet);
  const byNumber = new Map(
    sheet.rows.filter(({ number }) => number >= first && number <= last).map((row) => [row.number, row]),
  );
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const number = first + index;
    const texts = new Array<string>(columns).fill('');
    for (const cell of byNumber.get(number)?.cells ?? []) {
      if (cell.column <= columns) texts[cell.column - 1] = showCell(cell, sheet);
    }
    return { number, texts };
  });
}

function showCell(cell: Cell, sheet: SheetContent): string {
  switch (cell.kind) {
    case 'uncomputed':
      return '（待计算）';
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'number': {
      const day = cell.isDate ? dayOfSerial(cell.value, sheet.date1904) : undefined;
      return day ?? String(cell.value).padStart(styleOf(sheet, cell).minDigits, '0');
    }
    default:
      return cell.text;
  }
}
