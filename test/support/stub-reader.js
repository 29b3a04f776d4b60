/** A reader for the pool's tests: what it does to itself stands in the file's name. */
import { parentPort } from 'node:worker_threads';

parentPort.postMessage('ready');
parentPort.on('message', ({ path }) => {
  if (path.startsWith('hang')) for (;;);
  if (path.startsWith('throw')) throw new TypeError('stub');
  if (path.startsWith('exit')) process.exit(7);
  if (path.startsWith('fill')) {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(path + kept.length));
  }
  parentPort.postMessage({
    sha256: path,
    savedAt: null,
    changedAt: 0,
    outcome: { kind: 'rejected', faults: [], unitNumber: path },
  });
});
