/** What was read of a returned workbook for nominations. Plain data: it is handed from thread to thread. */
import type { FactValue } from '../roster-column.ts';
import type { FileRemark } from '../tally/returned-file.ts';

/** One thing to be known or mended of a row. */
export interface RowRemark {
  /** Of the column that it is about, as the roster's 推荐名单 calls it; null where it is about the whole row. */
  readonly heading: string | null;
  /** One Chinese sentence. */
  readonly message: string;
}

/** A row of 推荐名单 in which something is filled in. */
export interface ReturnedRow {
  /** In the sheet, from 1. */
  readonly row: number;
  /** What was chosen or written in 选择单位; empty where the sheet has no such column. */
  readonly choice: string;
  /** Every column of the roster's 推荐名单 that the sheet has, in its order. */
  readonly facts: readonly (readonly [heading: string, value: FactValue])[];
  /** Why nobody can say that it is a nomination, or still one: struck out, without a name. Null where nothing speaks against it. */
  readonly doubt: string | null;
  /** Of cells that nobody can read: their facts are null. */
  readonly unread: readonly (FileRemark & { readonly heading: string })[];
}

export interface ReturnedNominationList {
  /** As the scheme names it; null where the file does not say whose it is. */
  readonly district: string | null;
  /** Whether it is the workbook that went out: every nomination that the district had is a row of it, unless it was taken out. */
  readonly isForm: boolean;
  /** Of what the form rests on, as it says itself; empty where it does not say. */
  readonly fingerprint: string;
  readonly sheetName: string;
  /** Headings that a district fills in and the sheet lacks, and those that it has besides and nobody reads. */
  readonly lacking: readonly string[];
  readonly unknown: readonly string[];
  readonly rows: readonly ReturnedRow[];
  /** What the staff that sent the form had filled in on its front sheet, by its label. */
  readonly office?: readonly (readonly [label: string, value: string])[];
}

export type NominationOutcome =
  | { readonly kind: 'read'; readonly list: ReturnedNominationList }
  | {
      readonly kind: 'rejected';
      /** At least one. */
      readonly faults: readonly FileRemark[];
      /** Whose it is, where that could still be told. */
      readonly district: string | null;
    };

export interface ReturnedNominations {
  /** Below the folder of returned files; shown by `showPath`. */
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** When the file says that it was saved, `YYYY-MM-DDThh:mm:ssZ`; null when it does not say. */
  readonly savedAt: string | null;
  /** The file system's time of the last change, milliseconds since 1970. */
  readonly changedAt: number;
  readonly outcome: NominationOutcome;
}

/** What a gathering took of a row, as its summary hands it on. */
export interface TakenRow {
  /** The roster had it like this, or it was written there. */
  readonly isAgreed: boolean;
  /** As the district's list had them, by heading. */
  readonly cells: ReadonlyMap<string, string>;
  /** Of a row that is not agreed on: what list and roster had in common before, by heading, where that is known. */
  readonly before?: ReadonlyMap<string, string>;
}

/** By 申报编号. */
export type TakenRows = ReadonlyMap<string, TakenRow>;
