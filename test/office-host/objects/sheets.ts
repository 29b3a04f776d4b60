import { isOnSheet, parseBlock, splitSheetName, MAX_COLUMNS, MAX_ROWS, type Block } from '../addresses.ts';
import { EventNumber, WORKBOOK_TARGET } from '../event-hub.ts';
import { activateSheet } from '../changes.ts';
import type { ExcelHost } from '../excel-host.ts';
import type { Sheet } from '../grid.ts';
import { defineType, type HostObject, type HostType } from '../host-object.ts';
import type { SheetVisibility } from '../snapshot.ts';
import { accessDenied, invalidArgument, itemNotFound } from '../wire.ts';
import type { WorkbookModel } from '../workbook-model.ts';
import { commentsType } from './comments.ts';
import { protectionType } from './protection.ts';
import { rangeType } from './range.ts';

const SHEET_EVENTS = {
  DataChanged: EventNumber.DataChanged,
  Activated: EventNumber.Activated,
  Deactivated: EventNumber.Deactivated,
  SelectionChanged: EventNumber.SelectionChanged,
  Calculated: EventNumber.Calculated,
  ProtectionChanged: EventNumber.ProtectionChanged,
};

const VISIBILITIES: SheetVisibility[] = ['Visible', 'Hidden', 'VeryHidden'];

function block(sheet: Sheet, wanted: Block, host: ExcelHost): HostObject {
  if (!isOnSheet(wanted)) throw invalidArgument('a range beyond the sheet');
  return rangeType.make({ sheet, block: wanted }, host);
}

function rangeAt(sheet: Sheet, address: string | undefined, host: ExcelHost): HostObject {
  if (address === undefined || address === '') {
    return block(sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }, host);
  }
  const named = host.model.findName(address) && host.model.locate(address);
  if (named) return rangeType.make(named, host);
  const { sheet: sheetName, rest } = splitSheetName(address);
  if (sheetName !== null && host.model.findSheet(sheetName) !== sheet)
    throw invalidArgument(`address ${address} on ${sheet.name}`);
  return block(sheet, parseBlock(rest), host);
}

function usedRange(sheet: Sheet, valuesOnly: boolean, host: ExcelHost): HostObject | null {
  const used = sheet.usedBlock(valuesOnly);
  return used && block(sheet, used, host);
}

/** One worksheet. */
export const sheetType: HostType<Sheet> = defineType('Worksheet', {
  identity: (sheet) => ({ Id: sheet.id }),
  eventTarget: (sheet) => sheet.id,
  events: SHEET_EVENTS,
  scalars: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, host) => host.model.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
  },
  setters: {
    Name(sheet, value, host) {
      if (typeof value !== 'string' || value === '' || value.length > 31) throw invalidArgument('name of a sheet');
      sheet.name = value;
      host.touched();
    },
    Visibility(sheet, value, host) {
      const visibility = VISIBILITIES.find((known) => known === value);
      if (!visibility) throw invalidArgument('visibility');
      sheet.visibility = visibility;
      host.touched();
    },
  },
  links: {
    Protection: (sheet, host) => protectionType.make(sheet, host),
    Comments: (sheet, host) => commentsType.make({ sheets: [sheet] }, host),
  },
  finders: {
    GetRange: (sheet, args, host) => rangeAt(sheet, args.optionalText(0), host),
    GetCell: (sheet, args, host) =>
      block(sheet, { row: args.integer(0), column: args.integer(1), rows: 1, columns: 1 }, host),
    GetRangeByIndexes: (sheet, args, host) =>
      block(
        sheet,
        { row: args.integer(0), column: args.integer(1), rows: args.integer(2), columns: args.integer(3) },
        host,
      ),
    GetUsedRange: (sheet, args, host) => usedRange(sheet, args.flag(0), host) ?? rangeAt(sheet, 'A1', host),
    GetUsedRangeOrNullObject: (sheet, args, host) => usedRange(sheet, args.flag(0), host),
  },
  gestures: {
    Activate(sheet, _, host) {
      if (sheet.visibility !== 'Visible') throw invalidArgument(`the sheet ${sheet.name} is hidden`);
      activateSheet(host, sheet);
    },
  },
});

/** `workbook.worksheets`. */
export const sheetsType: HostType<WorkbookModel> = defineType('WorksheetCollection', {
  events: { ...SHEET_EVENTS, Added: EventNumber.Added },
  items: (model, host) => model.sheets.map((sheet) => sheetType.make(sheet, host)),
  item: (model, key, host) => sheetOrNull(model.findSheet(key), host),
  finders: {
    GetActiveWorksheet: (model, _, host) => sheetType.make(model.activeSheet, host),
    GetItemOrNullObject: (model, args, host) => sheetOrNull(model.findSheet(args.key(0)), host),
    GetFirst: (model, args, host) => firstSheet(model.sheets, args.flag(0), host),
    GetLast: (model, args, host) => firstSheet(model.sheets.toReversed(), args.flag(0), host),
  },
  answers: {
    GetCount: (model, args) => model.sheets.filter((sheet) => !args.flag(0) || sheet.visibility === 'Visible').length,
  },
  makers: {
    Add(model, args, host) {
      if (host.readOnly) throw accessDenied('the workbook is read-only');
      const sheet = model.addSheet(args.optionalText(0) ?? `Sheet${model.sheets.length + 1}`);
      host.touched();
      host.events.emit(EventNumber.Added, [WORKBOOK_TARGET], { worksheetId: sheet.id, source: 'Local' });
      return sheetType.make(sheet, host);
    },
  },
});

const sheetOrNull = (sheet: Sheet | undefined, host: ExcelHost) => (sheet ? sheetType.make(sheet, host) : null);

function firstSheet(sheets: Sheet[], visibleOnly: boolean, host: ExcelHost): HostObject {
  const found = sheets.find((sheet) => !visibleOnly || sheet.visibility === 'Visible');
  if (!found) throw itemNotFound('a visible sheet');
  return sheetType.make(found, host);
}
