import { PlaceError } from '../../ooxml/errors.ts';
import type { SheetEntry, WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { quoteForUser } from '../intake/quote.ts';

/** What is asked of a workbook, whatever it was kept in. */
export type AnyWorkbook = Pick<
  WorkbookFile,
  | 'fileName'
  | 'sheets'
  | 'readSheet'
  | 'readBesideCells'
  | 'readSavedTime'
  | 'remarks'
  | 'customProperties'
  | 'creatingApplication'
>;

/** A sheet of another format, turned into what ours are. */
export interface OtherSheet {
  readonly state: SheetEntry['state'];
  readonly content: SheetContent;
  readonly comments: ReadonlyMap<string, string>;
}

interface OtherAbout {
  readonly fileName: string;
  /** As people call it: `.xls`. */
  readonly format: string;
  readonly customProperties: ReadonlyMap<string, string>;
  readonly creatingApplication: string;
  readonly savedTime: string | null;
}

/** A workbook that is no .xlsx: read whole, and asked as ours are. */
export class OtherWorkbook implements AnyWorkbook {
  readonly fileName: string;
  readonly sheets: readonly SheetEntry[];
  readonly remarks: readonly string[];
  readonly customProperties: ReadonlyMap<string, string>;
  readonly creatingApplication: string;

  constructor(
    private readonly about: OtherAbout,
    private readonly contents: readonly OtherSheet[],
  ) {
    this.fileName = about.fileName;
    this.customProperties = about.customProperties;
    this.creatingApplication = about.creatingApplication;
    this.sheets = contents.map(({ state, content }) => ({ name: content.name, state, partName: '' }));
    this.remarks = [`文件是 ${about.format} 格式，已按同样的办法读取。`];
  }

  readSheet(name: string): SheetContent {
    return this.find(name).content;
  }

  readBesideCells(name: string): { comments: ReadonlyMap<string, string>; pictures: number } {
    return { comments: this.find(name).comments, pictures: 0 };
  }

  readSavedTime(): string | null {
    return this.about.savedTime;
  }

  private find(name: string): OtherSheet {
    const found = this.contents.find(({ content }) => content.name === name);
    if (found) return found;
    const there = this.sheets.map((sheet) => quoteForUser(sheet.name)).join('、');
    throw new PlaceError(
      `文件${quoteForUser(this.fileName)}中没有工作表${quoteForUser(name)}（现有${there}），请补上或改正工作表名称。`,
    );
  }
}
