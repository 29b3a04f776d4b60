/**
 * What was read of one returned score sheet. Plain data: it is handed from thread to thread.
 */
import { hideLongNumbers } from '../id-number.ts';
import type { VetoState } from '../master-roster.ts';

/** The two columns of scores, in the sheet's order. */
export const SCORE_COLUMNS = ['self', 'association'] as const;
export type ScoreColumn = (typeof SCORE_COLUMNS)[number];

/** Something that a person should know of a file. */
export interface FileRemark {
  /** Stable, for `--json` and filters. */
  readonly code: string;
  /** `D13`, the first where there are several; null where the whole file is meant. */
  readonly cell: string | null;
  /** One Chinese sentence: what, in which cell, what to do. */
  readonly message: string;
  /** The unit has to do something; else it is enough that the association looks. */
  readonly isForUnit?: boolean;
}

export interface ReturnedSheet {
  readonly sheetName: string;
  readonly unitNumber: string;
  readonly unitName: string;
  /** 统一社会信用代码 that the file bears; left out where it bears none, or a wrong one. */
  readonly creditCode?: string;
  /** Steps in the order of `listItems`; null is blank. */
  readonly scores: Readonly<Record<ScoreColumn, readonly (number | null)[]>>;
  /** In the order of the scheme's veto items. */
  readonly vetoes: Readonly<Record<ScoreColumn, readonly VetoState[]>>;
  /** Cells that hold something of which nobody knows what it means, by their places in `listEntries`: no score, no veto state, and not blank either. */
  readonly unread: readonly number[];
  /** The program that saved the file last, as the file says; perhaps empty. */
  readonly application: string;
}

export type ReadOutcome =
  | { readonly kind: 'read'; readonly sheet: ReturnedSheet; readonly warnings: readonly FileRemark[] }
  | {
      readonly kind: 'rejected';
      readonly faults: readonly FileRemark[];
      /** Whose it is by the file itself, where that could still be told. */
      readonly unitNumber: string | null;
      /** The unit's name on the sheet, where it could be read. */
      readonly unitName?: string;
      /** As of a sheet that was read. */
      readonly creditCode?: string;
    };

/** A returned file's path for people and programs: somebody may have named it by a telephone or an ID number. */
export function showPath(path: string): string {
  return hideLongNumbers(path);
}

/** As its sender knows it: without the folders and archives of whoever collects. */
export function showOwnName(path: string): string {
  return showPath(path.split('/').at(-1) ?? path);
}

export interface ReturnedFile {
  /** Below the folder of returned files; shown by `showPath`. */
  readonly path: string;
  /** Hexadecimal; of one sheet of several, its name behind a `#`; empty when the file could not be read at all. */
  readonly sha256: string;
  /** When the file says that it was saved, `YYYY-MM-DDThh:mm:ssZ`; null when it does not say. */
  readonly savedAt: string | null;
  /** The file system's time of the last change, milliseconds since 1970. */
  readonly changedAt: number;
  readonly outcome: ReadOutcome;
}

/** A file whose sheet is that of a unit of the roster. */
export interface AcceptedFile extends Omit<ReturnedFile, 'outcome'> {
  /** As the roster writes it; the sheet's own number may have more or fewer zeros in front. */
  readonly unitNumber: string;
  readonly sheet: ReturnedSheet;
  readonly warnings: readonly FileRemark[];
}

/** Whose a file is that does not count. `inside`: the file says so itself; `path`: its name, or that of a folder around it. */
export type Tie =
  /** As the roster writes it. */
  | { readonly unitNumber: string; readonly by: 'inside' | 'path' }
  /** In Chinese, without a full stop. */
  | { readonly unitNumber: null; readonly why: string };

export interface RejectedFile {
  readonly path: string;
  readonly sha256: string;
  /** At least one. */
  readonly faults: readonly FileRemark[];
  readonly tie: Tie;
}
