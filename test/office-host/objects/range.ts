import {
  blockAddress,
  boundingBlock,
  intersectBlocks,
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  parseBlock,
  quoteSheetName,
} from '../addresses.ts';
import { splitSheetName, MAX_COLUMNS, MAX_ROWS, type Block } from '../addresses.ts';
import { editContents, selectBlock, valueType } from '../changes.ts';
import type { ExcelHost } from '../excel-host.ts';
import { UNTOUCHED, type Sheet } from '../grid.ts';
import { defineType, type Arguments, type HostObject, type HostType } from '../host-object.ts';
import { showValue } from '../typed-text.ts';
import { invalidArgument, itemNotFound, type Wire } from '../wire.ts';
import { checkContents, checkOption } from './access.ts';
import { conditionalFormatsType } from './conditional-formats.ts';
import { mergedAreas } from './merged-areas.ts';
import { rangeFormatType } from './range-format.ts';
import { readCells, writeNumberFormats, writeContents } from './range-cells.ts';
import { sheetType } from './sheets.ts';

/** A range is a block of one sheet. */
export interface RangeTarget {
  sheet: Sheet;
  block: Block;
}

function move(range: RangeTarget, block: Block, host: ExcelHost): HostObject {
  if (!isOnSheet(block)) throw invalidArgument('a range beyond the sheet');
  return rangeType.make({ sheet: range.sheet, block }, host);
}

/** The other range of a call: a Range object or an address. */
function otherRange(range: RangeTarget, args: Arguments, host: ExcelHost): RangeTarget {
  const given = args.objectOf(0, rangeType);
  if (given) return given;
  const { sheet, rest } = splitSheetName(args.text(0));
  const found = sheet === null ? range.sheet : host.model.findSheet(sheet);
  if (!found) throw itemNotFound(`sheet ${sheet ?? ''}`);
  return { sheet: found, block: parseBlock(rest) };
}

function intersection(range: RangeTarget, other: RangeTarget | null, host: ExcelHost): HostObject | null {
  const block = other && other.sheet === range.sheet ? intersectBlocks(range.block, other.block) : null;
  return block && move(range, block, host);
}

function used(range: RangeTarget, args: Arguments): RangeTarget | null {
  const block = range.sheet.usedBlock(args.flag(0));
  return block && { sheet: range.sheet, block };
}

function found(object: HostObject | null, what: string): HostObject {
  if (!object) throw itemNotFound(what);
  return object;
}

const addressOf = ({ sheet, block }: RangeTarget) => `${quoteSheetName(sheet.name)}!${blockAddress(block)}`;

/** Clears what `Excel.ClearApplyTo` names; contents need unlocked cells, formats the leave to format. */
function clear({ sheet, block }: RangeTarget, applyTo: string, host: ExcelHost): void {
  if (!['All', 'Contents', 'Formats'].includes(applyTo)) throw invalidArgument(`clear ${applyTo}`);
  const contents = applyTo !== 'Formats';
  const formats = applyTo !== 'Contents';
  if (contents) checkContents(host, sheet, block);
  if (formats) checkOption(host, sheet, 'allowFormatCells');
  const wipe = () => {
    for (const { row, column, cell } of sheet.cells()) {
      if (!intersectBlocks(block, { row, column, rows: 1, columns: 1 })) continue;
      if (contents) Object.assign(cell, { value: null, formula: null });
      const { numberFormat, fill, fontColor, bold, locked } = UNTOUCHED;
      if (formats) Object.assign(cell, { numberFormat, fill, fontColor, bold, locked });
    }
  };
  if (contents) editContents(host, sheet, block, 'addin', wipe);
  else wipe();
  host.touched();
}

