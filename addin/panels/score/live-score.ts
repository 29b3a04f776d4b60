/**
 * The score sheet of a host, kept up with every edit. Independent of React. The sheet is the truth: what is shown was read last, overlaid by
 * what this panel has written and not read again.
 *
 *     a tap → shown at once → host.writeCells (one sync)
 *     host.watch → a hint, also of the panel's own write → host.readBlocks (one sync) → what is in the sheet wins
 *
 * So one score typed costs one write and one read, and the verdict waits for neither.
 */
import { readAddress, type CellRange } from '../../../ooxml/read/cell-address.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import type { ScoreSheetLayout } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { COLUMN, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { SheetGrid } from '../../../ooxml/read/sheet-grid.ts';
import { nameCells } from '../../../workbook/score-sheet/sheet-remarks.ts';
import { toError, HostError } from '../../host/host-error.ts';
import type { WorkbookHost } from '../../host/port.ts';
import { Overlay } from './overlay.ts';
import { planWrites } from './plan-writes.ts';
import type { ScoreStep } from './score-steps.ts';
import { viewScoreSheet, type ScoreView } from './score-view.ts';
import { compareStep, listChangedSince, StepHistory, type DoneStep } from './step-history.ts';

export interface ScoreState {
  /** The last one that could be made; null before the first reading, and when the sheet is gone. */
  readonly view: ScoreView | null;
  readonly fault: Error | null;
  /** What became of the last step, in one sentence. */
  readonly notice: string | null;
  /** The host has not answered yet. */
  readonly isWaiting: boolean;
  /** What an undo in each column would take back; null when there is nothing. */
  readonly undoLabels: Readonly<Record<Role, string | null>>;
}

const NOTHING_DONE = { self: null, association: null } as const;

interface Write {
  readonly step: DoneStep;
  readonly isUndo: boolean;
}

/** One edit brings several hints: of the cells, of the formulas that follow. */
const PAUSE_MS = 60;

export class LiveScore {
  private state: ScoreState = { view: null, fault: null, notice: null, isWaiting: true, undoLabels: NOTHING_DONE };
  private readonly listeners = new Set<() => void>();
  private readonly range: CellRange;
  private content: SheetContent | null = null;
  private readonly overlay = new Overlay();
  private readonly writes: Write[] = [];
  private readonly history = new StepHistory();
  private undoDue: Role | null = null;
  private isReadDue = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  private endWatch: (() => Promise<void>) | null = null;
  /** What kept a tap from being written after the panel was closed. */
  private lateFault: Error | null = null;
  /** A fault that the next reading that works makes good. */
  private readFault: Error | null = null;

  constructor(
    private readonly host: WorkbookHost,
    private readonly layout: ScoreSheetLayout,
    private readonly sheet: string,
  ) {
    const last = readAddress(`${COLUMN.associationSum}${layout.signatureRow}`);
    if (!last) throw new RangeError('the layout has no last cell');
    this.range = { first: { row: 1, column: 1 }, last };
  }

  readonly getState = (): ScoreState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the sheet and listens from then on. */
  async start(): Promise<void> {
    try {
      const endWatch = await this.host.watch(({ sheet }) => {
        if (sheet === null || sheet === this.sheet) this.readSoon();
      });
      if (this.isStopped) await endWatch();
      else this.endWatch = endWatch;
    } catch (error) {
      this.show({ fault: toError(error) });
    }
    await this.refresh();
  }

