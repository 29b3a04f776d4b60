import type { NomineeCheck } from '../../rules/nominee-check.ts';
import { ANSWER_WORDS, FAULTY_WORD } from '../../rules/state-words.ts';
import { NOMINATION_TONES, type NominationState } from './state-tones.ts';

/** In a word and its colour. */
export const STATES = {
  cleared: { word: '通过', tone: NOMINATION_TONES.cleared },
  'not-eligible': { word: ANSWER_WORDS.no, tone: NOMINATION_TONES['not-eligible'] },
  open: { word: ANSWER_WORDS.unknown, tone: NOMINATION_TONES.open },
  faulty: { word: FAULTY_WORD, tone: NOMINATION_TONES.faulty },
} as const satisfies Readonly<Record<NominationState, object>>;

export type NominationBadge = (typeof STATES)[NominationState] | typeof REJECTED;

/** It went through the check, and a body of the review has refused it. */
export const REJECTED = { word: '不入围', tone: NOMINATION_TONES.rejected } as const;

/** It went through the check, and a body has still to conclude. */
export const WAITING = { word: '待结论', tone: NOMINATION_TONES.waiting } as const;

const OF_ANSWER = { yes: 'faulty', no: 'not-eligible', unknown: 'open' } as const;

/** @param judged undefined of a nomination for an award that the scheme does not know */
export function stateOfNomination(judged: NomineeCheck | undefined): NominationState {
  if (!judged) return 'faulty';
  return judged.cleared ? 'cleared' : OF_ANSWER[judged.answer];
}

/** What is shown of it in a word: what a body has concluded comes after the check, and is what the unit asks about. */
export function badgeOf(judged: NomineeCheck | undefined): NominationBadge {
  const state = stateOfNomination(judged);
  return state === 'cleared' && judged?.reviewed === 'rejected' ? REJECTED : STATES[state];
}
