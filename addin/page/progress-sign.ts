import type { WorkerProgress } from '../worker/messages.ts';

type Progress = WorkerProgress['progress'];

/** How far something has come, told to whatever shows it and to nothing else: to draw the whole page anew takes a tenth of a second. */
export class ProgressSign {
  private now: Progress | null = null;
  private readonly listeners = new Set<() => void>();

  show(progress: Progress): void {
    this.now = progress;
    for (const listener of this.listeners) listener();
  }

  /** Null until something is known. */
  readonly read = (): Progress | null => this.now;

  /** @returns ends it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
}
