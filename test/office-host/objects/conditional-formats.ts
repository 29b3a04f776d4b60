import { intersectBlocks } from '../addresses.ts';
import type { ExcelHost } from '../excel-host.ts';
import type { ConditionalFormat, Sheet } from '../grid.ts';
import { defineType, type HostObject, type HostType } from '../host-object.ts';
import { HostGap, itemNotFound, wireText } from '../wire.ts';
import { checkOption } from './access.ts';
import { rangeType, type RangeTarget } from './range.ts';
import { readColor } from './range-format.ts';

interface FormatTarget {
  sheet: Sheet;
  format: ConditionalFormat;
}

function change(
  target: FormatTarget,
  host: ExcelHost,
  field: 'formula' | 'fill' | 'fontColor',
  value: string | null,
): void {
  checkOption(host, target.sheet, 'allowFormatCells');
  Object.assign(target.format, { [field]: value });
  host.touched();
}

const fillType: HostType<FormatTarget> = defineType('ConditionalRangeFill', {
  scalars: { Color: ({ format }) => format.fill },
  setters: {
    Color: (target, value, host) => {
      change(target, host, 'fill', readColor(value));
    },
  },
  commands: {
    Clear: (target, _, host) => {
      change(target, host, 'fill', null);
    },
  },
});

const fontType: HostType<FormatTarget> = defineType('ConditionalRangeFont', {
  scalars: { Color: ({ format }) => format.fontColor },
  setters: {
    Color: (target, value, host) => {
      change(target, host, 'fontColor', readColor(value));
    },
  },
  commands: {
    Clear: (target, _, host) => {
      change(target, host, 'fontColor', null);
    },
  },
});

const formatType: HostType<FormatTarget> = defineType('ConditionalRangeFormat', {
  links: { Fill: (target, host) => fillType.make(target, host), Font: (target, host) => fontType.make(target, host) },
});

const ruleType: HostType<FormatTarget> = defineType('ConditionalFormatRule', {
  scalars: { Formula: ({ format }) => format.formula },
  setters: {
    Formula: (target, value, host) => {
      change(target, host, 'formula', wireText(value));
    },
  },
});

const customType: HostType<FormatTarget> = defineType('CustomConditionalFormat', {
  links: {
    Rule: (target, host) => ruleType.make(target, host),
    Format: (target, host) => formatType.make(target, host),
  },
});

const conditionalFormatType: HostType<FormatTarget> = defineType('ConditionalFormat', {
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: ({ format }) => format.id,
    Type: () => 'Custom',
    Priority: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
  },
  links: {
    Custom: (target, host) => customType.make(target, host),
    CustomOrNullObject: (target, host) => customType.make(target, host),
  },
  finders: { GetRange: ({ sheet, format }, _, host) => rangeType.make({ sheet, block: format.block }, host) },
  commands: {
    Delete({ sheet, format }, _, host) {
      checkOption(host, sheet, 'allowFormatCells');
      sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
      host.touched();
    },
  },
});

const touching = ({ sheet, block }: RangeTarget) =>
  sheet.conditionalFormats.filter((format) => intersectBlocks(format.block, block));

function find(range: RangeTarget, id: string, host: ExcelHost): HostObject | null {
  const format = touching(range).find((other) => other.id === id);
  return format ? conditionalFormatType.make({ sheet: range.sheet, format }, host) : null;
}

/** `range.conditionalFormats`: those that touch the range. Only custom ones (by formula) can be added. */
export const conditionalFormatsType: HostType<RangeTarget> = defineType('ConditionalFormatCollection', {
  items: (range, host) =>
    touching(range).map((format) => conditionalFormatType.make({ sheet: range.sheet, format }, host)),
  item: find,
  finders: {
    GetItemOrNullObject: (range, args, host) => find(range, args.key(0), host),
    GetItemAt(range, args, host) {
      const format = touching(range)[args.integer(0)];
      if (!format) throw itemNotFound('conditional format');
      return conditionalFormatType.make({ sheet: range.sheet, format }, host);
    },
  },
  answers: { GetCount: (range) => touching(range).length },
  makers: {
    Add({ sheet, block }, args, host) {
      if (args.text(0) !== 'Custom') throw new HostGap(`conditional formats of type ${args.text(0)}`);
      checkOption(host, sheet, 'allowFormatCells');
      const format: ConditionalFormat = { id: host.model.newId(), block, formula: '', fill: null, fontColor: null };
      sheet.conditionalFormats.push(format);
      host.touched();
      return conditionalFormatType.make({ sheet, format }, host);
    },
  },
  commands: {
    ClearAll(range, _, host) {
      checkOption(host, range.sheet, 'allowFormatCells');
      const gone = touching(range);
      range.sheet.conditionalFormats = range.sheet.conditionalFormats.filter((format) => !gone.includes(format));
      host.touched();
    },
  },
});
