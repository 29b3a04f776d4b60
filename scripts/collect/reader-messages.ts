/** What passes between the pool and its readers. */
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { FoundFile } from './find-files.ts';
import type { FileReading } from './read-file.ts';

/** What a reader is started with. */
export interface ReaderData {
  readonly layout: ScoreSheetLayout;
  readonly blank: string;
}

/** A reader's first message: its script is loaded. */
export const READY = 'ready';

export type FileRequest = FoundFile;

/** Behind `READY` one reading for each request, in their order. */
export type ReaderMessage = typeof READY | FileReading;
