/** The sheets of a workbook that is open in Excel, as read so far: what `readMasterRoster` reads instead of a file. */
import { UnusableInput } from '../../rules/unusable-input.ts';
import type { RosterWorkbook } from '../../workbook/roster/read-master-roster.ts';
import { quote } from '../../workbook/intake/quote.ts';
import type { SheetContent, SheetRow } from '../../workbook/intake/sheet-content.ts';
import { FormatTable, rowsOfBlock, type GridBlock } from './grid-block.ts';

interface StoredSheet {
  readonly formats: FormatTable;
  readonly rows: Map<number, SheetRow>;
}

export class SheetStore implements RosterWorkbook {
  fileName = '';
  private readonly stored = new Map<string, StoredSheet>();

  get sheets(): RosterWorkbook['sheets'] {
    return [...this.stored.keys()].map((name) => ({ name, state: 'visible', partName: '' }));
  }

  /** Forgets the rows from `first` to `last` of a sheet, or all of it; what is there now comes in blocks. */
  clearRows(name: string, first: number, last: number): void {
    const sheet = this.stored.get(name) ?? { formats: new FormatTable(), rows: new Map<number, SheetRow>() };
    for (const row of [...sheet.rows.keys()]) if (row >= first && row <= last) sheet.rows.delete(row);
    this.stored.set(name, sheet);
  }

  /** Drops a sheet that is no longer there. */
  drop(name: string): void {
    this.stored.delete(name);
  }

  putBlock(name: string, block: GridBlock): void {
    const sheet = this.stored.get(name);
    if (sheet === undefined) throw new RangeError(`no rows of ${name} were announced`);
    for (const row of rowsOfBlock(block, sheet.formats)) sheet.rows.set(row.number, row);
  }

  readSheet(name: string): SheetContent {
    const sheet = this.stored.get(name);
    if (sheet === undefined) {
      const there = [...this.stored.keys()].map(quote).join('、');
      throw new UnusableInput(
        `文件${quote(this.fileName)}中没有工作表${quote(name)}（现有${there}），请补上或改正工作表名称。`,
      );
    }
    return {
      fileName: this.fileName,
      name,
      // Excel tells no add-in whether a workbook counts from 1904; 1900 is what every program but an old Mac's writes.
      date1904: false,
      styles: sheet.formats.styles,
      rows: [...sheet.rows.values()].sort((a, b) => a.number - b.number),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      isProtected: false,
    };
  }
}
