/** Reads the bytes of a returned file: score sheets, one or several in a workbook, a list of nominations, or a zip of such files. */
import { IntakeError, type IntakeCode } from '../../ooxml/errors.ts';
import { openOneOfMany } from '../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../ooxml/read/part-memory.ts';
import { sniffFormat, sniffZip } from '../../ooxml/read/sniff-format.ts';
import { FILE_NAMES, peekNames } from '../../ooxml/zip/zip-names.ts';
import type { EntryRefusal } from '../../ooxml/zip/zip-directory.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { whyIgnored } from '../../rules/tally/ignored-name.ts';
import type { ReturnedListFile } from '../../rules/opinions/returned-opinions.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { findOtherFormat, openOtherFormat } from '../formats/open-any-workbook.ts';
import { readNominations, type NominationForm } from '../outgoing/read-outgoing.ts';
import { readOpinions } from '../opinions/read-opinions.ts';
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

/** A list of nominations, or of opinions on them. */
interface FoundList extends Pick<FoundReturn, 'inside' | 'bytes' | 'savedAt'> {
  readonly outcome: ReturnedListFile['outcome'];
}

/** What one file holds: at least one return or list. */
interface FoundReturns {
  readonly returns: readonly FoundReturn[];
  readonly nominations: readonly FoundList[];
  /** Entries of a zip that nobody need read, and why. */
  readonly ignored: readonly { readonly inside: string; readonly why: string }[];
}

export type ReadReturnedFile = (bytes: Uint8Array, fileName: string) => Promise<FoundReturns>;

/** What an entry is turned away as while the others are read. */
const ENTRY_CODES: Record<EntryRefusal['code'], IntakeCode> = {
  'bad-name': 'archive-entry-name',
  'bad-ratio': 'bad-ratio',
  'duplicate-name': 'archive-entry-twice',
  encrypted: 'archive-entry-encrypted',
  'too-large': 'too-large',
  'unsupported-zip': 'archive-entry-method',
};

/** A zip may hold zips, and these hold none. */
const DEEPEST = 2;

/**
 * A reader for thousands of files. What the guard turns away is rejected with its code.
 * @param form of nominations; null where the scheme has none
 * @param onEntry after each file of an archive, which may hold thousands itself
 */
export function openFileReader(
  read: ReadScoreSheets,
  form: NominationForm | null = null,
  onEntry: () => void = () => undefined,
): ReadReturnedFile {
  const memory = new PartMemory(SCORE_SHEET_LIMITS);
  return async (bytes, fileName) => {
    const found: MutableReturns = { returns: [], nominations: [], ignored: [] };
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
      const opinions = form?.opinions ? readOpinions(workbook, form.opinions) : null;
      const nominations = opinions ?? (form && readNominations(workbook, form));
      if (nominations) {
        found.nominations.push({ inside, bytes, savedAt, outcome: nominations });
        return;
      }
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
    const files = zip.names().filter((each) => !each.endsWith('/'));
    if (files.length === 0) throw new IntakeError('archive-empty', fileName);
    refuseWhole(zip, files);
    rest.bytes -= zip.unpackedBytes;
    rest.entries -= zip.names().length;
    for (const name of files.sort()) {
      const within = `${inside}/${name}`;
      const why = whyEntryIgnored(zip, name);
      if (why !== null) found.ignored.push({ inside: within, why });
      else {
        const entry = { fileName: `${fileName}/${name}`, inside: within, depth: depth + 1 };
        await readEntry(found, { zip, name }, entry, rest);
        onEntry();
      }
    }
  }

  async function readEntry(
    found: MutableReturns,
    { zip, name }: { readonly zip: ZipReader; readonly name: string },
    file: Omit<PackedFile, 'bytes'>,
    rest: Rest,
  ): Promise<void> {
    try {
      const refusal = zip.refusalOf(name);
      if (refusal) throw new IntakeError(ENTRY_CODES[refusal.code], file.fileName, refusal.detail);
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
  readonly nominations: FoundList[];
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

/** Where every file has a password the archive has one: it is said once. @throws {IntakeError} */
function refuseWhole(zip: ZipReader, files: readonly string[]): void {
  if (files.every((name) => zip.refusalOf(name)?.code === 'encrypted')) {
    throw new IntakeError('archive-encrypted', zip.fileName);
  }
}

/** What climbs out of the archive is not hidden, whatever its name begins with. */
function whyEntryIgnored(zip: ZipReader, name: string): string | null {
  if (zip.refusalOf(name)?.code === 'bad-name') return null;
  const why = name.split('/').map(whyIgnored);
  return why.find((each) => each !== null) ?? null;
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
