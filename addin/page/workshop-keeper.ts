/**
 * Keeps the page's workshop: starts it when it is first needed, has it do one thing at a time, and puts another in the place of one that has
 * gone, which then has what the one before had.
 */
import { Cancelled, WorkerGone, type WorkerProgress } from '../worker/messages.ts';
import { orStopped } from './or-stopped.ts';
import type { OpenedRoster } from './opened-roster.ts';
import type { SchemeBundle } from './own-schemes/scheme-bundle.ts';
import { ProgressSign } from './progress-sign.ts';
import type { BroughtSchemes, SchemeView, WorkshopClient } from './workshop.ts';

/** What is being done, and how far it has come. */
export interface Busy {
  readonly label: string;
  readonly sign: ProgressSign;
}

/** @param signal once it is cancelled nothing more is to be asked for: the workshop itself only stops what it is doing just then */
type Work<T> = (workshop: WorkshopClient, signal: AbortSignal) => Promise<T>;

/** A workshop in its worker. */
interface StartedWorkshop {
  readonly client: WorkshopClient;
  /** Whatever it is doing. */
  readonly end: () => void;
}

export type StartWorkshop = (events: {
  readonly onProgress: (progress: WorkerProgress['progress']) => void;
  readonly onGone: () => void;
}) => StartedWorkshop;

interface Running extends StartedWorkshop {
  /** Ended on purpose, for it did not stop. */
  isStopped: boolean;
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One thing that is done. */
interface Turn {
  readonly sign: ProgressSign;
  /** It was cancelled. */
  readonly stop: AbortController;
  /** It did not stop, and the workshop was ended. */
  readonly cut: AbortController;
  patience: ReturnType<typeof setTimeout> | undefined;
}

/** How long a workshop may take to stop; one that has not by then is ended, and another takes its place. */
const PATIENCE_MS = 1_000;

export class WorkshopKeeper {
  private running: Running | null = null;
  private source: Source | null = null;
  /** The user's own schemes without faults, by id. */
  private readonly schemes = new Map<string, SchemeBundle>();
  /** What is being done; null between two things, of which there is nothing to cancel. */
  private turn: Turn | null = null;
  /** Ends with what was asked for last; it never fails. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly startWorkshop: StartWorkshop,
    private readonly onBusy: (busy: Busy | null) => void,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /**
   * Does one thing at a time, what is asked for meanwhile after it.
   * @param onCutShort it was cancelled, did not stop, and was ended wherever it was
   * @returns null where it was cancelled or failed, which `onFault` has been told
   */
  readonly run = <T>(label: string, work: Work<T>, onCutShort: () => void = () => undefined): Promise<T | null> => {
    const turn = this.last.then(() => this.runNow(label, work, onCutShort));
    this.last = turn;
    return turn;
  };

  /** Asks for what is there already, without saying that anything is being done; null where the workshop has gone. */
  readonly ask = async <T>(work: (workshop: WorkshopClient) => Promise<T>): Promise<T | null> => {
    const asked = this.running;
    try {
      return asked ? await work(asked.client) : null;
    } catch (error) {
      if (!(error instanceof WorkerGone && asked?.isStopped)) this.onFault(error);
      return null;
    }
  };

  /** Stops what is being done. */
  readonly cancel = (): void => {
    const { turn, running } = this;
    if (!turn || turn.stop.signal.aborted) return;
    turn.stop.abort(new Cancelled('between two steps'));
    if (!running) return;
    // Whether it can still answer shows in whether it stops.
    running.client.cancel().catch(() => undefined);
    turn.patience = setTimeout(() => {
      running.isStopped = true;
      turn.cut.abort(new Cancelled('it did not stop'));
      this.end(running);
    }, PATIENCE_MS);
  };

  /** Opens a roster, which also a workshop that takes the place of another then has. */
  readonly open = async (name: string, bytes: () => Promise<Uint8Array>): Promise<OpenedRoster | null> => {
    let read: Source | null = null;
    const opened = await this.run(`正在读取${name}`, async (workshop, signal) => {
      read = { name, bytes: await orStopped(bytes(), signal) };
      return await workshop.open(read.bytes, name);
    });
    if (opened) this.source = read;
    return opened;
  };

  /** No workshop needs the roster any more that was opened last. */
  readonly closeRoster = (): void => {
    this.source = null;
    // One that has gone has none.
    this.running?.client.closeRoster().catch(() => undefined);
  };

  /** Brings schemes of the user's own, which also a workshop that takes the place of another then has. */
  readonly bringSchemes = async (bundles: readonly SchemeBundle[]): Promise<BroughtSchemes | null> => {
    const brought = await this.run('正在检查评选方案', (workshop) => workshop.bringSchemes(bundles));
    for (const bundle of bundles) {
      const isSound = brought?.checked.some(({ id, faults }) => id === bundle.id && faults.length === 0);
      if (isSound) this.schemes.set(bundle.id, bundle);
    }
    return brought;
  };

  /** @returns those that are left, and those of the program */
  readonly removeScheme = async (id: string): Promise<readonly SchemeView[] | null> => {
    this.schemes.delete(id);
    return await this.run('正在移除评选方案', (workshop) => workshop.removeScheme(id));
  };

  /** Those that were brought and have no faults. */
  readonly ownSchemes = (): readonly SchemeBundle[] => [...this.schemes.values()];

  private async runNow<T>(label: string, work: Work<T>, onCutShort: () => void): Promise<T | null> {
    const [stop, cut] = [new AbortController(), new AbortController()];
    const turn: Turn = { sign: new ProgressSign(), stop, cut, patience: undefined };
    this.turn = turn;
    this.onBusy({ label, sign: turn.sign });
    const doIt = async () => {
      const client = await this.demand();
      stop.signal.throwIfAborted();
      return await work(client, stop.signal);
    };
    try {
      return await orStopped(doIt(), cut.signal);
    } catch (error) {
      if (cut.signal.aborted) onCutShort();
      else if (!(error instanceof Cancelled)) this.onFault(error);
      return null;
    } finally {
      clearTimeout(turn.patience);
      this.turn = null;
      this.onBusy(null);
    }
  }

  /** The workshop that is there; else another, which then has what the one before had. */
  private async demand(): Promise<WorkshopClient> {
    if (this.running) return this.running.client;
    const started = this.start();
    this.running = started;
    const { client } = started;
    try {
      if (this.schemes.size > 0) await client.bringSchemes(this.ownSchemes());
      // A roster that cannot be opened any more must not keep the page from everything else.
      if (this.source) {
        await client.open(this.source.bytes, this.source.name).catch((error: unknown) => {
          if (error instanceof WorkerGone || error instanceof Cancelled) throw error;
          this.source = null;
        });
      }
      return client;
    } catch (error) {
      this.end(started);
      throw error;
    }
  }

  private start(): Running {
    const started: Running = {
      isStopped: false,
      ...this.startWorkshop({
        onProgress: (progress) => {
          this.turn?.sign.show(progress);
        },
        onGone: () => {
          this.end(started);
        },
      }),
    };
    return started;
  }

  /** Whatever it was doing; the next thing that is asked for starts another. */
  private end(ended: Running): void {
    ended.end();
    if (this.running === ended) this.running = null;
  }
}
