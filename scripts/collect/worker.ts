/** Entry point of the threads that read returned files. What a file does to its reader stays in here. */
import { parentPort, workerData } from 'node:worker_threads';
import { openFileReader, openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { readFile } from './read-file.ts';
import { packReading, READY, type FileRequest } from '../../jobs/collect/reader-messages.ts';
import type { ReaderData } from '../../jobs/collect/read-returns.ts';

const port = parentPort;
if (!port) throw new Error('this is the entry point of a worker thread');
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- node types it as any; the pool, which starts this, types it
const data: ReaderData = workerData;
const read = openFileReader(openScoreSheetReader(data.layout satisfies ScoreSheetLayout, data.blank));

port.postMessage(READY);
port.on('message', ({ location, path }: FileRequest) => {
  port.postMessage(packReading(readFile(location, path, read)));
});
