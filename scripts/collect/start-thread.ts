/** Threads that read returned files, each with a limit of memory. */
import { Worker } from 'node:worker_threads';
import type { StartReader } from '../../jobs/collect/reader-pool.ts';
import type { ReaderMessage, ReadingRequest } from '../../jobs/collect/reader-messages.ts';
import type { ReaderData } from '../../jobs/collect/read-returns.ts';

export const THREADS = 2;
/** Megabytes: the largest file that the guard admits takes about 100. */
const MEMORY_LIMIT = 160;
/** Megabytes for what has just been made. A file's objects are gone when it is read, and more room would only stay in use. */
const YOUNG_LIMIT = 6;

/**
 * @param script the reader's
 * @param memoryLimit megabytes that one reader's objects may take
 */
export function threadStarter(script: string | URL, data: ReaderData, memoryLimit = MEMORY_LIMIT): StartReader {
  return ({ onMessage, onFailure }) => {
    const resourceLimits = { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: YOUNG_LIMIT };
    const worker = new Worker(script, { workerData: data, resourceLimits });
    worker.on('message', (message: ReaderMessage) => {
      onMessage(message);
    });
    worker.on('error', (cause: Error & { code?: string }) => {
      onFailure({ kind: cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed', cause });
    });
    worker.on('exit', () => {
      onFailure({ kind: 'crashed' });
    });
    return {
      ask: (files) => {
        worker.postMessage(files satisfies ReadingRequest);
      },
      end: async () => {
        worker.removeAllListeners();
        // An error of a thread that is being ended concerns nobody.
        worker.on('error', () => undefined);
        await worker.terminate();
      },
    };
  };
}
