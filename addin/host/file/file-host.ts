/** A workbook opened from disk in the browser. It stays on this machine: the desk reads it, and the copy to save comes from there. */
import { cellAddress, isInRange, readAddress, type CellRange } from '../../../ooxml/read/cell-address.ts';
import type { WorkbookChange } from '../../../ooxml/patch/patch-workbook.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import type { DeskClient } from '../../desk/desk.ts';
import { HostError } from '../host-error.ts';
import { mergeMarks } from '../merge-marks.ts';
import type { BlockWrite, ChangeHint, Mark, MarkCount, WorkbookAbout, WorkbookHost } from '../port.ts';

/** What the grid beside the panels shows. */
interface FileView {
  readonly selection: { readonly sheet: string; readonly address: string } | null;
  readonly marks: readonly Mark[];
  /** Counts up with every change of cells. */
  readonly version: number;
  /** Since it was opened; `saved` when a copy on the disk has them all. */
  readonly changes: 'none' | 'unsaved' | 'saved';
}

export class FileHost implements WorkbookHost {
  readonly kind = 'file';
  private view: FileView = { selection: null, marks: [], version: 0, changes: 'none' };
  /** Calls of `writeCells` that have not ended: what is about to change is unsaved already. */
  private writing = 0;
  private savedVersion = 0;
  private readonly hintListeners = new Set<(hint: ChangeHint) => void>();
  private readonly viewListeners = new Set<() => void>();

  private constructor(
    readonly desk: DeskClient,
    private readonly about: WorkbookAbout,
  ) {}

  /** @throws {UnusableInput} when the file is no workbook that can be read */
  static async open(desk: DeskClient, bytes: Uint8Array, fileName: string): Promise<FileHost> {
    return new FileHost(desk, await desk.openFile(bytes, fileName));
  }

  describe(): Promise<WorkbookAbout> {
    return Promise.resolve(this.about);
  }

  listSheets(): Promise<readonly string[]> {
    return Promise.resolve(this.about.sheets.map(({ name }) => name));
  }

  readBlocks(blocks: readonly { sheet: string; range: CellRange }[]): Promise<readonly (SheetContent | null)[]> {
    return Promise.all(
      blocks.map(async ({ sheet, range }) => {
        if (!this.about.sheets.some(({ name }) => name === sheet)) return null;
        return cutOut(await this.desk.readSheet(sheet), range);
      }),
    );
  }

  /** The desk reads the file by itself. */
  fillDesk(): Promise<void> {
    return Promise.resolve();
  }

  /** What Excel would refuse, a locked cell of a protected sheet, is refused here too. */
  async writeCells(blocks: readonly BlockWrite[]): Promise<void> {
    this.writing += 1;
    this.show({});
    try {
      await this.desk.changeFile(blocks.flatMap(listChanges));
      this.view = { ...this.view, version: this.view.version + 1 };
    } finally {
      this.writing -= 1;
      this.show({});
    }
    for (const sheet of new Set(blocks.map((block) => block.sheet))) {
      for (const listener of this.hintListeners) listener({ sheet, rows: null });
    }
  }

  watch(listener: (hint: ChangeHint) => void): Promise<() => Promise<void>> {
    this.hintListeners.add(listener);
    return Promise.resolve(() => {
      this.hintListeners.delete(listener);
      return Promise.resolve();
    });
  }

  select(sheet: string, address: string): Promise<void> {
    if (!this.about.sheets.some(({ name }) => name === sheet)) {
      return Promise.reject(new HostError('gone', `文件里没有工作表“${sheet}”，请核对打开的文件。`));
    }
    this.show({ selection: { sheet, address } });
    return Promise.resolve();
  }

  async isProtected(sheet: string): Promise<boolean> {
    return (await this.desk.readSheet(sheet)).isProtected;
  }

  /** Colours the grid beside the panels; the file itself keeps its formats. */
  mark(marks: readonly Mark[]): Promise<MarkCount> {
    const cells = mergeMarks(marks);
    this.show({ marks: cells });
    return Promise.resolve({ coloured: cells.length, noted: cells.length });
  }

  unmark(): Promise<void> {
    this.show({ marks: [] });
    return Promise.resolve();
  }

  /**
   * Hands the copy to `store`. What is changed while it stores stays unsaved.
   * @returns what `store` returns: false when the user thought better of it
   */
  async save(store: (bytes: Uint8Array) => Promise<boolean>): Promise<boolean> {
    const bytes = await this.desk.saveFile();
    const { version } = this.view;
    const isStored = await store(bytes);
    if (isStored) this.savedVersion = version;
    this.show({});
    return isStored;
  }

  /** For `useSyncExternalStore`. */
  readonly getView = (): FileView => this.view;

  readonly subscribeView = (listener: () => void): (() => void) => {
    this.viewListeners.add(listener);
    return () => this.viewListeners.delete(listener);
  };

  private show(change: Partial<Omit<FileView, 'changes'>>): void {
    this.view = { ...this.view, ...change, changes: this.changes() };
    for (const listener of this.viewListeners) listener();
  }

  private changes(): FileView['changes'] {
    if (this.writing > 0 || this.view.version !== this.savedVersion) return 'unsaved';
    return this.savedVersion === 0 ? 'none' : 'saved';
  }
}

function listChanges({ sheet, address, values }: BlockWrite): WorkbookChange[] {
  const corner = readAddress(address);
  if (!corner) throw new RangeError(`no address: ${address}`);
  return values.flatMap((row, rowIndex) =>
    row.map((value, columnIndex) => ({
      sheet,
      address: cellAddress({ row: corner.row + rowIndex, column: corner.column + columnIndex }),
      value,
    })),
  );
}

function cutOut(sheet: SheetContent, range: CellRange): SheetContent {
  const rows = sheet.rows.flatMap(({ number, cells }) => {
    const inside = cells.filter(({ column }) => isInRange({ row: number, column }, range));
    return inside.length === 0 ? [] : [{ number, cells: inside }];
  });
  return { ...sheet, rows };
}
