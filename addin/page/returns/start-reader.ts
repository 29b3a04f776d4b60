/** Workers of a browser that read returned files, started from the workshop's own worker by its own script. */
import { ALIVE, READY, type ReaderMessage } from '../../../jobs/collect/reader-messages.ts';
import type { StartReader } from '../../../jobs/collect/reader-pool.ts';
import { isReaderData, type ReaderData } from '../../../jobs/collect/read-returns.ts';
import { answerRequests } from '../../../jobs/collect/answer-requests.ts';
import { openFileReader } from '../../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../../workbook/score-sheet/read-score-sheet.ts';
import { tellNoRoom } from '../../worker/out-of-memory.ts';
import type { DroppedFile, FileFolder } from './file-folder.ts';
import { openAhead, readDroppedFile, type OpenedFile } from './read-dropped-file.ts';

/** The name of a worker that is to be a reader. */
const READER = 'reader';

/** As many as the machine runs at once, and no more than a small one has room for. */
export function countReaders(): number {
  return Math.min(4, Math.max(2, navigator.hardwareConcurrency));
}

/**
 * @param script of the worker that starts them, where its address is no way to it: in a page from a disk no worker may use an address that the page
 * made
 */
export function readerStarter(folder: FileFolder, data: ReaderData, script: Blob | null): StartReader {
  return ({ onMessage, onFailure }) => {
    const address = script ? URL.createObjectURL(script) : self.location.href;
    const worker = new Worker(address, { name: READER });
    worker.onmessage = (event: MessageEvent<ReaderMessage>) => {
      onMessage(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const cause = new Error(event.message);
      onFailure({ kind: tellNoRoom(cause) === null ? 'crashed' : 'out-of-memory', cause });
    };
    worker.onmessageerror = () => {
      onFailure({ kind: 'crashed', cause: new Error('a message cannot be read') });
    };
    worker.postMessage(data);
    return {
      ask: (files) => {
        const dropped = files.map(({ path, location }): DroppedFile => {
          const file = folder.files.get(location);
          // Answers are told apart by their order alone: one left out would be taken for another.
          if (!file) throw new Error('a reader is asked for a file that was not dropped');
          return { path, file };
        });
        worker.postMessage(dropped);
      },
      end: () => {
        worker.onmessage = null;
        worker.onerror = null;
        worker.onmessageerror = null;
        worker.terminate();
        if (script) URL.revokeObjectURL(address);
        return Promise.resolve();
      },
    };
  };
}

/** What is used of a worker's global scope, which the page's types do not know. */
interface ReaderScope {
  readonly name: string;
  postMessage(message: ReaderMessage): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
}

/** Whether this worker is a reader; then it answers as one from now on. */
export function serveAsReader(): boolean {
  const scope = self as unknown as ReaderScope;
  if (scope.name !== READER) return false;
  scope.onmessage = ({ data }) => {
    if (!isReaderData(data)) throw new Error('a reader is told first what it reads by');
    const read = openFileReader(openScoreSheetReader(data.layout, data.blank), data.form, () => {
      scope.postMessage(ALIVE);
    });
    const answer = answerRequests(
      (file: OpenedFile) => readDroppedFile(file, read),
      (readings) => {
        scope.postMessage(readings);
      },
    );
    scope.onmessage = (event) => {
      answer((event.data as readonly DroppedFile[]).map(openAhead)).catch((error: unknown) => {
        // A rejection is not heard outside; an error is.
        queueMicrotask(() => {
          throw error;
        });
      });
    };
    scope.postMessage(READY);
  };
  return true;
}
