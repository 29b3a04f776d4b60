import { cellAddress, readAddress, readRange, type CellPlace } from '../read/cell-address.ts';
import { editText, type Edit } from '../xml/xml-edit.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';
import { dropAttributes, readAttribute, walkTags, type XmlTag } from '../xml/xml-tags.ts';
import type { CellChange } from './cell-xml.ts';
import { SheetTail, type CellList } from './sheet-tail.ts';
import { CellRefused, WaitingCells } from './waiting-cells.ts';
import { widenDimension } from './widen-dimension.ts';

/**
 * Rewrites some cells of a worksheet part. Formats stay; rows and cells that are missing are inserted in their place, in the format of their row or
 * column. Stored results of formulas are dropped, because they may rest on what changed: the next program computes them.
 * Shared strings are left alone; new text stands in the cell itself.
 * @param scanner of a sheet that has been read, whose rows and cells are known to be in order
 * @param changes at most one a cell; none drops the stored results alone
 * @param isLocked by the format of the cell (`s`)
 * @throws {CellRefused} for a cell that is locked or holds a formula
 * @throws {RangeError} for a number that is not finite
 */
export function patchSheet(
  scanner: XmlScanner,
  changes: readonly CellChange[],
  isLocked: (style: number) => boolean = () => false,
): string {
  return new SheetPatcher(scanner, changes, isLocked).patch();
}

/** What else of a sheet is revised beside its cells. */
interface SheetRevision {
  readonly changes: readonly CellChange[];
  /** Merged ranges, `B15:B16`, that are cells of their own from now on. */
  readonly unmerged: ReadonlySet<string>;
  readonly lists: readonly CellList[];
}

interface RevisedSheet {
  readonly xml: string;
  /** Cells that hold a formula and stay as they are. */
  readonly refused: readonly CellPlace[];
  /** Those that did not offer the same already. */
  readonly listed: readonly CellList[];
}

/**
 * As `patchSheet`, for a copy of a workbook whose owner goes on with it: formulas and their results stay as they are, and a cell that holds one is
 * left alone.
 */
export function reviseSheet(scanner: XmlScanner, { changes, unmerged, lists }: SheetRevision): RevisedSheet {
  const tail = new SheetTail(unmerged, lists);
  const patcher = new SheetPatcher(scanner, changes, () => false, tail);
  const xml = patcher.patch();
  return { xml, refused: patcher.refused, listed: tail.added };
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
  readonly refused: CellPlace[] = [];
  private readonly edits: Edit[] = [];
  private readonly waiting: WaitingCells;
  private inData = false;
  private row: OpenRow | undefined;
  private lastRow = 0;
  private column = 0;
  private cell: OpenCell | undefined;
  private part: XmlTag | undefined;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly changes: readonly CellChange[],
    isLocked: (style: number) => boolean,
    /** Where there is one, formulas stay. */
    private readonly tail: SheetTail | null = null,
  ) {
    this.waiting = new WaitingCells(changes, isLocked);
  }

  patch(): string {
    const dimension = { tag: undefined as XmlTag | undefined };
    for (const tag of walkTags(this.scanner)) {
      if (!this.inData || tag.name === 'sheetData') this.tail?.meet(tag);
      if (tag.name === 'worksheet' && tag.kind === 'open') {
        this.waiting.prefix = tag.rawName.slice(0, -tag.name.length);
      } else if (tag.name === 'dimension' && !this.inData) dimension.tag = tag;
      else if (tag.name === 'col' && !this.inData) this.waiting.keepColumnStyle(tag);
      else if (tag.name === 'sheetData') this.meetData(tag);
      else if (this.inData && tag.rawName === this.waiting.prefix + tag.name) this.meetInside(tag);
    }
    if (dimension.tag !== undefined) this.edits.push(...widenDimension(dimension.tag, this.changes));
    if (this.tail) this.edits.push(...this.tail.finish(this.scanner.xml, this.waiting.prefix));
    return editText(this.scanner.xml, this.edits);
  }

  private meetData(tag: XmlTag): void {
    this.inData = tag.kind === 'open';
    if (tag.kind === 'open') return;
    const rows = this.waiting.writeRows(Infinity);
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
    this.insert(tag.start, this.waiting.writeRows(number));
    this.lastRow = number;
    this.column = 0;
    const row: OpenRow = { tag, number, inserted: false };
    if (tag.kind === 'open') {
      this.row = row;
      return;
    }
    const cells = this.waiting.writeCells(tag, number, Infinity);
    const kept = dropAttributes(tag.attributes, 'spans');
    if (cells !== '') this.replace(tag, `<${tag.rawName}${kept}>${cells}</${tag.rawName}>`);
  }

  private closeRow(row: OpenRow, tag: XmlTag): void {
    this.insertCells(row, tag.start, Infinity);
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
    this.insertCells(row, tag.start, this.column);
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
    if (this.tail) this.refused.push(...this.waiting.dropIn(block));
    const hit = this.waiting.findIn(block);
    if (hit !== undefined) throw new CellRefused(cellAddress(hit), 'formula');
  }

  private closeCell(cell: OpenCell, end: number): void {
    const { tag, place, formula, result } = cell;
    if (formula && this.tail && this.waiting.isNext(place)) this.refused.push(...this.waiting.dropNext());
    if (this.waiting.isNext(place)) {
      if (formula) throw new CellRefused(cellAddress(place), 'formula');
      const text = this.waiting.writeNext(readAttribute(tag.attributes, 's'));
      this.edits.push({ start: tag.start, end, by: [text] });
    } else if (formula && result !== undefined && !this.tail) {
      this.edits.push({ start: result.start, end: result.end, by: [] });
      this.replace(tag, `<${tag.rawName}${dropAttributes(tag.attributes, 't')}>`);
    }
  }

  private insertCells(row: OpenRow, at: number, before: number): void {
    const cells = this.waiting.writeCells(row.tag, row.number, before);
    if (cells !== '') row.inserted = true;
    this.insert(at, cells);
  }

  private insert(at: number, text: string): void {
    if (text !== '') this.edits.push({ start: at, end: at, by: [text] });
  }

  private replace(tag: XmlTag, text: string): void {
    this.edits.push({ start: tag.start, end: tag.end, by: [text] });
  }
}
