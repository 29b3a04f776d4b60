/** The checked master roster of a host, kept up with every edit. Independent of React; the panels read its state. */
import { SHEET } from '../../rules/master-roster.ts';
import type { DeskClient } from '../desk/desk.ts';
import type { RosterReport } from '../desk/roster-report.ts';
import type { ChangeHint, RowSpan, WorkbookHost } from '../host/port.ts';

export interface RosterState {
  /** The last one that could be made; it stays while a later reading fails. */
  readonly report: RosterReport | null;
  readonly fault: Error | null;
  readonly isReading: boolean;
}

const SHEETS: readonly string[] = Object.values(SHEET);
/** Typing and pasting bring several hints in a row. */
const PAUSE_MS = 250;

export class LiveRoster {
  private state: RosterState = { report: null, fault: null, isReading: true };
  private readonly listeners = new Set<() => void>();
  /** What is to be read again; null rows are the whole sheet. */
  private readonly pending = new Map<string, RowSpan | null>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isStopped = false;
  private endWatch: (() => Promise<void>) | null = null;

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
  async start(): Promise<void> {
    try {
      const endWatch = await this.host.watch((hint) => {
        this.note(hint);
      });
      if (this.isStopped) await endWatch();
      else this.endWatch = endWatch;
    } catch (error) {
      this.show({ fault: toError(error) });
    }
    await this.refresh();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.endWatch?.();
  }

  /** Reads everything again. */
  refresh(): Promise<void> {
    for (const sheet of SHEETS) this.pending.set(sheet, null);
    return this.run();
  }

  private note({ sheet, rows }: ChangeHint): void {
    if (this.isStopped || (sheet !== null && !SHEETS.includes(sheet))) return;
    for (const name of sheet === null ? SHEETS : [sheet]) {
      this.pending.set(name, this.pending.has(name) ? union(this.pending.get(name) ?? null, rows) : rows);
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), PAUSE_MS);
  }

  /** One reading at a time; what comes in meanwhile is read next. */
  private async run(): Promise<void> {
    if (this.isRunning || this.isStopped) return;
    this.isRunning = true;
    this.show({ isReading: true });
    try {
      while (this.pending.size > 0) await this.read();
    } catch (error) {
      this.show({ fault: toError(error) });
    } finally {
      this.isRunning = false;
      this.show({ isReading: false });
    }
  }

  private async read(): Promise<void> {
    const due = [...this.pending];
    this.pending.clear();
    if (this.isStopped) return;
    const whole = due.filter(([, rows]) => rows === null).map(([sheet]) => sheet);
    const isStopped = () => this.isStopped;
    if (whole.length > 0) await this.host.fillDesk(whole, null, isStopped);
    for (const [sheet, rows] of due) if (rows !== null) await this.host.fillDesk([sheet], rows, isStopped);
    if (isStopped()) return;
    this.show({ report: await this.desk.reportRoster(), fault: null });
  }

  private show(change: Partial<RosterState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function union(a: RowSpan | null, b: RowSpan | null): RowSpan | null {
  return a && b && { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
