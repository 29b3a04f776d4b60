import {
  cellAddress,
  columnLetters,
  isInRange,
  readAddress,
  readRange,
  type CellPlace,
  type CellRange,
} from '../intake/cell-address.ts';
import { dropAttributes, escapeXml, readAttribute } from '../stamp/stamp-xml.ts';
import { replacePlaces, walkTags, type Replacement, type XmlTag } from '../xml/xml-tags.ts';

/** A new value of a cell; null empties it and leaves its format. */
export interface CellChange extends CellPlace {
  readonly value: string | number | null;
}

/** A cell was to be changed that must not be. */
export class CellRefused extends Error {
  constructor(
    readonly address: string,
    readonly why: 'formula' | 'locked',
  ) {
    super(`${address}: ${why}`);
  }
}

/**
 * Rewrites some cells of a worksheet part. Formats stay; rows and cells that are missing are inserted in their place, in the format of their row or
 * column. Stored results of formulas are dropped, because they may rest on what changed: the next program computes them.
 * Shared strings are left alone; new text stands in the cell itself.
 * @param changes at most one a cell
 * @param isLocked by the format of the cell (`s`)
 * @throws {CellRefused} for a cell that is locked or holds a formula
 * @throws {RangeError} for a number that is not finite
 */
export function patchSheet(
  xml: string,
  changes: readonly CellChange[],
  isLocked: (style: number) => boolean = () => false,
): string {
  return new SheetPatcher(xml, changes, isLocked).patch();
}

interface OpenRow {
  readonly tag: XmlTag;
  readonly number: number;
  inserted: boolean;
}

interface OpenCell {
  readonly tag: XmlTag;
  readonly place: CellPlace;
  formula: boolean;
  /** The stored result, tags included. */
  result: { start: number; end: number } | undefined;
}

class SheetPatcher {
  private readonly edits: Replacement[] = [];
  private readonly waiting: CellChange[];
  private readonly columnStyles: { first: number; last: number; style: string }[] = [];
  private prefix = '';
  private inData = false;
  private row: OpenRow | undefined;
  private lastRow = 0;
  private column = 0;
  private cell: OpenCell | undefined;
  private part: XmlTag | undefined;

