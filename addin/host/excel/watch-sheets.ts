import { readRange } from '../../../ooxml/read/cell-address.ts';
import type { ChangeHint, RowSpan } from '../port.ts';
import type { EventHandler, ExcelContext } from './excel-context.ts';

/**
 * Listens to every sheet: edits, and from ExcelApi 1.9 on also recalculation, which `onChanged` leaves out. An event is a hint only: Excel gives no
 * details for some edits, so what changed is always read anew.
 */
export async function watchSheets(
  excel: ExcelContext,
  listener: (hint: ChangeHint) => void,
): Promise<() => Promise<void>> {
  return excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/id,items/name');
    await context.sync();
    const names = new Map(sheets.items.map(({ id, name }) => [id, name]));
    const changed = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
      const sheet = names.get(event.worksheetId) ?? null;
      const rows = event.changeType === 'RangeEdited' ? rowsOf(event.address) : null;
      listener({ sheet, rows });
      return Promise.resolve();
    };
    const handlers: EventHandler[] = [];
    if (excel.has('1.9')) {
      handlers.push(sheets.onChanged.add(changed));
      const calculated = ({ worksheetId }: Excel.WorksheetCalculatedEventArgs): Promise<void> => {
        listener({ sheet: names.get(worksheetId) ?? null, rows: null });
        return Promise.resolve();
      };
      handlers.push(sheets.onCalculated.add(calculated));
    } else {
      for (const sheet of sheets.items) handlers.push(sheet.onChanged.add(changed));
    }
    await context.sync();
    return async () => {
      for (const handler of handlers) await excel.remove(handler);
    };
  });
}

/** Listens to what the user selects on one sheet: the first cell of it. */
export async function watchSelection(
  excel: ExcelContext,
  sheetName: string,
  listener: (address: string) => void,
): Promise<() => Promise<void>> {
  return excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const handler = sheet.onSelectionChanged.add(({ address }) => {
      const [first = ''] = address.replace(/^.*!/, '').replaceAll('$', '').split(/[:,]/);
      listener(first);
      return Promise.resolve();
    });
    await context.sync();
    return () => excel.remove(handler);
  });
}

/** The rows of `B5`, `B5:C9` or `$B$5`; null for whole columns, several areas and anything else. */
function rowsOf(address: string): RowSpan | null {
  const range = readRange(address.replace(/^.*!/, '').replaceAll('$', ''));
  return range ? { first: range.first.row, last: range.last.row } : null;
}
