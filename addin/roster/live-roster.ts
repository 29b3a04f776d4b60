/** The checked master roster of a host, kept up with every edit. Independent of React; the panels read its state. */
import { toError } from '../host/host-error.ts';
import { isRosterTab } from '../../workbook/roster/find-tabs.ts';
import type { DeskClient } from '../desk/desk.ts';
import type { RosterReport } from '../desk/roster-report.ts';
import type { ChangeHint, RowSpan, WorkbookHost } from '../host/port.ts';

interface RosterState {
  /** The last one that could be made; it stays while a later reading fails. */
  readonly report: RosterReport | null;
  /** While there is one, the report may be of an earlier state of the workbook. */
  readonly fault: Error | null;
  readonly isReading: boolean;
}

/** Typing and pasting bring several hints in a row. */
const PAUSE_MS = 250;

export class LiveRoster {
  private state: RosterState = { report: null, fault: null, isReading: true };
  private readonly listeners = new Set<() => void>();
  /** What is to be read again; null rows are the whole sheet. */
  private readonly pending = new Map<string, RowSpan | null>();
  /** Every sheet is to be read again, whichever there are by then. */
  private isAllPending = false;
  /** The sheets read so far: one that has gone is dropped. */
  private readonly known = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isStopped = false;
  /** A change has come since the last reading began. */
  private isChanged = false;
  private endWatch: (() => Promise<void>) | null = null;
  /** Nobody tells what changes: each reading tries again. */
  private watchFault: Error | null = null;

  constructor(
    private readonly host: WorkbookHost,
    private readonly desk: DeskClient,
  ) {}

  readonly getState = (): RosterState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads everything and listens from then on. */
  start(): Promise<void> {
    return this.refresh();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.endWatch?.();
  }

  /** Reads everything again. */
  refresh(): Promise<void> {
    this.wantAll();
    return this.run();
  }

  private wantAll(): void {
    this.isAllPending = true;
  }

  private note({ sheet, rows }: ChangeHint): void {
    if (this.isStopped || (sheet !== null && !isRosterTab(sheet))) return;
    if (sheet === null) this.wantAll();
    else this.pending.set(sheet, this.pending.has(sheet) ? union(this.pending.get(sheet) ?? null, rows) : rows);
    this.isChanged = true;
    this.runSoon();
  }

  private runSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), PAUSE_MS);
  }

  /** One reading at a time; what comes in meanwhile is read next. */
  private async run(): Promise<void> {
    if (this.isRunning || this.isStopped) return;
    this.isRunning = true;
    this.show({ isReading: true });
    try {
      await this.listen();
      while (this.isAllPending || this.pending.size > 0) await this.read();
    } catch (error) {
      // Which of the sheets were read is not known: the next change, or the user, has all of them read again.
      this.wantAll();
      this.show({ fault: toError(error) });
      if (this.isChanged) this.runSoon();
    } finally {
      this.isRunning = false;
      this.show({ isReading: false });
    }
  }

  private async listen(): Promise<void> {
    if (this.endWatch !== null) return;
    try {
      const endWatch = await this.host.watch((hint) => {
        this.note(hint);
      });
      this.watchFault = null;
      if (this.isStopped) await endWatch();
      else this.endWatch = endWatch;
    } catch (error) {
      this.watchFault = toError(error);
    }
  }

  private async read(): Promise<void> {
    this.isChanged = false;
    if (this.isAllPending) await this.listAll();
    const due = [...this.pending];
    this.pending.clear();
    if (this.isStopped) return;
    const whole = due.filter(([, rows]) => rows === null).map(([sheet]) => sheet);
    const isStopped = () => this.isStopped;
    if (whole.length > 0) await this.host.fillDesk(whole, null, isStopped);
    for (const [sheet, rows] of due) if (rows !== null) await this.host.fillDesk([sheet], rows, isStopped);
    if (isStopped()) return;
    this.show({ report: await this.desk.reportRoster(), fault: this.watchFault });
  }

  private async listAll(): Promise<void> {
    this.isAllPending = false;
    for (const name of await this.host.listSheets()) if (isRosterTab(name)) this.known.add(name);
    for (const name of this.known) this.pending.set(name, null);
  }

  private show(change: Partial<RosterState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function union(a: RowSpan | null, b: RowSpan | null): RowSpan | null {
  return a && b && { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}
