/** Lists that others keep, written by hand: one sheet, or several. */
import { readRange } from '../../ooxml/read/cell-address.ts';
import { WorkbookWriter } from '../../ooxml/write/workbook-writer.ts';

type HandRow = readonly (string | number | null)[];

export interface HandSheet {
  readonly name?: string;
  readonly rows: readonly HandRow[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

export function writeHandList(...sheets: readonly HandSheet[]): Uint8Array {
  const workbook = new WorkbookWriter({ title: '', creator: '' });
  const style = workbook.styleOf({
    fontName: '宋体',
    fontSize: 10,
    charset: 134,
    horizontal: 'left',
    wrap: false,
    ink: 'FF000000',
  });
  for (const [at, { name = `表${at + 1}`, rows, merges = [], hidden = false }] of sheets.entries()) {
    const sheet = workbook.addSheet(name);
    for (const row of rows) {
      sheet.addRow(
        row.map((value) => ({ value, style })),
        {},
      );
    }
    for (const { first, last } of merges.flatMap((range) => readRange(range) ?? [])) sheet.merge(first, last);
    sheet.options.hidden = hidden;
  }
  return workbook.finish();
}
