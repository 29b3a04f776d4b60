import type { NamedBytes } from '../../jobs/folder.ts';
import type { FormGrouping } from '../../jobs/form-groupings.ts';

/** What the user fills in beside the buttons. */
export interface Choices {
  /** How many of each form; `isCopies` holds of what something is made with. */
  readonly copies: number;
  /** Forms of nominees that are not cleared too, marked as drafts. */
  readonly draft: boolean;
  /** What goes into one workbook of forms. */
  readonly by: FormGrouping;
  /** For whom alone it is made, as `OutputView.offer` has it; empty for all. */
  readonly only: readonly string[];
  /** The day on which the notice is put up, `YYYY-MM-DD`; null where it is not known yet. */
  readonly noticeFrom: string | null;
  /** How many days it stands; null for what the document says. */
  readonly noticeDays: number | null;
  /** The key file of the verification codes; null where there is none. */
  readonly key: NamedBytes | null;
}

/** When a notice hangs out. */
export type NoticeChoices = Pick<Choices, 'noticeFrom' | 'noticeDays'>;

export const NO_NOTICE_CHOICES: NoticeChoices = { noticeFrom: null, noticeDays: null };

/** As the command line does it where nothing is said. */
export const USUAL_CHOICES: Choices = {
  copies: 1,
  draft: false,
  by: 'district',
  only: [],
  ...NO_NOTICE_CHOICES,
  key: null,
};

/** What an office prints of one form at most. */
export const MOST_COPIES = 20;

export function isCopies(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MOST_COPIES;
}
