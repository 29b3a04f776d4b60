/** One returned file from the disk. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { FoundFile } from '../../jobs/collect/find-files.ts';
import { readReturnFile, reportUnreadable } from '../../jobs/collect/read-return-file.ts';
import type { FileReading } from '../../jobs/collect/read-returns.ts';
import type { ReadReturnedFile } from '../../workbook/score-sheet/read-returned-file.ts';

const CHUNK = 1024 * 1024;

/** Reads a file, or says why it cannot be read. */
export async function readFile({ location, path }: FoundFile, read: ReadReturnedFile): Promise<FileReading> {
  let handle: number;
  try {
    handle = openSync(location, 'r');
  } catch (error) {
    return reportUnreadable(path, nameFault(error));
  }
  try {
    const { size, mtimeMs } = fstatSync(handle);
    const file = {
      size,
      changedAt: Math.floor(mtimeMs),
      readStart: (length: number) => readBytes(handle, Math.min(length, size)),
      readAll: () => readBytes(handle, size),
      hashPieces: () => hashPieces(handle),
    };
    return await readReturnFile(path, file, read, hashBytes);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return reportUnreadable(path, nameFault(error));
    throw error;
  } finally {
    closeSync(handle);
  }
}

function nameFault(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '读取失败';
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The SHA-256 of a file whose reader failed; empty when it cannot be read. */
export async function hashFile({ location }: FoundFile): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(location)) hash.update(piece as Uint8Array);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return '';
    throw error;
  }
  return hash.digest('hex');
}

function readBytes(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const count = readSync(handle, bytes, at, size - at, at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

function hashPieces(handle: number): string {
  const hash = createHash('sha256');
  const piece = new Uint8Array(CHUNK);
  let at = 0;
  for (let count = readSync(handle, piece, 0, CHUNK, at); count > 0; count = readSync(handle, piece, 0, CHUNK, at)) {
    hash.update(piece.subarray(0, count));
    at += count;
  }
  return hash.digest('hex');
}
