import { blockAddress, parseBlock, type Block } from './addresses.ts';
import { EventNumber, WORKBOOK_TARGET } from './event-hub.ts';
import type { ExcelHost } from './excel-host.ts';
import type { Sheet } from './grid.ts';
import { rangeType } from './objects/range.ts';
import type { CellValue } from './snapshot.ts';

/** Changes contents of a block, and tells `onChanged` and `onCalculated` what Excel tells them at the host's requirement set. */
export function editContents(
  host: ExcelHost,
  sheet: Sheet,
  block: Block,
  by: 'addin' | 'hand',
  change: () => void,
): void {
  const targets = [sheet.id, WORKBOOK_TARGET];
  const isOneCell = block.rows * block.columns === 1;
  const valueBefore = shown(host, sheet, block);
  const resultsBefore = watchedResults(host);
  change();
  host.touched();
  host.model.changed();
  if (host.events.hasSubscriber(EventNumber.DataChanged, targets)) {
    host.events.emit(EventNumber.DataChanged, targets, {
      changeType: 'RangeEdited',
      source: 'Local',
      shiftDirection: 'None',
      worksheetId: sheet.id,
      address: blockAddress(block),
      referenceId: host.keepReference(rangeType.make({ sheet, block }, host)),
      ...(isOneCell && host.has('1.9') ? details(valueBefore, shown(host, sheet, block)) : {}),
      ...(host.has('1.14') ? { triggerSource: by === 'addin' ? 'ThisLocalAddin' : 'Unknown' } : {}),
    });
  }
  tellCalculated(host, resultsBefore);
}

export function activateSheet(host: ExcelHost, sheet: Sheet): void {
  const left = host.model.activeSheet;
  if (sheet === left) return;
  host.model.activeSheet = sheet;
  host.events.emit(EventNumber.Deactivated, [left.id, WORKBOOK_TARGET], { worksheetId: left.id });
  host.events.emit(EventNumber.Activated, [sheet.id, WORKBOOK_TARGET], { worksheetId: sheet.id });
  selectBlock(host, sheet, parseBlock('A1'));
}

/** Selects a block, on a sheet that becomes the active one. */
export function selectBlock(host: ExcelHost, sheet: Sheet, block: Block): void {
  activateSheet(host, sheet);
  host.model.selection = block;
  const args = { worksheetId: sheet.id, address: blockAddress(block) };
  host.events.emit(EventNumber.SelectionChanged, [sheet.id, WORKBOOK_TARGET], args);
  host.events.emitDocumentEvent(EventNumber.DocumentSelectionChanged);
}

/** `Excel.RangeValueType` of a value. */
export function valueType(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

const shown = (host: ExcelHost, sheet: Sheet, block: Block) => host.model.valueAt(sheet, block.row, block.column) ?? '';

const details = (before: CellValue, after: CellValue) => ({
  valueBefore: before,
  valueAfter: after,
  valueTypeBefore: valueType(before),
  valueTypeAfter: valueType(after),
});

/** The results of all formulas of the sheets that someone watches with `onCalculated`. */
function watchedResults(host: ExcelHost): Map<Sheet, string> {
  const results = new Map<Sheet, string>();
  for (const sheet of host.model.sheets) {
    if (!host.events.hasSubscriber(EventNumber.Calculated, [sheet.id, WORKBOOK_TARGET])) continue;
    const formulas = sheet.cells().filter(({ cell }) => cell.formula !== null);
    results.set(sheet, JSON.stringify(formulas.map(({ row, column }) => host.model.valueAt(sheet, row, column))));
  }
  return results;
}

function tellCalculated(host: ExcelHost, before: Map<Sheet, string>): void {
  const after = watchedResults(host);
  for (const [sheet, results] of before) {
    if (after.get(sheet) === results) continue;
    host.events.emit(EventNumber.Calculated, [sheet.id, WORKBOOK_TARGET], { worksheetId: sheet.id });
  }
}
