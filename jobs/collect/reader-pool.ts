/**
 * Readers of returned files, each ended when a file takes it too long. A file that hangs or crashes its reader is reported; the reader is replaced
 * and the others never notice. What a reader is, a thread or a worker of a browser, is the door's.
 */
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';
import type { FoundFile } from './find-files.ts';
import { FileHolder } from './hold-file.ts';
import { READY, type PackedReading, type ReaderMessage } from './reader-messages.ts';
import { reportFailure, type Failure } from './reader-failure.ts';
import type { ReadFiles } from './read-returns.ts';

/** A reader, from outside. */
export interface ReaderLink {
  /** Hands over files to read, in this order. */
  ask(files: readonly FoundFile[]): void;
  /** Ends it, whatever it does; nothing is heard of it afterwards. */
  end(): Promise<void>;
}

interface ReaderEvents {
  readonly onMessage: (message: ReaderMessage) => void;
  /** The reader is gone: no answer will come. */
  readonly onFailure: (failure: Failure) => void;
}

export type StartReader = (events: ReaderEvents) => ReaderLink;

export interface PoolOptions {
  readonly start: StartReader;
  /** The SHA-256 of a file whose reader failed; empty when it cannot be read. */
  readonly hash: (file: FoundFile) => Promise<string>;
  readonly readers: number;
  /** Milliseconds that one file may take. */
  readonly timeLimit?: number;
  /** Ends the reading between two files. */
  readonly signal?: AbortSignal;
}

/** The largest file that the guard admits takes about a second. */
const TIME_LIMIT = 20_000;
/** Milliseconds that a reader may take to load its script. */
const START_LIMIT = 60_000;
/** Files in one message: to hand over many costs little more than one. */
const BATCH = 16;
/** Files that a reader is sent ahead, so that it never waits for the next. */
const AHEAD = 2 * BATCH;

/**
 * Reads every file.
 * @param onProgress called with the number of files done
 * @returns what each file gives, in their order
 */
export async function readFiles(
  files: readonly FoundFile[],
  options: PoolOptions,
  onProgress: (done: number) => void = () => undefined,
): Promise<ReadFiles> {
  const results = new Array<readonly ReturnedFile[]>(files.length);
  const ignored = new Array<readonly IgnoredEntry[]>(files.length);
  const holder = new FileHolder();
  let done = 0;
  let next = 0;
  const source: FileSource = {
    take: () => {
      const file = files[next];
      if (file === undefined || options.signal?.aborted) return undefined;
      next += 1;
      return { file, index: next - 1 };
    },
    finish: ({ file, index }, reading) => {
      results[index] = holder.hold(file.path, reading);
      ignored[index] = reading.ignored.map(({ inside, why }) => ({ path: file.path + inside, why }));
      done += 1;
      onProgress(done);
    },
  };
  const readers = Math.min(options.readers, files.length);
  await Promise.all(Array.from({ length: readers }, () => new Reader(source, options).run()));
  options.signal?.throwIfAborted();
  return { files: results.flat(), ignored: ignored.flat() };
}

interface Task {
  readonly file: FoundFile;
  readonly index: number;
}

interface FileSource {
  take(): Task | undefined;
  finish(task: Task, reading: PackedReading): void;
}

/** One reader after another, until the source is empty. */
class Reader {
  /** Taken and not yet answered; the first `asked` of them are with the reader. */
  private waiting: Task[] = [];
  private asked = 0;
  /** So many files are asked one by one: a reader failed while it had several. */
  private suspects = 0;

  constructor(
    private readonly source: FileSource,
    private readonly options: PoolOptions,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const failure = await this.runReader();
      if (failure === null) return;
      // The failure may overtake an answer that is on its way: a file is blamed only when the reader had no other.
      if (this.asked > 1) {
        this.suspects = this.asked;
        continue;
      }
      const blamed = this.answer();
      if (!blamed) continue;
      this.source.finish(blamed, reportFailure(blamed.file, failure, await this.options.hash(blamed.file)));
    }
  }

  private answer(): Task | undefined {
    this.asked -= 1;
    this.suspects = Math.max(0, this.suspects - 1);
    return this.waiting.shift();
  }

  /**
   * Runs one reader to the end of the work (null), or until it fails.
   * @throws {Error} when it fails before it has begun: no file is to blame
   */
  private runReader(): Promise<Failure | null> {
    const { start, timeLimit = TIME_LIMIT } = this.options;
    return new Promise((resolve, reject) => {
      let isReady = false;
      let isOver = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (settle: () => void) => {
        isOver = true;
        clearTimeout(timer);
        void link.end().then(settle);
      };
      const fail = (failure: Failure) => {
        if (isOver) return;
        end(() => {
          const { kind, cause } = failure;
          if (isReady) resolve(failure);
          else reject(new Error(`the reader does not start: ${cause?.message ?? kind}`, { cause }));
        });
      };
      const watch = () => {
        clearTimeout(timer);
        const limit = isReady ? timeLimit : START_LIMIT;
        timer = setTimeout(() => {
          fail({ kind: 'hung' });
        }, limit);
      };
      const ask = () => {
        const most = this.suspects > 0 ? 1 : AHEAD;
        while (this.asked < Math.min(this.waiting.length, most)) {
          const tasks = this.waiting.slice(this.asked, Math.min(this.asked + BATCH, most));
          link.ask(tasks.map(({ file }) => file));
          this.asked += tasks.length;
        }
      };
      const hear = (message: ReaderMessage) => {
        if (isOver) return;
        if (message === READY) {
          isReady = true;
          this.asked = 0;
        } else {
          for (const reading of message) {
            const task = this.answer();
            if (task) this.source.finish(task, reading);
          }
        }
        while (this.waiting.length < AHEAD) {
          const task = this.source.take();
          if (task === undefined) break;
          this.waiting.push(task);
        }
        ask();
        if (this.waiting.length > 0) watch();
        else {
          end(() => {
            resolve(null);
          });
        }
      };
      const link = start({ onMessage: hear, onFailure: fail });
      watch();
    });
  }
}
