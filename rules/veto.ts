/** 一票否决项: each has to be confirmed as not occurred; only that lets a unit pass. */
import type { Answer } from './answer.ts';
import { all } from './answer.ts';
import type { VetoState } from './master-roster.ts';

const ANSWER_OF: Readonly<Record<VetoState, Answer>> = { clear: 'yes', occurred: 'no', open: 'unknown' };

/** Whether a unit passes as far as one veto item goes. */
export function answerVeto(state: VetoState): Answer {
  return ANSWER_OF[state];
}

/** Whether a unit passes all its veto items. */
export function answerVetoes(states: readonly VetoState[]): Answer {
  return all(states.map(answerVeto));
}