/** A range. */
export const rangeType: HostType<RangeTarget> = defineType('Range', {
  scalars: {
    Address: addressOf,
    RowIndex: ({ block }) => block.row,
    ColumnIndex: ({ block }) => block.column,
    RowCount: ({ block }) => block.rows,
    ColumnCount: ({ block }) => block.columns,
    CellCount: ({ block }) => block.rows * block.columns,
    isEntireColumn: ({ block }) => isEntireColumn(block),
    isEntireRow: ({ block }) => isEntireRow(block),
    Values: (range, host) => readCells(range, (row, column) => plain(host.model.valueAt(range.sheet, row, column))),
    ValueTypes: (range, host) =>
      readCells(range, (row, column) => valueType(host.model.valueAt(range.sheet, row, column) ?? '')),
    Text: (range, host) =>
      readCells(range, (row, column) =>
        showValue(host.model.valueAt(range.sheet, row, column), range.sheet.peek(row, column).numberFormat),
      ),
    Formulas: (range) =>
      readCells(range, (row, column) => {
        const cell = range.sheet.peek(row, column);
        return cell.formula ?? plain(cell.value);
      }),
    NumberFormat: (range) => readCells(range, (row, column) => range.sheet.peek(row, column).numberFormat),
  },
  setters: {
    Values: (range, value, host) => {
      writeContents(range, value, host);
    },
    Formulas: (range, value, host) => {
      writeContents(range, value, host);
    },
    NumberFormat: (range, value, host) => {
      writeNumberFormats(range, value, host);
    },
  },
  links: {
    Format: (range, host) => rangeFormatType.make(range, host),
    Worksheet: ({ sheet }, host) => sheetType.make(sheet, host),
    ConditionalFormats: (range, host) => conditionalFormatsType.make(range, host),
  },
  finders: {
    GetCell: (range, args, host) =>
      move(
        range,
        { row: range.block.row + args.integer(0), column: range.block.column + args.integer(1), rows: 1, columns: 1 },
        host,
      ),
    GetRow: (range, args, host) =>
      move(range, { ...range.block, row: range.block.row + args.integer(0), rows: 1 }, host),
    GetColumn: (range, args, host) =>
      move(range, { ...range.block, column: range.block.column + args.integer(0), columns: 1 }, host),
    GetLastRow: (range, _, host) =>
      move(range, { ...range.block, row: range.block.row + range.block.rows - 1, rows: 1 }, host),
    GetLastColumn: (range, _, host) =>
      move(range, { ...range.block, column: range.block.column + range.block.columns - 1, columns: 1 }, host),
    GetLastCell: ({ sheet, block }, _, host) =>
      move(
        { sheet, block },
        { row: block.row + block.rows - 1, column: block.column + block.columns - 1, rows: 1, columns: 1 },
        host,
      ),
    GetEntireRow: (range, _, host) => move(range, { ...range.block, column: 0, columns: MAX_COLUMNS }, host),
    GetEntireColumn: (range, _, host) => move(range, { ...range.block, row: 0, rows: MAX_ROWS }, host),
    GetOffsetRange: (range, args, host) =>
      move(
        range,
        { ...range.block, row: range.block.row + args.integer(0), column: range.block.column + args.integer(1) },
        host,
      ),
    GetResizedRange: (range, args, host) =>
      move(
        range,
        { ...range.block, rows: range.block.rows + args.integer(0), columns: range.block.columns + args.integer(1) },
        host,
      ),
    GetAbsoluteResizedRange: (range, args, host) =>
      move(range, { ...range.block, rows: args.integer(0), columns: args.integer(1) }, host),
    GetBoundingRect: (range, args, host) =>
      move(range, boundingBlock(range.block, otherRange(range, args, host).block), host),
    GetIntersection: (range, args, host) =>
      found(intersection(range, otherRange(range, args, host), host), 'intersection'),
    GetIntersectionOrNullObject: (range, args, host) => intersection(range, otherRange(range, args, host), host),
    GetMergedAreasOrNullObject: (range, _, host) => mergedAreas(range, host),
    GetUsedRange: (range, args, host) => found(intersection(range, used(range, args), host), 'used range'),
    GetUsedRangeOrNullObject: (range, args, host) => intersection(range, used(range, args), host),
  },
  gestures: {
    /** The client asks this before it writes an array in pieces. */
    _ValidateArraySize({ block }, args) {
      if (args.integer(0) !== block.rows || args.integer(1) !== block.columns)
        throw invalidArgument('the size of the array');
    },
    Select({ sheet, block }, _, host) {
      if (sheet.visibility !== 'Visible') throw invalidArgument(`the sheet ${sheet.name} is hidden`);
      selectBlock(host, sheet, block);
    },
  },
  commands: {
    Clear: (range, args, host) => {
      clear(range, args.optionalText(0) ?? 'All', host);
    },
  },
});

const plain = (value: ReturnType<ExcelHost['model']['valueAt']>): Wire =>
  typeof value === 'object' ? (value?.error ?? '') : value;
