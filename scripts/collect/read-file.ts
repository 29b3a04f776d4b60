/** One returned file from the disk: its hash, and what the reader makes of it. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { nameHash, type FileReading, type ReturnReading } from '../../jobs/collect/read-returns.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { IntakeError } from '../../ooxml/errors.ts';
import { sniffFormat } from '../../ooxml/read/sniff-format.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { ReadReturnedFile } from '../../workbook/score-sheet/read-returned-file.ts';
import { ARCHIVE_LIMITS, SCORE_SHEET_LIMITS } from '../../workbook/score-sheet/score-sheet-limits.ts';

const CHUNK = 1024 * 1024;

/** Reads a file. Larger ones than the guard admits are hashed piece by piece and never held. */
export async function readFile(fullPath: string, shownPath: string, read: ReadReturnedFile): Promise<FileReading> {
  // Messages go to the unit as well, and name its file and not the folders of whoever collects.
  const name = shownPath.split('/').at(-1) ?? shownPath;
  let handle: number;
  try {
    handle = openSync(fullPath, 'r');
  } catch (error) {
    return unreadable(name, error);
  }
  try {
    const { size, mtimeMs } = fstatSync(handle);
    const changedAt = Math.floor(mtimeMs);
    if (size > mostBytes(handle)) {
      return single({ sha256: hashPieces(handle), changedAt, outcome: rejectLarge(handle, name, size) });
    }
    const bytes = readAll(handle, size);
    const { returns, ignored } = await read(bytes, name);
    return {
      returns: returns.map(({ inside, sheet, bytes: own, savedAt, outcome }) => {
        return { inside, sha256: nameHash(hashBytes(own), sheet), savedAt, changedAt, outcome };
      }),
      ignored,
    };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return unreadable(name, error);
    throw error;
  } finally {
    closeSync(handle);
  }
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A zip may hold many files; what it is shows when it is opened. */
function mostBytes(handle: number): number {
  const start = new Uint8Array(2);
  readSync(handle, start, 0, 2, 0);
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  return isZip ? ARCHIVE_LIMITS.fileBytes : SCORE_SHEET_LIMITS.fileBytes;
}

/** What can be told by the first bytes is told, also of a large file. */
function rejectLarge(handle: number, name: string, size: number): ReadOutcome {
  const start = new Uint8Array(CHUNK);
  readSync(handle, start, 0, CHUNK, 0);
  const { kind, detail } = sniffFormat(start, name);
  const isOther = kind === 'archive' || kind === 'pdf' || kind === 'picture' || kind === 'mail';
  return reject(
    isOther
      ? new IntakeError(kind, name, detail)
      : new IntakeError('too-large', name, `${Math.ceil(size / 1024 / 1024)} MB`),
  );
}

function single(reading: Pick<ReturnReading, 'sha256' | 'changedAt' | 'outcome'>): FileReading {
  return { returns: [{ inside: '', savedAt: null, ...reading }], ignored: [] };
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
  const faults = [{ code: error.code, cell: null, message: error.message, isForUnit: true }];
  return { kind: 'rejected', faults, unitNumber: null };
}

function unreadable(name: string, error: unknown): FileReading {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '读取失败';
  // A name in another code page cannot be written as text, nor opened by what is left of it.
  const isMangled = name.includes('\ufffd');
  const message = isMangled
    ? `文件${quoteForUser(name)}的名称不是 UTF-8 编码（多半是 GBK），本机按名称打不开，请把文件改名后重新汇总。`
    : `文件${quoteForUser(name)}打不开（${code}），请检查文件和读取权限后重试。`;
  const faults = [{ code: isMangled ? 'name-not-utf8' : 'unreadable-file', cell: null, message }];
  return single({ sha256: '', changedAt: 0, outcome: { kind: 'rejected', faults, unitNumber: null } });
}
