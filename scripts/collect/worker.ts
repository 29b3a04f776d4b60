/** Entry point of the threads that read returned files. What a file does to its reader stays in here. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openFileReader } from '../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';
import { isReaderData } from '../../jobs/collect/read-returns.ts';
import { packReading, READY, type PackedReading, type ReadingRequest } from '../../jobs/collect/reader-messages.ts';
import { readFile } from './read-file.ts';

/** Milliseconds after which what has been read is handed over: the pool counts the time of each file from the last answer. */
const MOST_KEPT = 100;

const data: unknown = workerData;
if (!parentPort || !isReaderData(data)) throw new Error('this is the entry point of a thread that the pool starts');
answer(parentPort, openFileReader(openScoreSheetReader(data.layout, data.blank)));

function answer(port: MessagePort, read: ReturnType<typeof openFileReader>): void {
  // One request after another: a file may have to wait for the reader of its format.
  let last = Promise.resolve();
  port.postMessage(READY);
  port.on('message', (request: ReadingRequest) => {
    last = last.then(() => answerRequest(port, read, request));
  });
}

async function answerRequest(
  port: MessagePort,
  read: ReturnType<typeof openFileReader>,
  request: ReadingRequest,
): Promise<void> {
  let readings: PackedReading[] = [];
  let since = performance.now();
  for (const { location, path } of request) {
    readings.push(packReading(await readFile(location, path, read)));
    if (performance.now() - since < MOST_KEPT) continue;
    port.postMessage(readings);
    readings = [];
    since = performance.now();
  }
  if (readings.length > 0) port.postMessage(readings);
}
