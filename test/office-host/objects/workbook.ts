import { defineType, type HostType } from '../host-object.ts';
import { invalidArgument, wireText } from '../wire.ts';
import type { WorkbookModel } from '../workbook-model.ts';
import { commentsType } from './comments.ts';
import { namesType } from './names.ts';
import { propertiesType, settingsType } from './properties.ts';
import { rangeType } from './range.ts';
import { sheetsType } from './sheets.ts';

const CALCULATION_MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'];

const applicationType: HostType<WorkbookModel> = defineType('Application', {
  scalars: { CalculationMode: (model) => model.calculationMode },
  setters: {
    CalculationMode(model, value) {
      const mode = CALCULATION_MODES.find((known) => known === value);
      if (mode === undefined) throw invalidArgument(`calculation mode ${wireText(value)}`);
      model.calculationMode = mode;
    },
  },
  gestures: {
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    Calculate: (model) => {
      model.changed();
    },
  },
});

/** `context.workbook`. */
export const workbookType: HostType<WorkbookModel> = defineType('Workbook', {
  scalars: {
    Name: () => '工作簿.xlsx',
    ReadOnly: (_, host) => host.readOnly,
    IsDirty: (_, host) => host.isDirty,
    AutoSave: () => false,
  },
  setters: {
    IsDirty(_, value, host) {
      host.isDirty = value === true;
    },
  },
  links: {
    Application: (model, host) => applicationType.make(model, host),
    Worksheets: (model, host) => sheetsType.make(model, host),
    Names: (model, host) => namesType.make(model, host),
    Properties: (model, host) => propertiesType.make(model, host),
    Settings: (model, host) => settingsType.make(model, host),
    Comments: (model, host) => commentsType.make({ sheets: model.sheets }, host),
  },
  finders: {
    GetSelectedRange: (model, _, host) => rangeType.make({ sheet: model.activeSheet, block: model.selection }, host),
    GetActiveCell: (model, _, host) =>
      rangeType.make({ sheet: model.activeSheet, block: { ...model.selection, rows: 1, columns: 1 } }, host),
    _GetRangeForEventByReferenceId: (_, args, host) => host.references.get(args.text(0)) ?? null,
    _GetRangeOrNullObjectForEventByReferenceId: (_, args, host) => host.references.get(args.text(0)) ?? null,
  },
  gestures: {
    _RemoveReference(_, args, host) {
      const object = host.references.get(args.text(0));
      if (!object) return;
      delete object.referenceId;
      host.references.delete(args.text(0));
    },
  },
});
