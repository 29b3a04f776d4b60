import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';

/** What the user has chosen for the workbook that is open. It is held above all that is read of it, so that no re-read asks again. */
export interface ScoreChoice {
  /** The column that is written; null until the user has said which. */
  readonly role: Role | null;
  /** The name of the sheet that is scored, where there are several; null until the user has said which. */
  readonly sheet: string | null;
}

export const NOTHING_CHOSEN: ScoreChoice = { role: null, sheet: null };
