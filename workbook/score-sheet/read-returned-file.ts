/** Reads the bytes of a returned file: one sheet, several in one workbook, or a zip of such files. */
import { IntakeError } from '../../ooxml/errors.ts';
import { openOneOfMany } from '../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../ooxml/read/part-memory.ts';
import { sniffFormat, sniffZip } from '../../ooxml/read/sniff-format.ts';
import { FILE_NAMES, peekNames } from '../../ooxml/zip/zip-names.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { whyIgnored } from '../../rules/tally/ignored-name.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { findOtherFormat, openOtherFormat } from '../formats/open-any-workbook.ts';
import { tellUserFault } from '../user-fault.ts';
import type { ReadScoreSheets } from './read-score-sheet.ts';
import { ARCHIVE_LIMITS, SCORE_SHEET_LIMITS } from './score-sheet-limits.ts';

/** One return. */
interface FoundReturn {
  /** Behind the file's own name: `/甲.xlsx` in a zip, `［甲］` for a sheet among several; else empty. */
  readonly inside: string;
  /** The sheet's name where a workbook holds several; else empty. */
  readonly sheet: string;
  /** Of the workbook that holds it. */
  readonly bytes: Uint8Array;
  readonly savedAt: string | null;
  readonly outcome: ReadOutcome;
}

/** What one file holds: at least one return. */
interface FoundReturns {
  readonly returns: readonly FoundReturn[];
  /** Entries of a zip that nobody need read, and why. */
  readonly ignored: readonly { readonly inside: string; readonly why: string }[];
}

export type ReadReturnedFile = (bytes: Uint8Array, fileName: string) => Promise<FoundReturns>;

/** A zip may hold zips, and these hold none. */
const DEEPEST = 2;

/** A reader for thousands of files. What the guard turns away is rejected with its code. */
export function openFileReader(read: ReadScoreSheets): ReadReturnedFile {
  const memory = new PartMemory(SCORE_SHEET_LIMITS);
  return async (bytes, fileName) => {
    const found: MutableReturns = { returns: [], ignored: [] };
    const rest = { bytes: ARCHIVE_LIMITS.unpackedBytes, entries: ARCHIVE_LIMITS.entries };
    await readInto(found, { bytes, fileName, inside: '', depth: 1 }, rest);
    return found;
  };

  async function readInto(found: MutableReturns, file: PackedFile, rest: Rest): Promise<void> {
    const { bytes, fileName, inside, depth } = file;
    try {
      if (isArchive(bytes, fileName)) {
        if (depth > DEEPEST) throw new IntakeError('archive-nested', fileName);
        await readArchive(found, file, rest);
        return;
      }
      const format = findOtherFormat(bytes, fileName);
      const workbook =
        format === null
          ? openOneOfMany(bytes, fileName, memory)
          : await openOtherFormat(bytes, fileName, format, SCORE_SHEET_LIMITS);
      const savedAt = workbook.readSavedTime();
      for (const { sheet, outcome } of read(workbook)) {
        found.returns.push({ inside: sheet === '' ? inside : `${inside}［${sheet}］`, sheet, bytes, savedAt, outcome });
      }
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      found.returns.push({ inside, sheet: '', bytes, savedAt: null, outcome: reject(error) });
    }
  }

  /** Every entry as if it had been sent by itself. What all of them claim is known before one is unpacked. */
  async function readArchive(found: MutableReturns, file: PackedFile, rest: Rest): Promise<void> {
    const { bytes, fileName, inside, depth } = file;
    const zip = new ZipReader(
      bytes,
      fileName,
      { ...ARCHIVE_LIMITS, unpackedBytes: rest.bytes, entries: rest.entries },
      FILE_NAMES,
    );
    const names = zip.names();
    rest.bytes -= zip.unpackedBytes;
    rest.entries -= names.length;
    let held = 0;
    for (const name of names.filter((each) => !each.endsWith('/')).sort()) {
      held += 1;
      const within = `${inside}/${name}`;
      const why =
        name
          .split('/')
          .map(whyIgnored)
          .find((each) => each !== null) ?? null;
      if (why !== null) found.ignored.push({ inside: within, why });
      else {
        const entry = { fileName: `${fileName}/${name}`, inside: within, depth: depth + 1 };
        await readEntry(found, { zip, name }, entry, rest);
      }
    }
    if (held === 0) throw new IntakeError('archive-empty', fileName);
  }

  async function readEntry(
    found: MutableReturns,
    { zip, name }: { readonly zip: ZipReader; readonly name: string },
    file: Omit<PackedFile, 'bytes'>,
    rest: Rest,
  ): Promise<void> {
    try {
      await readInto(found, { ...file, bytes: zip.read(name) }, rest);
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      found.returns.push({
        inside: file.inside,
        sheet: '',
        bytes: new Uint8Array(),
        savedAt: null,
        outcome: reject(error),
      });
    }
  }
}

interface MutableReturns {
  readonly returns: FoundReturn[];
  readonly ignored: { inside: string; why: string }[];
}

interface PackedFile {
  readonly bytes: Uint8Array;
  /** As shown to people, with the archive around it. */
  readonly fileName: string;
  readonly inside: string;
  /** 1 for a file of the folder, one more in each archive. */
  readonly depth: number;
}

/** What the archives of one file may still give. */
interface Rest {
  bytes: number;
  entries: number;
}

function isArchive(bytes: Uint8Array, fileName: string): boolean {
  if (sniffFormat(bytes, fileName).kind !== 'zip') return false;
  const names = peekNames(bytes);
  return names.length > 0 && sniffZip(names)?.kind === 'archive';
}

function reject(error: IntakeError): ReadOutcome {
  const faults = [{ code: error.code, cell: null, message: tellUserFault(error) ?? '', isForUnit: true }];
  return { kind: 'rejected', faults, unitNumber: null };
}
