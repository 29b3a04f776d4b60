/** A reader for the pool's tests: what it does to itself stands in the file's name. */
import { parentPort } from 'node:worker_threads';

const SLOW_MS = 300;

parentPort.postMessage('ready');
parentPort.on('message', (files) => {
  let readings = [];
  for (const { path } of files) {
    readings.push(read(path));
    if (!path.startsWith('at once')) continue;
    parentPort.postMessage(readings);
    readings = [];
  }
  if (readings.length > 0) parentPort.postMessage(readings);
});

function read(path) {
  if (path.startsWith('slow')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SLOW_MS);
  if (path.startsWith('archive')) {
    for (let entry = 0; entry < 10; entry += 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SLOW_MS);
      parentPort.postMessage('alive');
    }
  }
  if (path.startsWith('hang')) for (;;);
  if (path.startsWith('throw')) throw new TypeError('stub');
  if (path.startsWith('exit')) process.exit(7);
  if (path.startsWith('fill')) {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(path + kept.length));
  }
  const outcome = { kind: 'rejected', faults: [], unitNumber: path };
  return {
    returns: [{ inside: '', sha256: path, savedAt: null, changedAt: 0, outcome }],
    nominations: [],
    ignored: [],
  };
}
