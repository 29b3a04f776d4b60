/** The score sheet (评分指标) of a scheme, as data. */
import type { Citation, Cited } from './citation.ts';
import type { Ratio } from './ratio.ts';

export interface ScoreSheet {
  readonly title: string;
  readonly preamble: string;
  /** The smallest difference between two scores. */
  readonly step: Cited<Ratio>;
  readonly categories: readonly ScoreCategory[];
  readonly bonus: ScoreCategory;
  readonly vetoItems: readonly VetoItem[];
  /** Basic points from which a unit may take part, in steps; bonus points are not counted. */
  readonly threshold: Cited<number>;
  /** Headings of the two score columns, for the basic and the bonus items. */
  readonly columns: { readonly basic: ScoreColumns; readonly bonus: ScoreColumns };
  /** Every blank of this edition that has gone out or may go out, the present one too; empty where nobody keeps the list. */
  readonly blanks: readonly IssuedBlank[];
  readonly cite: Citation;
}

/** A blank score sheet that units may hold. It asks the same in the same cells as the present one. */
export interface IssuedBlank {
  /** SHA-256, in hexadecimal. */
  readonly fingerprint: string;
  /** What it says in cells where the present blank says something else, by address. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface ScoreColumns {
  readonly self: string;
  readonly association: string;
}

export interface ScoreCategory {
  readonly id: string;
  readonly name: string;
  /** In steps, as every maximum and credit of the sheet. */
  readonly maximum: Cited<number>;
  readonly items: readonly ScoreItem[];
}

export interface ScoreItem {
  readonly id: string;
  readonly text: string;
  readonly maximum: number;
  readonly credit: Credit;
  readonly cite: Citation;
}

/**
 * What lies between nothing and the maximum: `full-or-none` names nothing between, so that a value there is only a warning;
 * `named` lists the credits that the text names; `each` counts occurrences; `open` leaves it to the scorer.
 */
export type Credit =
  | { readonly kind: 'full-or-none' }
  | { readonly kind: 'named'; readonly choices: readonly NamedCredit[] }
  | { readonly kind: 'each'; readonly points: number; readonly of: string }
  | { readonly kind: 'open' };

interface NamedCredit {
  readonly points: number;
  readonly when: string;
}

export interface VetoItem {
  readonly id: string;
  readonly text: string;
  readonly cite: Citation;
}
