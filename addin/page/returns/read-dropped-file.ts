/** One returned file as a browser holds it. */
import { sha256 as ofPieces } from '@noble/hashes/sha2.js';
import { readReturnFile, reportUnreadable } from '../../../jobs/collect/read-return-file.ts';
import type { FileReading } from '../../../jobs/collect/read-returns.ts';
import { sha256, toHex } from '../../../jobs/sha-256.ts';
import type { ReadReturnedFile } from '../../../workbook/score-sheet/read-returned-file.ts';
import type { DroppedFile } from './file-folder.ts';
import { UNREADABLE } from './list-places.ts';

const PIECE = 4 * 1024 * 1024;

/** A file whose bytes may be on their way. */
export interface OpenedFile extends DroppedFile {
  readonly bytes: Promise<Uint8Array> | null;
}

/** Larger ones are read when it is their turn: many at once would fill the memory. */
const SMALL = 256 * 1024;

/** Asks for the bytes of a small file at once: a browser takes as long to bring them as they take to be read. */
export function openAhead({ path, file }: DroppedFile): OpenedFile {
  const bytes = file.size <= SMALL ? readBytes(file) : null;
  // What went wrong is told when it is the file's turn.
  bytes?.catch(() => undefined);
  return { path, file, bytes };
}

/** Reads a file, or says why it cannot be read. */
export async function readDroppedFile({ path, file, bytes }: OpenedFile, read: ReadReturnedFile): Promise<FileReading> {
  const open = {
    size: file.size,
    changedAt: file.lastModified,
    readStart: (length: number) => readBytes(file.slice(0, length)),
    readAll: () => bytes ?? readBytes(file),
    hashPieces: () => hashPieces(file),
  };
  try {
    return await readReturnFile(path, open, read, hashBytes);
  } catch (error) {
    if (error instanceof DOMException) return reportUnreadable(path, UNREADABLE);
    throw error;
  }
}

/** The engine hashes apart from this thread, and to ask it takes several times as long as to hash a score sheet. */
function hashBytes(bytes: Uint8Array): string | Promise<string> {
  return bytes.length <= SMALL ? toHex(ofPieces(bytes)) : sha256(bytes);
}

/** The SHA-256 of a file whose reader failed; empty when it cannot be read. */
export async function hashDropped(file: File): Promise<string> {
  try {
    return await hashPieces(file);
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}

/** Piece by piece: the browser itself hashes only what it holds whole, and a film that somebody has sent is larger than that. */
async function hashPieces(file: File): Promise<string> {
  const hash = ofPieces.create();
  for (let at = 0; at < file.size; at += PIECE) hash.update(await readBytes(file.slice(at, at + PIECE)));
  return toHex(hash.digest());
}

async function readBytes(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
