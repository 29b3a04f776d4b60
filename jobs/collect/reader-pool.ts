/**
 * Readers of returned files, each ended when a file takes it too long. A file that hangs or crashes its reader is reported; the reader is replaced
 * and the others never notice. What a reader is, a thread or a worker of a browser, is the door's.
 */
import type { ReturnedListFile } from '../../rules/opinions/returned-opinions.ts';
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';
import type { FoundFile } from './find-files.ts';
import { FileHolder } from './hold-file.ts';
import { ALIVE, READY, type PackedReading, type ReaderMessage } from './reader-messages.ts';
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
  /** Milliseconds that one file may take, or one of the files in an archive. */
  readonly timeLimit?: number;
  /** Ends the readers at once, whatever they are reading. */
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
const NO_START = '读取评分表的程序启动不了（多半是内存不足），请关掉别的程序后再试一次。';

/**
 * Reads every file.
 * @param onProgress called with the number of files done
 * @returns what each file gives, in their order
 * @throws {UnusableInput} when a reader does not start; like an abort, it ends all readers first
 */
export async function readFiles(
  files: readonly FoundFile[],
  options: PoolOptions,
  onProgress: (done: number) => void = () => undefined,
): Promise<ReadFiles> {
  const results = new Array<readonly ReturnedFile[]>(files.length);
  const nominations = new Array<readonly ReturnedListFile[]>(files.length);
  const ignored = new Array<readonly IgnoredEntry[]>(files.length);
  const holder = new FileHolder();
  options.signal?.throwIfAborted();
  let done = 0;
  let next = 0;
  let isStopped = false;
  const source: FileSource = {
    take: () => {
      const file = files[next];
      if (file === undefined || isStopped) return undefined;
      next += 1;
      return { file, index: next - 1 };
    },
    finish: ({ file, index }, reading) => {
      if (isStopped) return;
      results[index] = holder.hold(file.path, reading);
      nominations[index] = reading.nominations.map(({ inside, ...list }) => ({ ...list, path: file.path + inside }));
      ignored[index] = reading.ignored.map(({ inside, why }) => ({ path: file.path + inside, why }));
      done += 1;
      onProgress(done);
    },
  };
  const length = Math.min(options.readers, files.length);
  const readers = Array.from({ length }, () => new Reader(source, options));
  const stop = () => {
    isStopped = true;
    for (const reader of readers) reader.stop();
  };
  options.signal?.addEventListener('abort', stop);
  const runs = readers.map((reader) => reader.run());
  try {
    await Promise.all(runs);
  } finally {
    stop();
    await Promise.allSettled(runs);
    options.signal?.removeEventListener('abort', stop);
  }
  options.signal?.throwIfAborted();
  return { files: results.flat(), nominations: nominations.flat(), ignored: ignored.flat() };
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
  private isStopped = false;
  private endReader: () => void = () => undefined;

  constructor(
    private readonly source: FileSource,
    private readonly options: PoolOptions,
  ) {}

  /** Ends the reader that runs; `run` is done when it is gone. */
  stop(): void {
    this.isStopped = true;
    this.endReader();
  }

  async run(): Promise<void> {
    while (!this.isStopped) {
      const failure = await this.runReader();
      if (failure === null) return;
      // The failure may overtake an answer that is on its way: a file is blamed only when the reader had no other.
      if (this.asked > 1) {
        this.suspects = this.asked;
        continue;
      }
      const blamed = this.answer();
      if (!blamed) continue;
      const sha256 = await this.options.hash(blamed.file);
      this.source.finish(blamed, reportFailure(blamed.file, failure, sha256));
    }
  }

  private answer(): Task | undefined {
    this.asked -= 1;
    this.suspects = Math.max(0, this.suspects - 1);
    return this.waiting.shift();
  }

  /**
   * Runs one reader to the end of the work or until it is stopped (null), or until it fails.
   * @throws {UnusableInput} when it fails before it has begun: no file is to blame
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
          if (isReady) resolve(failure);
          else reject(new UnusableInput(NO_START, { cause: failure.cause }));
        });
      };
      const watch = () => {
        clearTimeout(timer);
        if (isOver) return;
        const limit = isReady ? timeLimit : START_LIMIT;
        timer = setTimeout(() => {
          fail({ kind: 'hung' });
        }, limit);
      };
      const ask = () => {
        if (isOver) return;
        const most = this.suspects > 0 ? 1 : AHEAD;
        while (this.asked < Math.min(this.waiting.length, most)) {
          const tasks = this.waiting.slice(this.asked, Math.min(this.asked + BATCH, most));
          link.ask(tasks.map(({ file }) => file));
          this.asked += tasks.length;
        }
      };
      const hear = (message: ReaderMessage) => {
        if (isOver) return;
        if (message === ALIVE) {
          watch();
          return;
        }
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
        else this.endReader();
      };
      let link: ReaderLink;
      try {
        link = start({ onMessage: hear, onFailure: fail });
      } catch (cause) {
        reject(new UnusableInput(NO_START, { cause }));
        return;
      }
      this.endReader = () => {
        if (isOver) return;
        end(() => {
          resolve(null);
        });
      };
      watch();
    });
  }
}
