import type { ExcelHost } from '../excel-host.ts';
import type { Cell } from '../grid.ts';
import { defineType, type HostType } from '../host-object.ts';
import { invalidArgument, wireText, type Wire } from '../wire.ts';
import { checkOption, checkWritable } from './access.ts';
import type { RangeTarget } from './range.ts';

/** What all cells agree on, or null when they differ, as Excel answers for mixed formats. */
function common<V extends string | boolean>(
  { sheet, block }: RangeTarget,
  read: (cell: Readonly<Cell>) => V,
): V | null {
  const first = read(sheet.peek(block.row, block.column));
  for (let row = block.row; row < block.row + block.rows; row += 1) {
    for (let column = block.column; column < block.column + block.columns; column += 1) {
      if (read(sheet.peek(row, column)) !== first) return null;
    }
  }
  return first;
}

function setEach({ sheet, block }: RangeTarget, host: ExcelHost, change: (cell: Cell) => void): void {
  for (let row = block.row; row < block.row + block.rows; row += 1) {
    for (let column = block.column; column < block.column + block.columns; column += 1)
      change(sheet.touch(row, column));
  }
  host.touched();
}

function format(range: RangeTarget, host: ExcelHost, change: (cell: Cell) => void): void {
  checkOption(host, range.sheet, 'allowFormatCells');
  setEach(range, host, change);
}

const NAMED_COLORS = new Map([
  ['red', '#FF0000'],
  ['yellow', '#FFFF00'],
  ['green', '#008000'],
  ['white', '#FFFFFF'],
  ['black', '#000000'],
]);

/** `#RRGGBB` in capitals, or one of a few HTML names. */
export function readColor(value: Wire): string {
  const text = typeof value === 'string' ? (NAMED_COLORS.get(value.toLowerCase()) ?? value.toUpperCase()) : '';
  if (!/^#[0-9A-F]{6}$/.test(text)) throw invalidArgument(`colour ${wireText(value)}`);
  return text;
}

function readFlag(value: Wire): boolean {
  if (typeof value !== 'boolean') throw invalidArgument('true or false is wanted');
  return value;
}

/** `fill.color` reads white where there is no fill; setting white makes a white fill, and only `clear()` takes it away. */
const fillType: HostType<RangeTarget> = defineType('RangeFill', {
  scalars: { Color: (range) => common(range, (cell) => cell.fill ?? '#FFFFFF') },
  setters: {
    Color(range, value, host) {
      const color = readColor(value);
      format(range, host, (cell) => (cell.fill = color));
    },
  },
  commands: {
    Clear: (range, _, host) => {
      format(range, host, (cell) => (cell.fill = null));
    },
  },
});

const fontType: HostType<RangeTarget> = defineType('RangeFont', {
  scalars: {
    Color: (range) => common(range, (cell) => cell.fontColor ?? '#000000'),
    Bold: (range) => common(range, (cell) => cell.bold),
  },
  setters: {
    Color(range, value, host) {
      const color = readColor(value);
      format(range, host, (cell) => (cell.fontColor = color));
    },
    Bold(range, value, host) {
      const bold = readFlag(value);
      format(range, host, (cell) => (cell.bold = bold));
    },
  },
});

/** Whether cells are locked can be changed only while the sheet is not protected. */
const cellProtectionType: HostType<RangeTarget> = defineType('FormatProtection', {
  scalars: { Locked: (range) => common(range, (cell) => cell.locked) },
  setters: {
    Locked(range, value, host) {
      const locked = readFlag(value);
      checkWritable(host);
      checkOption(host, range.sheet, 'no option allows this');
      setEach(range, host, (cell) => (cell.locked = locked));
    },
  },
});

/** `range.format`. */
export const rangeFormatType: HostType<RangeTarget> = defineType('RangeFormat', {
  links: {
    Fill: (range, host) => fillType.make(range, host),
    Font: (range, host) => fontType.make(range, host),
    Protection: (range, host) => cellProtectionType.make(range, host),
  },
});
