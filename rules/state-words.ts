/**
 * The one word of each state, wherever it is shown. 待确认: a person has to confirm a fact; 须更正: what was filled in is wrong; 待结论: a body has
 * to conclude; 待您决定: staff choose between what two sides say; 未定稿: an output rests on something of these.
 */
import type { Answer } from './answer.ts';

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: '符合', no: '不符合', unknown: '待确认' };

/** What was filled in is wrong, so that nothing can be said of it before. */
export const FAULTY_WORD = '须更正';

/** Two sides say different things, and staff have not chosen yet. */
export const UNDECIDED_WORD = '待您决定';
