/**
 * The desk: where workbooks are opened, read, checked and written, apart from the page so that nothing blocks it. It runs in a worker
 * (`desk-worker.ts`) and talks in plain data; tests use it as it is.
 */
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { patchWorkbook, type WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { openAnyWorkbook } from '../../workbook/formats/open-any-workbook.ts';
import type { AnyWorkbook } from '../../workbook/formats/other-workbook.ts';
import { listRemarks } from '../../workbook/roster/list-remarks.ts';
import { readSchemeId } from '../../workbook/roster/read-master-roster.ts';
import type { CellRange } from '../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import type { WorkbookAbout } from '../host/port.ts';
import type { ClientOf } from '../worker/messages.ts';
import type { GridBlock } from './grid-block.ts';
import { reportRoster, type RosterReport } from './roster-report.ts';
import type { SchemeShelf } from './scheme-shelf.ts';
import { SheetStore } from './sheet-store.ts';
import { viewRows, viewSheet, type GridRow, type GridSize } from './grid-view.ts';

/** The same from outside a worker: every answer is waited for. */
export type DeskClient = ClientOf<Desk>;

/** Excel does not tell the pane all that a file tells. */
function describeUnseen(tellsMerges: boolean): string {
  const merges = tellsMerges ? '' : '，这里也看不出合并单元格，合并的各行只有最上一行算有内容';
  return `在 Excel 里不查隐藏的、筛选掉的、划掉的内容和另抄一份的工作表${merges}；请保存后在浏览器里打开总名册，或另作资格审查。`;
}

export class Desk {
  private bytes: Uint8Array = new Uint8Array();
  private file: AnyWorkbook | null = null;
  private readonly store = new SheetStore();
  private lastRead: SheetContent | null = null;

  constructor(private readonly shelf: SchemeShelf) {}

  /** Opens a file instead of whatever was open. @throws {IntakeError} */
  async openFile(bytes: Uint8Array, fileName: string): Promise<WorkbookAbout> {
    this.file = await openAnyWorkbook(bytes, fileName);
    this.bytes = bytes;
    this.lastRead = null;
    return {
      fileName,
      sheets: this.file.sheets.map(({ name, state }) => ({ name, isVisible: state === 'visible' })),
      properties: this.file.customProperties,
    };
  }

  /** Reads a sheet of the open file. */
  readSheet(name: string): SheetContent {
    if (this.lastRead?.name !== name) this.lastRead = this.workbook().readSheet(name);
    return this.lastRead;
  }

  /** Changes cells of the open file: the copy that `saveFile` gives has them. */
  async changeFile(changes: readonly WorkbookChange[]): Promise<void> {
    const { fileName } = this.workbook();
    const bytes = patchWorkbook(this.bytes, fileName, changes);
    await this.openFile(bytes, fileName);
  }

  saveFile(): Uint8Array {
    this.workbook();
    return this.bytes;
  }

  /** How large a sheet of the open file is, for a view that shows a part of it at a time. */
  sizeOf(name: string): GridSize {
    return viewSheet(this.readSheet(name));
  }

  /** What the cells of some rows show, from `first` to `last`. */
  rowsOf(name: string, first: number, last: number): GridRow[] {
    return viewRows(this.readSheet(name), first, last);
  }

  /** Begins a workbook that is open in Excel: its sheets come in blocks. */
  openStore(fileName: string): void {
    this.store.open(fileName);
    this.file = null;
  }

  hasSheet(name: string): boolean {
    return this.store.has(name);
  }

  /** Begins to read rows of a sheet; they take the place of the earlier ones with `finishRows`. @returns the ticket of the reading */
  beginRows(name: string, first: number, last: number): number {
    return this.store.begin(name, first, last);
  }

  putBlock(ticket: number, block: GridBlock): void {
    this.store.putBlock(ticket, block);
  }

  finishRows(ticket: number, merges: readonly CellRange[] | null): void {
    this.store.finish(ticket, merges);
  }

  dropSheet(name: string): void {
    this.store.drop(name);
  }

  schemeIds(): Promise<readonly string[]> {
    return this.shelf.ids();
  }

  /** The scheme that a score sheet names, or might be of. @throws {UnusableInput} when there is none of that id */
  findScheme(id: string): Promise<Scheme> {
    return this.shelf.find(id, 'score-sheet');
  }

  /** Checks the master roster that was opened. @throws {UnusableInput} when it names no scheme of this pane, or lacks sheets or headings */
  async reportRoster(): Promise<RosterReport> {
    const source = this.file ?? this.store;
    const scheme = await this.shelf.find(readSchemeId(source), 'roster');
    return reportRoster(
      source,
      scheme,
      this.file ? listRemarks(this.file) : [describeUnseen(this.store.tellsMerges())],
    );
  }

  private workbook(): AnyWorkbook {
    if (this.file === null) throw new UnusableInput('还没有打开文件，请先打开一个 .xlsx 文件。');
    return this.file;
  }
}
