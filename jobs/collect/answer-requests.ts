/** A reader from inside: what it is asked it reads in order, and hands over together what was read within a moment. */
import { packReading, type PackedReading } from './reader-messages.ts';
import type { FileReading } from './read-returns.ts';

/** Milliseconds after which what has been read is handed over: the pool counts the time of each file from the last answer. */
const MOST_KEPT = 100;

/**
 * @param read one file
 * @param post hands over to the pool
 * @returns takes a request; ends when it is answered, or with what the reading of a file threw
 */
export function answerRequests<File>(
  read: (file: File) => Promise<FileReading>,
  post: (readings: readonly PackedReading[]) => void,
): (request: readonly File[]) => Promise<void> {
  // One request after another: a file may have to wait for the reader of its format.
  let last = Promise.resolve();
  return (request) => {
    last = last.then(() => answer(request));
    return last;
  };

  async function answer(request: readonly File[]): Promise<void> {
    let readings: PackedReading[] = [];
    let since = performance.now();
    for (const file of request) {
      readings.push(packReading(await read(file)));
      if (performance.now() - since < MOST_KEPT) continue;
      post(readings);
      readings = [];
      since = performance.now();
    }
    if (readings.length > 0) post(readings);
  }
}
