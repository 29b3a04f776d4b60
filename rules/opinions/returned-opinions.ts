/** What was read of a returned workbook of opinions. Plain data: it is handed from thread to thread. */
import type { NominationOutcome, ReturnedNominations } from '../nominations/returned-nominations.ts';
import type { FileRemark } from '../tally/returned-file.ts';

/** A row of 征求意见表 in which something is filled in. */
export interface ReturnedOpinion {
  /** In the sheet, from 1. */
  readonly row: number;
  readonly application: string;
  /** As the list printed them. */
  readonly unitName: string;
  readonly name: string;
  /** Null where it is blank, or nobody can read it. */
  readonly word: 'agreed' | 'refused' | null;
  readonly reason: string;
  /** `YYYY-MM-DD`; empty where neither the row nor the front sheet says it. */
  readonly on: string;
  /** Why it is not taken: one Chinese sentence; null where nothing speaks against it. */
  readonly doubt: string | null;
}

export interface ReturnedOpinionList {
  /** Name of the step. */
  readonly step: string;
  readonly body: string;
  /** Of what the list rests on, as it says itself; empty where it does not say. */
  readonly fingerprint: string;
  readonly sheetName: string;
  readonly rows: readonly ReturnedOpinion[];
}

export type OpinionOutcome =
  | { readonly kind: 'opinions'; readonly list: ReturnedOpinionList }
  | {
      readonly kind: 'opinions-rejected';
      /** At least one. */
      readonly faults: readonly FileRemark[];
      /** Whose it is, where that could still be told. */
      readonly body: string | null;
    };

/** A returned list of either kind: of nominations, or of opinions on them. */
export interface ReturnedListFile extends Omit<ReturnedNominations, 'outcome'> {
  readonly outcome: NominationOutcome | OpinionOutcome;
}

export function isNominationList(list: ReturnedListFile): list is ReturnedNominations {
  return list.outcome.kind === 'read' || list.outcome.kind === 'rejected';
}

export function isOpinionList(list: ReturnedListFile): list is ReturnedOpinions {
  return !isNominationList(list);
}

export interface ReturnedOpinions extends Omit<ReturnedNominations, 'outcome'> {
  readonly outcome: OpinionOutcome;
}