  /** Ends the listening. What was tapped before is still written. @throws what keeps the host from writing it */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    const { endWatch } = this;
    this.endWatch = null;
    await endWatch?.();
    await this.running;
    if (this.lateFault !== null) throw this.lateFault;
  }

  /** Reads the sheet again. */
  refresh(): Promise<void> {
    this.isReadDue = true;
    return this.run();
  }

  /** Writes a step into the sheet; it can be undone. Shown at once. */
  apply(wanted: ScoreStep): void {
    const { content } = this;
    if (content === null) return;
    const step = compareStep(wanted, new SheetGrid(this.overlay.layOver(content)));
    const count = step.cells.length;
    if (count === 0) {
      this.show({ notice: `“${step.label}”没有要改的单元格。` });
      return;
    }
    this.history.push(step);
    this.show({ notice: count > 1 ? `${step.label}：已改 ${count} 个单元格，可以撤消。` : null });
    this.enqueue({ step, isUndo: false });
  }

  /** Writes back what the last step in a column found, unless somebody has changed its cells since. */
  undo(role: Role): Promise<void> {
    this.undoDue = role;
    return this.run();
  }

  dismissFault(): void {
    this.show({ fault: null });
  }

  private enqueue(write: Write): void {
    for (const { address, before, after } of write.step.cells) {
      this.overlay.set(address, write.isUndo ? before : after);
    }
    this.writes.push(write);
    this.showSheet({ fault: null });
    void this.run();
  }

  private readSoon(): void {
    if (this.isStopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.refresh();
    }, PAUSE_MS);
  }

  private forgetTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isReadDue = false;
  }

  private run(): Promise<void> {
    if (!this.isRunning) this.running = this.work();
    return this.running;
  }

  /** One call to the host at a time: writes first, so that one reading serves them all. */
  private async work(): Promise<void> {
    this.isRunning = true;
    this.show({ isWaiting: true });
    try {
      for (;;) {
        if (this.writes.length > 0) await this.write();
        else if (this.isStopped) break;
        else if (this.undoDue !== null) await this.tryUndo(this.undoDue);
        else if (this.isReadDue) await this.read();
        else break;
      }
    } catch (error) {
      this.undoDue = null;
      this.isReadDue = false;
      this.readFault = toError(error);
      this.show({ fault: this.readFault });
    } finally {
      this.isRunning = false;
      this.show({ isWaiting: false });
    }
  }

  /** Writes all that waits, the last value of a cell counting. */
  private async write(): Promise<void> {
    const batch = this.writes.splice(0);
    const cells = this.overlay.take(batch.flatMap(({ step }) => step.cells.map(({ address }) => address)));
    try {
      await this.host.writeCells(planWrites(this.sheet, cells));
    } catch (error) {
      this.overlay.drop(cells);
      this.forget(batch.filter(({ isUndo }) => !isUndo));
      const fault = toError(error);
      if (this.isStopped) this.lateFault = fault;
      this.showSheet({ fault, notice: null });
      return;
    }
    this.overlay.land(cells);
    this.forget(batch.filter(({ isUndo }) => isUndo));
    // The hints of this write may have come already, and further ones will: one reading is enough for all.
    this.forgetTimer();
    this.readSoon();
  }

  private async tryUndo(role: Role): Promise<void> {
    this.undoDue = null;
    const step = this.history.last(role);
    if (!step) return;
    const content = await this.read();
    if (content === null) return;
    const later = listChangedSince(step, new SheetGrid(content));
    if (later.length > 0) {
      const names = nameCells(later);
      this.forget([{ step, isUndo: true }]);
      this.show({ notice: `“${step.label}”之后 ${names}又改过，这一步不再撤消，请直接修改这些单元格。` });
      return;
    }
    this.show({ notice: `已撤消“${step.label}”。` });
    this.enqueue({ step, isUndo: true });
  }

  /** @returns null when the sheet is gone, or the panel is closed */
  private async read(): Promise<SheetContent | null> {
    this.forgetTimer();
    const landed = this.overlay.landed();
    const [content = null] = await this.host.readBlocks([{ sheet: this.sheet, range: this.range }]);
    if (this.isStopped) return null;
    this.overlay.drop(landed);
    this.content = content;
    if (content === null) {
      const sentence = `工作表${quoteForUser(this.sheet)}不在了，可能已改名或删除，请点“重新读取”。`;
      this.readFault = new HostError('gone', sentence);
      this.show({ view: null, fault: this.readFault });
      return null;
    }
    const isMended = this.readFault !== null && this.state.fault === this.readFault;
    this.readFault = null;
    this.showSheet(isMended ? { fault: null } : {});
    return content;
  }

  /** Takes steps off the list of those that can be undone. */
  private forget(writes: readonly Write[]): void {
    for (const { step } of writes) this.history.forget(step);
    this.show({});
  }

  private showSheet(change: Partial<ScoreState> = {}): void {
    if (this.content === null) this.show(change);
    else this.show({ ...change, view: viewScoreSheet(this.layout, this.overlay.layOver(this.content)) });
  }

  private show(change: Partial<ScoreState>): void {
    const labelOf = (role: Role) => this.history.last(role)?.label ?? null;
    const undoLabels = { self: labelOf('self'), association: labelOf('association') };
    this.state = { ...this.state, ...change, undoLabels };
    for (const listener of this.listeners) listener();
  }
}
