import { blockAddress, cellAddress, MAX_COLUMNS, parseBlock, type Block } from './addresses.ts';
import type { CellSnapshot, CellValue, ProtectionSnapshot, SheetSnapshot, SheetVisibility } from './snapshot.ts';

export interface CellComment {
  id: string;
  content: string;
  createdAt: string;
}

/** One cell that was touched; `value` is the typed constant and is null for an empty cell or a formula. */
export interface Cell {
  value: CellValue | null;
  formula: string | null;
  numberFormat: string;
  fill: string | null;
  fontColor: string | null;
  bold: boolean;
  locked: boolean;
  note: string | null;
  comment: CellComment | null;
}

/** A cell that nobody touched: Excel's defaults. Never changed. */
export const UNTOUCHED: Readonly<Cell> = Object.freeze({
  value: null,
  formula: null,
  numberFormat: 'General',
  fill: null,
  fontColor: null,
  bold: false,
  locked: true,
  note: null,
  comment: null,
});

export interface ConditionalFormat {
  id: string;
  block: Block;
  formula: string;
  fill: string | null;
  fontColor: string | null;
}

/** One worksheet: its cells by place, and what Excel knows of the sheet as a whole. */
export class Sheet {
  visibility: SheetVisibility = 'Visible';
  protection: ProtectionSnapshot | null = null;
  conditionalFormats: ConditionalFormat[] = [];
  merges: Block[] = [];
  readonly #cells = new Map<number, Cell>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** The cell at a place (from 0), untouched or not. */
  peek(row: number, column: number): Readonly<Cell> {
    return this.#cells.get(row * MAX_COLUMNS + column) ?? UNTOUCHED;
  }

  /** The cell at a place, made when it is not there, to be changed. */
  touch(row: number, column: number): Cell {
    const key = row * MAX_COLUMNS + column;
    const cell = this.#cells.get(key) ?? { ...UNTOUCHED };
    this.#cells.set(key, cell);
    return cell;
  }

  /** All touched cells, row by row. */
  cells(): { row: number; column: number; cell: Cell }[] {
    return [...this.#cells]
      .sort(([a], [b]) => a - b)
      .map(([key, cell]) => ({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, cell }));
  }

  /**
   * The block that holds all used cells, or null for an empty sheet.
   * With `valuesOnly` a cell that is only formatted does not count.
   */
  usedBlock(valuesOnly: boolean): Block | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.#cells) {
      if (valuesOnly ? cell.value === null && cell.formula === null : isUntouched(cell)) continue;
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  fill(snapshot: SheetSnapshot, newId: () => string): void {
    this.visibility = snapshot.visibility ?? 'Visible';
    this.protection = snapshot.protection ?? null;
    for (const [address, from] of Object.entries(snapshot.cells)) {
      const { row, column } = parseBlock(address);
      Object.assign(this.touch(row, column), readCell(from, newId));
    }
    this.merges = (snapshot.merges ?? []).map(parseBlock);
    this.conditionalFormats = (snapshot.conditionalFormats ?? []).map((format) => ({
      id: newId(),
      block: parseBlock(format.address),
      formula: format.formula,
      fill: format.fill ?? null,
      fontColor: format.fontColor ?? null,
    }));
  }

  /** `resultOf` gives the result of a formula cell. */
  dump(resultOf: (row: number, column: number) => CellValue): SheetSnapshot {
    const cells: SheetSnapshot['cells'] = {};
    for (const { row, column, cell } of this.cells()) {
      if (isUntouched(cell)) continue;
      cells[cellAddress(row, column)] = writeCell(cell, cell.formula === null ? cell.value : resultOf(row, column));
    }
    return {
      name: this.name,
      ...(this.visibility === 'Visible' ? {} : { visibility: this.visibility }),
      ...(this.protection ? { protection: this.protection } : {}),
      cells,
      ...(this.merges.length > 0 ? { merges: this.merges.map(blockAddress) } : {}),
      ...(this.conditionalFormats.length === 0 ? {} : { conditionalFormats: this.conditionalFormats.map(writeFormat) }),
    };
  }
}

function isUntouched(cell: Cell): boolean {
  return (Object.keys(UNTOUCHED) as (keyof Cell)[]).every((key) => cell[key] === UNTOUCHED[key]);
}

function readCell(from: CellSnapshot, newId: () => string): Partial<Cell> {
  return {
    value: from.formula === undefined ? (from.value ?? null) : null,
    formula: from.formula ?? null,
    numberFormat: from.numberFormat ?? 'General',
    fill: from.fill ?? null,
    fontColor: from.fontColor ?? null,
    bold: from.bold ?? false,
    locked: from.locked ?? true,
    note: from.note ?? null,
    comment:
      from.comment === undefined ? null : { id: newId(), content: from.comment, createdAt: '2026-01-01T00:00:00Z' },
  };
}

function writeCell(cell: Cell, value: CellValue | null): CellSnapshot {
  return {
    ...(value === null ? {} : { value }),
    ...(cell.formula === null ? {} : { formula: cell.formula }),
    ...(cell.numberFormat === 'General' ? {} : { numberFormat: cell.numberFormat }),
    ...(cell.fill === null ? {} : { fill: cell.fill }),
    ...(cell.fontColor === null ? {} : { fontColor: cell.fontColor }),
    ...(cell.bold ? { bold: true as const } : {}),
    ...(cell.locked ? {} : { locked: false as const }),
    ...(cell.note === null ? {} : { note: cell.note }),
    ...(cell.comment === null ? {} : { comment: cell.comment.content }),
  };
}

function writeFormat(format: ConditionalFormat) {
  return {
    address: blockAddress(format.block),
    formula: format.formula,
    ...(format.fill === null ? {} : { fill: format.fill }),
    ...(format.fontColor === null ? {} : { fontColor: format.fontColor }),
  };
}
