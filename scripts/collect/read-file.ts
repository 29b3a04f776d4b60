/** One returned file from the disk: its hash, and what the reader makes of it. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { FileReading } from '../../jobs/collect/read-returns.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { IntakeError } from '../../ooxml/errors.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { ReadReturnedFile } from '../../workbook/score-sheet/read-score-sheet.ts';
import { SCORE_SHEET_LIMITS } from '../../workbook/score-sheet/score-sheet-limits.ts';

const CHUNK = 1024 * 1024;

/** Reads a file. Larger ones than the guard admits are hashed piece by piece and never held. */
export function readFile(fullPath: string, shownPath: string, read: ReadReturnedFile): FileReading {
  let handle: number;
  try {
    handle = openSync(fullPath, 'r');
  } catch (error) {
    return unreadable(shownPath, error);
  }
  try {
    const { size, mtimeMs } = fstatSync(handle);
    const changedAt = Math.floor(mtimeMs);
    if (size > SCORE_SHEET_LIMITS.fileBytes) {
      const detail = `${Math.ceil(size / 1024 / 1024)} MB`;
      return {
        sha256: hashPieces(handle),
        savedAt: null,
        changedAt,
        outcome: reject(new IntakeError('too-large', shownPath, detail)),
      };
    }
    const bytes = readAll(handle, size);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, changedAt, ...read(bytes, shownPath) };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return unreadable(shownPath, error);
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** The SHA-256 of a file whose reader failed; empty when it cannot be read. */
export async function hashFile(fullPath: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(fullPath)) hash.update(piece as Uint8Array);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return '';
    throw error;
  }
  return hash.digest('hex');
}

function readAll(handle: number, size: number): Uint8Array {
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
  for (let count = readSync(handle, piece); count > 0; count = readSync(handle, piece)) {
    hash.update(piece.subarray(0, count));
  }
  return hash.digest('hex');
}

function reject(error: IntakeError): ReadOutcome {
  return { kind: 'rejected', faults: [{ code: error.code, cell: null, message: error.message }], unitNumber: null };
}

function unreadable(shownPath: string, error: unknown): FileReading {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '读取失败';
  const message = `文件${quoteForUser(shownPath)}打不开（${code}），请检查文件和读取权限后重试。`;
  const outcome: ReadOutcome = {
    kind: 'rejected',
    faults: [{ code: 'unreadable-file', cell: null, message }],
    unitNumber: null,
  };
  return { sha256: '', savedAt: null, changedAt: 0, outcome };
}
