/** Files of which somebody has to know or to say something, as the page shows them. */

/** A file that came in and cannot be used. */
export interface RefusedFile {
  readonly path: string;
  /** `200001 某公司`; why nobody knows whose it is, where nobody does. */
  readonly whose: string;
  readonly isKnown: boolean;
  /** Why, and what to ask for: a sentence each. */
  readonly reasons: readonly string[];
}

/** A choice that only people can make. */
export interface OpenChoice {
  /** `200001 某公司` */
  readonly unit: string;
  readonly district: string;
  readonly why: string;
  /** The files that may count; those of a choice that is made already say which. */
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly savedAt: string | null;
    readonly isTaken: boolean;
  }[];
  /** `D13 自评分 3. ……`, and what each file says. */
  readonly differences: readonly string[];
}
