/** Entry point of the threads that read returned files. What a file does to its reader stays in here. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerRequests } from '../../jobs/collect/answer-requests.ts';
import { isReaderData } from '../../jobs/collect/read-returns.ts';
import { ALIVE, READY, type ReadingRequest } from '../../jobs/collect/reader-messages.ts';
import { openFileReader } from '../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';
import { readFile } from './read-file.ts';

const port = parentPort;
const data: unknown = workerData;
if (!port || !isReaderData(data)) throw new Error('this is the entry point of a thread that the pool starts');
const read = openFileReader(openScoreSheetReader(data.layout, data.blank), data.form, () => {
  port.postMessage(ALIVE);
});
const answer = answerRequests(
  (file: ReadingRequest[number]) => readFile(file, read),
  (readings) => {
    port.postMessage(readings);
  },
);
port.postMessage(READY);
port.on('message', (request: ReadingRequest) => {
  void answer(request);
});
