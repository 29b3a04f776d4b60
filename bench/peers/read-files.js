/**
 * `node read-files.js HOW FOLDER THREADS EVERY`: reads one in EVERY workbooks below a folder. HOW says how far: `disk`, `hash` (SHA-256 too), `unzip` (and
 * every part unpacked), `exceljs` (loaded with exceljs, neither hashed nor checked).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';

/** Loaded only where it is used, as it takes longer than a start-up. */
const loadExceljs = () => import('exceljs');

const STEPS = {
  disk: async () => (bytes) => bytes.length,
  hash: async () => hash,
  unzip: async () => (bytes) => [hash(bytes), unzip(bytes)],
  exceljs: async () => {
    const { default: ExcelJS } = await loadExceljs();
    return (bytes) => new ExcelJS.Workbook().xlsx.load(bytes);
  },
};

if (isMainThread) {
  const [, , how, folder, threads, every] = process.argv;
  const workbooks = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.xlsx'));
  const paths = workbooks.sort().filter((_, index) => index % Number(every) === 0);
  const next = new Int32Array(new SharedArrayBuffer(4));
  for (let thread = 0; thread < Number(threads); thread += 1) {
    new Worker(new URL(import.meta.url), { workerData: { how, folder, paths, next } });
  }
} else {
  const { how, folder, paths, next } = workerData;
  const read = await STEPS[how]();
  for (let at = Atomics.add(next, 0, 1); at < paths.length; at = Atomics.add(next, 0, 1)) {
    await read(readFileSync(join(folder, paths[at])));
  }
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Every entry of the zip's directory, unpacked; the files are our own, so nothing is checked. */
function unzip(bytes) {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const parts = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((field, index) =>
      index === 0 ? bytes.readUInt32LE(at + field) : bytes.readUInt16LE(at + field),
    );
    const header = bytes.readUInt32LE(at + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const data = bytes.subarray(start, start + packed);
    parts.push(bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return parts;
}
