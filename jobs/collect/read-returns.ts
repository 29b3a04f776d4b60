/** The worker port: returned files are read away from the job, because one of them may hang or crash its reader. */
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { FoundFile } from './find-files.ts';

/** What a reader of score sheets has to know. */
export interface ReaderData {
  readonly layout: ScoreSheetLayout;
  /** Fingerprint of the blank sheet. */
  readonly blank: string;
}

/** Tells what a reader was given from anything else; its parts are those of the one who gave it. */
export function isReaderData(data: unknown): data is ReaderData {
  if (typeof data !== 'object' || data === null || !('layout' in data) || !('blank' in data)) return false;
  const { layout, blank } = data;
  return typeof blank === 'string' && typeof layout === 'object' && layout !== null && 'cells' in layout;
}

/**
 * Reads every file; a file that cannot be read is a rejected one.
 * @param onProgress called with the number of files done
 * @returns one result for each file, in their order
 */
export type ReadReturns = (
  files: readonly FoundFile[],
  data: ReaderData,
  onProgress: (done: number) => void,
  signal: AbortSignal,
) => Promise<ReturnedFile[]>;

/** What one file gives; the path is known to who asked. */
export type FileReading = Omit<ReturnedFile, 'path'>;
