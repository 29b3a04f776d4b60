/** The worker port: returned files are read away from the job, because one of them may hang or crash its reader. */
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import type { ReturnedListFile } from '../../rules/opinions/returned-opinions.ts';
import type { NominationForm } from '../../workbook/outgoing/read-outgoing.ts';
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';
import type { FoundFile } from './find-files.ts';

/** What a reader of returned files has to know. */
export interface ReaderData {
  readonly layout: ScoreSheetLayout;
  /** Fingerprint of the blank sheet. */
  readonly blank: string;
  /** Null where the scheme gives no places to districts. */
  readonly form: NominationForm | null;
}

/** Tells what a reader was given from anything else; its parts are those of the one who gave it. */
export function isReaderData(data: unknown): data is ReaderData {
  if (typeof data !== 'object' || data === null) return false;
  if (!('layout' in data) || !('blank' in data) || !('form' in data)) return false;
  const { layout, blank, form } = data;
  const isLayout = typeof layout === 'object' && layout !== null && 'cells' in layout;
  const isForm = form === null || (typeof form === 'object' && 'inputs' in form);
  return typeof blank === 'string' && isLayout && isForm;
}

/** What stands in the files; nothing that came in is in none of the lists. */
export interface ReadFiles {
  readonly files: readonly ReturnedFile[];
  /** Lists of nominations, and of opinions on them. */
  readonly nominations: readonly ReturnedListFile[];
  readonly ignored: readonly IgnoredEntry[];
}

/**
 * Reads every file; a file that cannot be read is a rejected one.
 * @param onProgress called with the number of files done
 * @returns at least one result for each file, or what is ignored in it, in their order
 */
export type ReadReturns = (
  files: readonly FoundFile[],
  data: ReaderData,
  onProgress: (done: number) => void,
  signal: AbortSignal,
) => Promise<ReadFiles>;

/** One return in a file. */
export interface ReturnReading extends Omit<ReturnedFile, 'path'> {
  /** Behind the file's path, which is known to who asked; mostly empty. */
  readonly inside: string;
}

/** One list in a file: of nominations, or of opinions on them. */
export interface NominationReading extends Omit<ReturnedListFile, 'path'> {
  /** As of a return. */
  readonly inside: string;
}

/** What one file gives. */
export interface FileReading {
  readonly returns: readonly ReturnReading[];
  readonly nominations: readonly NominationReading[];
  readonly ignored: readonly { readonly inside: string; readonly why: string }[];
}

/** The SHA-256 that stands for a return: that of its workbook, and of one sheet among several its name as well. */
export function nameHash(sha256: string, sheet: string): string {
  return sheet === '' ? sha256 : `${sha256}#${sheet}`;
}
