/** What passes between the pool and its readers. */
import { packSheet, type PackedSheet } from '../../rules/tally/held-sheet.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import type { FoundFile } from './find-files.ts';
import type { FileReading, ReturnReading } from './read-returns.ts';

/** A reader's first message: its script is loaded. */
export const READY = 'ready';

/** It is at work: one of the files in an archive has been read. What hangs says nothing. */
export const ALIVE = 'alive';

/** Files to read, in this order. */
export type ReadingRequest = readonly FoundFile[];

type PackedOutcome =
  | Extract<ReadOutcome, { kind: 'rejected' }>
  | (Omit<Extract<ReadOutcome, { kind: 'read' }>, 'sheet'> & { readonly sheet: PackedSheet });

export interface PackedReturn extends Omit<ReturnReading, 'outcome'> {
  readonly outcome: PackedOutcome;
}

/** A reading in few and short values: to hand one over takes as long as it has parts. */
export interface PackedReading extends Omit<FileReading, 'returns'> {
  readonly returns: readonly PackedReturn[];
}

export function packReading({ returns, ...rest }: FileReading): PackedReading {
  return {
    returns: returns.map(({ outcome, ...each }) => ({
      ...each,
      outcome: outcome.kind === 'read' ? { ...outcome, sheet: packSheet(outcome.sheet) } : outcome,
    })),
    ...rest,
  };
}

/** Behind `READY` one reading for each file asked for, in their order, however many a message holds; signs of life between them. */
export type ReaderMessage = typeof READY | typeof ALIVE | readonly PackedReading[];
