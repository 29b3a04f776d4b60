import { EventNumber, WORKBOOK_TARGET } from '../event-hub.ts';
import type { ExcelHost } from '../excel-host.ts';
import type { Sheet } from '../grid.ts';
import { defineType, type HostType } from '../host-object.ts';
import { accessDenied, HostError, invalidArgument, type Wire } from '../wire.ts';

/** Excel's defaults: a protected sheet lets people select cells and do nothing else that changes it. */
export const DEFAULT_OPTIONS: { readonly [option: string]: boolean } = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
};

function readOptions(given: Wire): { [option: string]: boolean } {
  const options = { ...DEFAULT_OPTIONS };
  if (given === null || given === undefined) return options;
  if (typeof given !== 'object' || Array.isArray(given)) throw invalidArgument('options of the protection');
  for (const [name, value] of Object.entries(given)) {
    if (name === 'selectionMode') continue;
    if (!Object.hasOwn(DEFAULT_OPTIONS, name) || typeof value !== 'boolean')
      throw invalidArgument(`protection option ${name}`);
    options[name] = value;
  }
  return options;
}

function told(sheet: Sheet, host: ExcelHost): void {
  host.touched();
  const args = { isProtected: sheet.protection !== null, worksheetId: sheet.id, source: 'Local' };
  host.events.emit(EventNumber.ProtectionChanged, [sheet.id, WORKBOOK_TARGET], args);
}

/** `worksheet.protection`. Protecting twice, and lifting what is not there, is an error, as in Excel. */
export const protectionType: HostType<Sheet> = defineType('WorksheetProtection', {
  scalars: {
    Protected: (sheet) => sheet.protection !== null,
    Options: (sheet) => sheet.protection && { ...DEFAULT_OPTIONS, ...sheet.protection.options },
  },
  commands: {
    Protect(sheet, args, host) {
      if (sheet.protection) throw new HostError('InvalidOperation', `The sheet ${sheet.name} is protected already.`);
      const password = args.optionalText(1);
      sheet.protection = { options: readOptions(args.plain(0)), ...(password === undefined ? {} : { password }) };
      told(sheet, host);
    },
    Unprotect(sheet, args, host) {
      if (!sheet.protection) throw new HostError('InvalidOperation', `The sheet ${sheet.name} is not protected.`);
      const { password } = sheet.protection;
      if (password !== undefined && password !== args.optionalText(0)) throw accessDenied('the password is wrong');
      sheet.protection = null;
      told(sheet, host);
    },
  },
});
