/** A sheet that is written row by row: a row is text as soon as it is given, and packed soon after. */
import { cellAddress, columnLetters, type CellPlace } from '../read/cell-address.ts';
import { escapeXml } from '../xml/xml-text.ts';
import { PartWriter } from '../zip/part-writer.ts';
import type { PackedPart } from '../zip/zip-writer.ts';
import type { SheetNote } from './sheet-notes.ts';
import { PLAIN_OPTIONS, type SheetOptions } from './sheet-options.ts';
import { writeSheetHead, writeSheetTail } from './sheet-xml.ts';
import { toTextXml, type TextTable } from './text-table.ts';

/** A formula without `=`, and the value that it has now; null leaves it to the program that opens the workbook. */
interface WrittenFormula {
  readonly formula: string;
  readonly result: number | string | null;
}

interface WrittenCell {
  /** A text without control characters, of 32,767 characters at most; nothing and an empty text leave the cell empty. */
  readonly value: string | number | WrittenFormula | null;
  /** From `WorkbookWriter.styleOf`. */
  readonly style: number;
  /** Columns that the cell takes, joined to one; 1 unless told. */
  readonly span?: number | undefined;
}

interface RowOptions {
  /** In points; programs choose it where it is not told. */
  readonly height?: number | undefined;
  readonly hidden?: boolean | undefined;
}

/** Rows are many megabytes of text that pack well: a fast level is nearly as small. */
const LEVEL = 3;

export class SheetWriter {
  /** May be changed until the workbook is finished. */
  readonly options: SheetOptions = { ...PLAIN_OPTIONS };
  /** Of the row that was written last, from 1; 0 before the first one. */
  lastRow = 0;
  private lastColumn = 0;
  private readonly part = new PartWriter(LEVEL);
  private readonly merges: string[] = [];
  private readonly breaks: number[] = [];
  readonly notes: SheetNote[] = [];
  /** Whether some formula has no value yet. */
  awaitsResults = false;

  constructor(
    readonly name: string,
    private readonly texts: TextTable,
  ) {}

  /** Writes the next row, from column A. @returns its number */
  addRow(cells: readonly WrittenCell[], { height, hidden }: RowOptions = {}): number {
    const row = (this.lastRow += 1);
    let xml = `<row r="${row}"`;
    if (hidden) xml += ' hidden="1"';
    if (height !== undefined) xml += ` ht="${Math.round(height * 100) / 100}" customHeight="1"`;
    xml += '>';
    let column = 1;
    for (const { value, style, span = 1 } of cells) {
      xml += this.writeCell(columnLetters(column) + String(row), value, style);
      for (let each = column + 1; each < column + span; each += 1)
        xml += `<c r="${columnLetters(each)}${row}" s="${style}"/>`;
      if (span > 1) this.merge({ row, column }, { row, column: column + span - 1 });
      column += span;
    }
    if (column - 1 > this.lastColumn) this.lastColumn = column - 1;
    this.part.write(`${xml}</row>`);
    return row;
  }

  /** Joins the cells of a block to one, in which the first one's value is seen. */
  merge(first: CellPlace, last: CellPlace): void {
    this.merges.push(`${cellAddress(first)}:${cellAddress(last)}`);
  }

  /** The next page begins below the row that was written last. */
  breakPage(): void {
    if (this.lastRow > 0) this.breaks.push(this.lastRow);
  }

  /** A note on a cell of the row that was written last. */
  addNote(column: number, text: string): void {
    this.notes.push({ place: { row: this.lastRow, column }, text });
  }

  /** @param notes the relationship to the drawing of the notes, where there are any */
  finish(partName: string, isShown: boolean, notes: string | undefined): PackedPart {
    const { options, merges, breaks } = this;
    this.part.write(writeSheetTail(options, { merges, breaks, notes }));
    const last = { row: this.lastRow, column: this.lastColumn };
    return this.part.finish(partName, writeSheetHead(options, last, isShown));
  }

  private writeCell(place: string, value: WrittenCell['value'], style: number): string {
    const open = `<c r="${place}" s="${style}"`;
    if (value === null || value === '') return `${open}/>`;
    if (typeof value === 'number') return `${open}><v>${writeNumber(value)}</v></c>`;
    if (typeof value === 'object') {
      return this.writeFormula(open, value);
    }
    const number = this.texts.numberOf(value);
    if (number === undefined) return `${open} t="inlineStr"><is>${toTextXml(value)}</is></c>`;
    return `${open} t="s"><v>${number}</v></c>`;
  }

  private writeFormula(open: string, { formula, result }: WrittenFormula): string {
    const written = `<f>${escapeXml(formula)}</f>`;
    if (typeof result === 'number') return `${open}>${written}<v>${writeNumber(result)}</v></c>`;
    if (result !== null) return `${open} t="str">${written}<v>${escapeXml(result)}</v></c>`;
    this.awaitsResults = true;
    return `${open}>${written}</c>`;
  }
}

/** @throws {RangeError} for what no cell can hold */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} in a cell`);
  return String(value);
}
