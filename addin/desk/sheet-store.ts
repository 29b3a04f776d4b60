/** The sheets of a workbook that is open in Excel, as read so far: what `readMasterRoster` reads instead of a file. */
import type { CellRange } from '../../ooxml/read/cell-address.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import type { RosterWorkbook } from '../../workbook/roster/roster-workbook.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';
import { FormatTable, rowsOfBlock, type GridBlock } from './grid-block.ts';

interface StoredSheet {
  readonly formats: FormatTable;
  readonly rows: Map<number, SheetRow>;
  /** Null where nobody tells them. */
  readonly merges: readonly CellRange[] | null;
}

/** Rows that are being read again. */
interface Reading {
  readonly formats: FormatTable;
  readonly rows: Map<number, SheetRow>;
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export class SheetStore implements RosterWorkbook {
  fileName = '';
  private readonly stored = new Map<string, StoredSheet>();
  /** By ticket. */
  private readonly readings = new Map<number, Reading>();
  private lastTicket = 0;

  get sheets(): RosterWorkbook['sheets'] {
    return [...this.stored.keys()].map((name) => ({ name, state: 'visible', partName: '' }));
  }

  /** Forgets everything, for another workbook or the same one anew. */
  open(fileName: string): void {
    this.fileName = fileName;
    this.stored.clear();
    this.readings.clear();
  }

  has(name: string): boolean {
    return this.stored.has(name);
  }

  /**
   * Begins to read the rows from `first` to `last` of a sheet, or all of it. What is known of them stays until all of the new ones are there: a
   * reading that fails half-way loses nothing. Another reading of the sheet ends this one.
   * @returns the ticket by which its blocks come
   */
  begin(name: string, first: number, last: number): number {
    this.endReadings(name);
    const formats = this.stored.get(name)?.formats ?? new FormatTable();
    this.lastTicket += 1;
    this.readings.set(this.lastTicket, { name, first, last, formats, rows: new Map() });
    return this.lastTicket;
  }

  putBlock(ticket: number, block: GridBlock): void {
    const { rows, formats } = this.reading(ticket);
    for (const row of rowsOfBlock(block, formats)) rows.set(row.number, row);
  }

  /**
   * All blocks have come: they take the place of the rows that were known.
   * @param merges the merged cells of the whole sheet; null where nobody tells them
   */
  finish(ticket: number, merges: readonly CellRange[] | null): void {
    const { name, first, last, formats, rows } = this.reading(ticket);
    const others = [...(this.stored.get(name)?.rows ?? [])].filter(([row]) => row < first || row > last);
    this.stored.set(name, { formats, rows: new Map([...others, ...rows]), merges });
    this.readings.delete(ticket);
  }

  /** Whether the merged cells of all sheets are known. */
  tellsMerges(): boolean {
    return [...this.stored.values()].every(({ merges }) => merges !== null);
  }

  /** Drops a sheet that is no longer there. */
  drop(name: string): void {
    this.endReadings(name);
    this.stored.delete(name);
  }

  readSheet(name: string): SheetContent {
    const sheet = this.stored.get(name);
    if (sheet === undefined) {
      const there = [...this.stored.keys()].map(quoteForUser).join('、');
      throw new UnusableInput(
        `文件${quoteForUser(this.fileName)}中没有工作表${quoteForUser(name)}（现有${there}），请补上或改正工作表名称。`,
      );
    }
    return {
      fileName: this.fileName,
      name,
      // Excel tells no add-in whether a workbook counts from 1904; 1900 is what every program but an old Mac's writes.
      date1904: false,
      styles: sheet.formats.styles,
      rows: [...sheet.rows.values()].sort((a, b) => a.number - b.number),
      merges: sheet.merges ?? [],
      hiddenRows: [],
      hiddenColumns: [],
      filter: null,
      isProtected: false,
    };
  }

  private reading(ticket: number): Reading {
    const reading = this.readings.get(ticket);
    if (reading === undefined) throw new RangeError(`reading ${ticket} has ended`);
    return reading;
  }

  private endReadings(name: string): void {
    for (const [ticket, reading] of this.readings) if (reading.name === name) this.readings.delete(ticket);
  }
}
