/** Every state that is shown, with its one colour: the same on a figure, on a badge and in a list. What a colour looks like: `shell/state-looks.tsx`. */
import type { Answer } from '../../rules/answer.ts';
import type { Severity } from '../../rules/finding.ts';
import type { DistrictListState } from '../../rules/nominations/settle-lists.ts';
import type { UnitState } from '../../rules/tally/unit-tally.ts';

/** Done with; refused or wrong; a fact or a paper is asked for; somebody has to decide; nothing to do. */
export type StateTone = 'fine' | 'refused' | 'asked' | 'waiting' | 'plain';

/** Counted; the unit has to mend something; the office has to decide; nothing came. */
export type ReturnGroup = 'counted' | 'mend' | 'decide' | 'missing';

export const ANSWER_TONES: Readonly<Record<Answer, StateTone>> = { yes: 'fine', no: 'refused', unknown: 'asked' };

export const SEVERITY_TONES: Readonly<Record<Severity, StateTone>> = {
  violation: 'refused',
  question: 'asked',
  note: 'plain',
};

/** What became of a nomination in the check. */
export type NominationState = 'cleared' | 'not-eligible' | 'open' | 'faulty';

/** `rejected`: a body of the review has refused what went through the check; `held`: all that did not go through it. */
export const NOMINATION_TONES: Readonly<Record<NominationState | 'rejected' | 'held' | 'waiting', StateTone>> = {
  cleared: 'fine',
  'not-eligible': ANSWER_TONES.no,
  open: ANSWER_TONES.unknown,
  faulty: 'refused',
  rejected: 'refused',
  held: 'refused',
  waiting: 'waiting',
};

export const UNIT_TONES: Readonly<Record<UnitState, StateTone>> = {
  counted: 'fine',
  blank: 'asked',
  rejected: 'asked',
  unconfirmed: ANSWER_TONES.unknown,
  undecided: 'waiting',
  missing: 'plain',
};

export const GROUP_TONES: Readonly<Record<ReturnGroup, StateTone>> = {
  counted: UNIT_TONES.counted,
  mend: 'asked',
  decide: 'waiting',
  missing: UNIT_TONES.missing,
};

/** Of a district's list of nominations. */
export const LIST_TONES: Readonly<Record<DistrictListState, StateTone>> = {
  received: 'fine',
  undecided: UNIT_TONES.undecided,
  rejected: UNIT_TONES.rejected,
  missing: UNIT_TONES.missing,
};
