/**
 * Threads that read returned files, each with a limit of memory and of time a file. A file that hangs or crashes its reader is reported; the
 * reader is replaced and the others never notice.
 */
import { Worker } from 'node:worker_threads';
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { FoundFile } from '../../jobs/collect/find-files.ts';
import { FileHolder } from '../../jobs/collect/hold-file.ts';
import { hashFile } from './read-file.ts';
import {
  READY,
  type PackedReading,
  type ReaderMessage,
  type ReadingRequest,
} from '../../jobs/collect/reader-messages.ts';
import type { ReaderData, ReadFiles } from '../../jobs/collect/read-returns.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';

export interface PoolOptions {
  /** The reader's script. */
  readonly script: string | URL;
  readonly data: ReaderData;
  readonly threads?: number;
  /** Milliseconds that one file may take. */
  readonly timeLimit?: number;
  /** Ends the reading between two files. */
  readonly signal?: AbortSignal;
  /** Megabytes that one reader's objects may take. */
  readonly memoryLimit?: number;
}

const THREADS = 2;
/** The largest file that the guard admits takes about a second. */
const TIME_LIMIT = 20_000;
/** Milliseconds that a thread may take to load its script. */
const START_LIMIT = 60_000;
/** The largest file that the guard admits takes about 100 MB. */
const MEMORY_LIMIT = 160;
/** Megabytes for what has just been made. A file's objects are gone when it is read, and more room would only stay in use. */
const YOUNG_LIMIT = 6;
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
  const threads = Math.min(options.threads ?? THREADS, files.length);
  await Promise.all(Array.from({ length: threads }, () => new Reader(source, options).run()));
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

/** One thread after another, until the source is empty. */
class Reader {
  /** Taken and not yet answered; the first `asked` of them are with the thread. */
  private waiting: Task[] = [];
  private asked = 0;
  /** So many files are asked one by one: a thread failed while it had several. */
  private suspects = 0;

  constructor(
    private readonly source: FileSource,
    private readonly options: PoolOptions,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const failure = await this.runThread();
      if (failure === null) return;
      // The failure may overtake an answer that is on its way: a file is blamed only when the thread had no other.
      if (this.asked > 1) {
        this.suspects = this.asked;
        continue;
      }
      const blamed = this.answer();
      if (blamed) this.source.finish(blamed, await reportFailure(blamed.file, failure));
    }
  }

  private answer(): Task | undefined {
    this.asked -= 1;
    this.suspects = Math.max(0, this.suspects - 1);
    return this.waiting.shift();
  }

  /**
   * Runs one thread to the end of the work (null), or until it fails.
   * @throws {Error} when the thread fails before it has begun: no file is to blame
   */
  private runThread(): Promise<Failure | null> {
    const { script, data, timeLimit = TIME_LIMIT, memoryLimit = MEMORY_LIMIT } = this.options;
    const resourceLimits = { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: YOUNG_LIMIT };
    const worker = new Worker(script, { workerData: data, resourceLimits });
    return new Promise((resolve, reject) => {
      let isReady = false;
      let timer: NodeJS.Timeout | undefined;
      const end = (settle: () => void) => {
        clearTimeout(timer);
        worker.removeAllListeners();
        // An error of a thread that is being ended concerns nobody.
        worker.on('error', () => undefined);
        void worker.terminate().then(settle);
      };
      const fail = (kind: FailureKind, cause?: Error) => {
        end(() => {
          if (isReady) resolve({ kind, cause });
          else reject(new Error(`the reader does not start: ${cause?.message ?? kind}`, { cause }));
        });
      };
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(fail, isReady ? timeLimit : START_LIMIT, 'hung');
      };
      const ask = () => {
        const most = this.suspects > 0 ? 1 : AHEAD;
        while (this.asked < Math.min(this.waiting.length, most)) {
          const tasks = this.waiting.slice(this.asked, Math.min(this.asked + BATCH, most));
          worker.postMessage(tasks.map(({ file }) => file) satisfies ReadingRequest);
          this.asked += tasks.length;
        }
      };
      worker.on('message', (message: ReaderMessage) => {
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
      });
      worker.on('error', (error: Error & { code?: string }) => {
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed', error);
      });
      worker.on('exit', () => {
        fail('crashed');
      });
      watch();
    });
  }
}

type FailureKind = 'hung' | 'out-of-memory' | 'crashed';

interface Failure {
  readonly kind: FailureKind;
  readonly cause: Error | undefined;
}

const FAILURE_WORDS: Readonly<Record<FailureKind, string>> = {
  hung: '读取超过时限，已中止',
  'out-of-memory': '读取时占用内存过多，已中止',
  crashed: '读取时程序出错，已中止',
};

async function reportFailure({ path, location }: FoundFile, { kind, cause }: Failure): Promise<PackedReading> {
  const detail = kind === 'crashed' && cause ? `（${cause.name} ${quoteForUser(cause.message)}）` : '';
  const message = `文件${quoteForUser(path)}${FAILURE_WORDS[kind]}${detail}，请用 Excel 或 WPS 打开后另存为 .xlsx，重新报送。`;
  const faults = [{ code: `reader-${kind}`, cell: null, message, isForUnit: true }];
  const outcome = { kind: 'rejected', faults, unitNumber: null } as const;
  return {
    returns: [{ inside: '', sha256: await hashFile(location), savedAt: null, changedAt: 0, outcome }],
    ignored: [],
  };
}
