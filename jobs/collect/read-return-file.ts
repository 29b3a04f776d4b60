/** One returned file, from wherever it stands: its hash, and what the reader makes of it. */
import { IntakeError } from '../../ooxml/errors.ts';
import { sniffFormat } from '../../ooxml/read/sniff-format.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { ReadReturnedFile } from '../../workbook/score-sheet/read-returned-file.ts';
import { ARCHIVE_LIMITS, SCORE_SHEET_LIMITS } from '../../workbook/score-sheet/score-sheet-limits.ts';
import { tellUserFault } from '../../workbook/user-fault.ts';
import { nameHash, type FileReading, type NominationReading, type ReturnReading } from './read-returns.ts';

/** A returned file that is open. */
interface OpenReturn {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** Its first bytes; fewer where it has no more. */
  readonly readStart: (length: number) => Uint8Array | Promise<Uint8Array>;
  readonly readAll: () => Uint8Array | Promise<Uint8Array>;
  /** The SHA-256 of all of it, which is never held whole. */
  readonly hashPieces: () => string | Promise<string>;
}

type HashBytes = (bytes: Uint8Array) => string | Promise<string>;

const START = 1024 * 1024;

/** Reads a file. Larger ones than the guard admits are hashed piece by piece and never held. */
export async function readReturnFile(
  shownPath: string,
  file: OpenReturn,
  read: ReadReturnedFile,
  hashBytes: HashBytes,
): Promise<FileReading> {
  const name = nameInMessages(shownPath);
  const { size, changedAt } = file;
  if (size > SCORE_SHEET_LIMITS.fileBytes) {
    const start = await file.readStart(START);
    if (size > mostBytes(start)) {
      const outcome = rejectLarge(start, name, size);
      return single({ sha256: await file.hashPieces(), changedAt, outcome });
    }
  }
  const { returns, nominations, ignored } = await read(await file.readAll(), name);
  const readings = returns.map(async ({ inside, sheet, bytes, savedAt, outcome }): Promise<ReturnReading> => {
    return { inside, sha256: nameHash(await hashBytes(bytes), sheet), savedAt, changedAt, outcome };
  });
  const lists = nominations.map(async ({ inside, bytes, savedAt, outcome }): Promise<NominationReading> => {
    return { inside, sha256: await hashBytes(bytes), savedAt, changedAt, outcome };
  });
  return { returns: await Promise.all(readings), nominations: await Promise.all(lists), ignored };
}

/** Messages go to the unit as well, and name its file and not the folders of whoever collects. */
export function nameInMessages(shownPath: string): string {
  return shownPath.split('/').at(-1) ?? shownPath;
}

/** A zip may hold many files; what it is shows when it is opened. */
function mostBytes(start: Uint8Array): number {
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  return isZip ? ARCHIVE_LIMITS.fileBytes : SCORE_SHEET_LIMITS.fileBytes;
}

/** What can be told by the first bytes is told, also of a large file. */
function rejectLarge(start: Uint8Array, name: string, size: number): ReadOutcome {
  const { kind, detail } = sniffFormat(start, name);
  const isOther = kind === 'archive' || kind === 'pdf' || kind === 'picture' || kind === 'mail';
  const error = isOther
    ? new IntakeError(kind, name, detail)
    : new IntakeError('too-large', name, `${Math.ceil(size / 1024 / 1024)} MB`);
  const faults = [{ code: error.code, cell: null, message: tellUserFault(error) ?? '', isForUnit: true }];
  return { kind: 'rejected', faults, unitNumber: null };
}

/** @param why in a few words: `EACCES`, `已被移走` */
export function reportUnreadable(shownPath: string, why: string): FileReading {
  const name = nameInMessages(shownPath);
  // A name in another code page cannot be written as text, nor opened by what is left of it.
  const isMangled = name.includes('\ufffd');
  const message = isMangled
    ? `文件${quoteForUser(name)}的名称不是 UTF-8 编码（多半是 GBK），本机按名称打不开，请把文件改名后重新汇总。`
    : `文件${quoteForUser(name)}打不开（${why}），请检查文件和读取权限后重试。`;
  const faults = [{ code: isMangled ? 'name-not-utf8' : 'unreadable-file', cell: null, message }];
  return single({ sha256: '', changedAt: 0, outcome: { kind: 'rejected', faults, unitNumber: null } });
}

function single(reading: Pick<ReturnReading, 'sha256' | 'changedAt' | 'outcome'>): FileReading {
  return { returns: [{ inside: '', savedAt: null, ...reading }], nominations: [], ignored: [] };
}
