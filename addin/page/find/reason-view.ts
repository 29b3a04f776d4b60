import type { Answer } from '../../../rules/answer.ts';
import type { Citation } from '../../../rules/citation.ts';

/** `wrong`: something was filled in wrong, so that nothing is answered before it is put right. */
export type ReasonKind = Answer | 'wrong';

/** One sentence, what it answers, and the clause that it rests on; empty where none does. */
export interface ReasonView {
  readonly answer: ReasonKind;
  readonly message: string;
  /** What would mend it; empty where nothing has to be. */
  readonly mend: string;
  readonly citation: string;
  /** What it means for this one that it shares it with others; empty where it does not. */
  readonly together: string;
  /** Who they are, for the office alone; empty where there are none. */
  readonly others: string;
}

/** Says a clause as people quote it; empty without one. */
export type Citing = (citation: Citation | null | undefined) => string;
