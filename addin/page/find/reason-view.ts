import type { Answer } from '../../../rules/answer.ts';
import type { Citation } from '../../../rules/citation.ts';

/** One sentence, what it answers, and the clause that it rests on; empty where none does. */
export interface ReasonView {
  readonly answer: Answer;
  readonly message: string;
  /** What would mend it; empty where nothing has to be. */
  readonly mend: string;
  readonly citation: string;
}

/** Says a clause as people quote it; empty without one. */
export type Citing = (citation: Citation | null | undefined) => string;