  constructor(
    private readonly xml: string,
    changes: readonly CellChange[],
    private readonly isLocked: (style: number) => boolean,
  ) {
    this.waiting = [...changes].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  patch(): string {
    const places = [...this.waiting];
    const dimension = { tag: undefined as XmlTag | undefined };
    for (const tag of walkTags(this.xml)) {
      if (tag.name === 'worksheet' && tag.kind === 'open') this.prefix = tag.rawName.slice(0, -tag.name.length);
      else if (tag.name === 'dimension' && !this.inData) dimension.tag = tag;
      else if (tag.name === 'col' && !this.inData) this.keepColumnStyle(tag);
      else if (tag.name === 'sheetData') this.meetData(tag);
      else if (this.inData && tag.rawName === this.prefix + tag.name) this.meetInside(tag);
    }
    if (dimension.tag !== undefined) this.widen(dimension.tag, places);
    return replacePlaces(this.xml, this.edits);
  }

  private meetData(tag: XmlTag): void {
    this.inData = tag.kind === 'open';
    if (tag.kind === 'open') return;
    const rows = this.writeRows(Infinity);
    if (rows === '') return;
    if (tag.kind === 'close') this.insert(tag.start, rows);
    else this.replace(tag, `<${tag.rawName}${tag.attributes}>${rows}</${tag.rawName}>`);
  }

  private meetInside(tag: XmlTag): void {
    if (tag.name === 'row') this.meetRow(tag);
    else if (this.row !== undefined && tag.name === 'c') this.meetCell(tag);
    else if (this.cell !== undefined) this.meetPart(tag, this.cell);
  }

  private meetRow(tag: XmlTag): void {
    if (tag.kind === 'close') {
      if (this.row !== undefined) this.closeRow(this.row, tag);
      this.row = undefined;
      return;
    }
    const number = Number(readAttribute(tag.attributes, 'r') ?? this.lastRow + 1);
    this.insert(tag.start, this.writeRows(number));
    this.lastRow = number;
    this.column = 0;
    const row: OpenRow = { tag, number, inserted: false };
    if (tag.kind === 'open') {
      this.row = row;
      return;
    }
    const cells = this.writeCells(row, Infinity);
    const kept = dropAttributes(tag.attributes, 'spans');
    if (cells !== '') this.replace(tag, `<${tag.rawName}${kept}>${cells}</${tag.rawName}>`);
  }

  private closeRow(row: OpenRow, tag: XmlTag): void {
    this.insert(tag.start, this.writeCells(row, Infinity));
    // `spans` is a hint of the columns in use, and would now be wrong.
    if (row.inserted) this.replace(row.tag, `<${row.tag.rawName}${dropAttributes(row.tag.attributes, 'spans')}>`);
  }

  private meetCell(tag: XmlTag): void {
    if (tag.kind === 'close') {
      if (this.cell !== undefined) this.closeCell(this.cell, tag.end);
      this.cell = undefined;
      return;
    }
    const { row } = this;
    if (row === undefined) return;
    const written = readAddress(readAttribute(tag.attributes, 'r') ?? '');
    this.column = written?.column ?? this.column + 1;
    const place = { row: row.number, column: this.column };
    this.insert(tag.start, this.writeCells(row, this.column));
    const cell: OpenCell = { tag, place, formula: false, result: undefined };
    if (tag.kind === 'open') this.cell = cell;
    else this.closeCell(cell, tag.end);
  }

  private meetPart(tag: XmlTag, cell: OpenCell): void {
    if (tag.kind !== 'close') this.part = tag;
    if (tag.name === 'f' && tag.kind !== 'close') {
      cell.formula = true;
      this.refuseInside(tag);
    }
    if (tag.name === 'v' && tag.kind !== 'open') cell.result = { start: (this.part ?? tag).start, end: tag.end };
  }

  /** The cells of an array formula or data table hold no formula of their own but the first. */
  private refuseInside(formula: XmlTag): void {
    const block = readRange(readAttribute(formula.attributes, 'ref') ?? '');
    const kind = readAttribute(formula.attributes, 't');
    if (block === undefined || (kind !== 'array' && kind !== 'dataTable')) return;
    const hit = this.waiting.find((change) => isInRange(change, block));
    if (hit !== undefined) throw new CellRefused(cellAddress(hit), 'formula');
  }

  private closeCell(cell: OpenCell, end: number): void {
    const { tag, place, formula, result } = cell;
    const [next] = this.waiting;
    if (next !== undefined && next.row === place.row && next.column === place.column) {
      if (formula) throw new CellRefused(cellAddress(place), 'formula');
      this.waiting.shift();
      const style = readAttribute(tag.attributes, 's');
      this.edits.push({ start: tag.start, end, text: this.writeCell(next, style) });
    } else if (formula && result !== undefined) {
      this.edits.push({ start: result.start, end: result.end, text: '' });
      this.replace(tag, `<${tag.rawName}${dropAttributes(tag.attributes, 't')}>`);
    }
  }

  /** The changes in rows above `before`, as rows. */
  private writeRows(before: number): string {
    let rows = '';
    for (let [next] = this.waiting; next !== undefined && next.row < before; [next] = this.waiting) {
      const { row } = next;
      let cells = '';
      while (this.waiting[0]?.row === row) cells += this.writeNext(undefined);
      rows += `<${this.prefix}row r="${row}">${cells}</${this.prefix}row>`;
    }
    return rows;
  }

  /** The changes of a row left of column `before`, as cells. */
  private writeCells(row: OpenRow, before: number): string {
    const { attributes } = row.tag;
    const isFormatted = /^(1|true)$/.test(readAttribute(attributes, 'customFormat') ?? '');
    const style = isFormatted ? readAttribute(attributes, 's') : undefined;
    let cells = '';
    while (this.waiting[0]?.row === row.number && this.waiting[0].column < before) cells += this.writeNext(style);
    if (cells !== '') row.inserted = true;
    return cells;
  }

  private writeNext(rowStyle: string | undefined): string {
    const change = this.waiting.shift();
    if (change === undefined) return '';
    const { column } = change;
    const style = rowStyle ?? this.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
    return this.writeCell(change, style);
  }

  private writeCell({ row, column, value }: CellChange, style: string | undefined): string {
    const { prefix } = this;
    if (this.isLocked(Number(style ?? 0))) throw new CellRefused(cellAddress({ row, column }), 'locked');
    const head = `<${prefix}c r="${columnLetters(column)}${row}"${style === undefined ? '' : ` s="${style}"`}`;
    if (value === null) return `${head}/>`;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new RangeError(`${value} in ${columnLetters(column)}${row}`);
      return `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
    }
    const text = escapeXml(escapeControls(value));
    return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
  }

  private keepColumnStyle(tag: XmlTag): void {
    const style = readAttribute(tag.attributes, 'style');
    if (style === undefined) return;
    const first = Number(readAttribute(tag.attributes, 'min'));
    this.columnStyles.push({ first, last: Number(readAttribute(tag.attributes, 'max')), style });
  }

  /** Makes the sheet's `dimension` hold every changed cell. */
  private widen(tag: XmlTag, places: readonly CellPlace[]): void {
    const known = readRange(readAttribute(tag.attributes, 'ref') ?? '');
    if (known === undefined) return;
    const wide = places.reduce(includePlace, known);
    if (wide === known) return;
    const ref = `${cellAddress(wide.first)}:${cellAddress(wide.last)}`;
    const end = tag.kind === 'empty' ? '/>' : '>';
    this.replace(tag, `<${tag.rawName}${dropAttributes(tag.attributes, 'ref')} ref="${ref}"${end}`);
  }

  private insert(at: number, text: string): void {
    if (text !== '') this.edits.push({ start: at, end: at, text });
  }

  private replace(tag: XmlTag, text: string): void {
    this.edits.push({ start: tag.start, end: tag.end, text });
  }
}

function includePlace(range: CellRange, place: CellPlace): CellRange {
  if (isInRange(place, range)) return range;
  const { first, last } = range;
  return {
    first: { row: Math.min(first.row, place.row), column: Math.min(first.column, place.column) },
    last: { row: Math.max(last.row, place.row), column: Math.max(last.column, place.column) },
  };
}

/** XML cannot hold most control characters: `_x0007_` stands for one, and a typed `_x0007_` is written `_x005F_x0007_`. */
function escapeControls(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (char) => `_x${hex(char)}_`)
      .replace(/\p{Cs}/gu, '\ufffd')
  );
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
