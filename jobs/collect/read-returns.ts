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
