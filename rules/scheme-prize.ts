/** What a scheme pays (奖金), as data. */
import type { Citation, Cited } from './citation.ts';

export interface PrizeRules {
  readonly amounts: readonly PrizeAmount[];
  /** `award` is never paid beside `besides` of the same unit. */
  readonly exclusions: readonly PrizeExclusion[];
  /** Who has the prize of this scheme is not paid again at the level that this yes-no column of the unit tells of. */
  readonly levelExclusion: LevelExclusion | null;
  /** The first payer whose condition holds pays. */
  readonly payers: readonly PrizePayer[];
}

interface LevelExclusion {
  readonly heading: string;
  readonly statement: string;
  /** Awards whose nominees have such a column of their own, and what is said of them. */
  readonly ofNominee?: { readonly awards: readonly string[]; readonly statement: string };
  readonly cite: Citation;
}

interface PrizeAmount {
  readonly award: string;
  /** In fen (1/100 yuan). */
  readonly fen: Cited<number>;
}

interface PrizeExclusion {
  readonly award: string;
  readonly besides: string;
  readonly cite: Citation;
}

interface PrizePayer {
  /** The name of the association; `{{所属}}` stands for the unit's district. */
  readonly name: string;
  /** A yes-no column of the unit that must hold; absent on the last, which pays for the rest. */
  readonly memberHeading?: string;
  /** Scopes whose units it does not pay for. */
  readonly exceptScopes?: readonly string[];
  readonly cite: Citation;
}
