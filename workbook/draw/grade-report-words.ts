/** The words of a grade report. */
import type { Answer } from '../../rules/answer.ts';
import { nameGrade } from '../../rules/certificate.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { Citation } from '../../rules/citation.ts';
import type { GradeChange, GradeResult } from '../../rules/grading/result.ts';
import { showName } from '../../rules/publishable.ts';
import type { Grading } from '../../rules/scheme-parts.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { ANSWER_WORDS } from '../../rules/state-words.ts';
import { LOOK, toned, type Tone } from './cell-looks.ts';
import { nameDocument } from './words.ts';
import type { PenCell } from './page.ts';

const TONES: Readonly<Record<Answer, Tone>> = { yes: 'fine', no: 'violation', unknown: 'question' };

export const CHANGE_WORDS: Readonly<Record<GradeChange, string>> = {
  new: '新取得',
  up: '升级',
  same: '不变',
  down: '降级',
  lost: '取消',
};

export function answerCell(answer: Answer): PenCell {
  return { value: ANSWER_WORDS[answer], look: toned(LOOK.center, TONES[answer]) };
}

/** A grade that may be none at all; an empty cell where there is nothing to say. */
export function gradeCell(grade: Award | null): PenCell {
  return { value: grade?.shortName ?? '', look: LOOK.center };
}

/** The outcome, marked while it is not settled. */
export function outcomeCell({ outcome, settled, revocations }: GradeResult): PenCell {
  const name = revocations.length > 0 ? '取消' : nameGrade(outcome);
  const tone = settled ? (outcome ? 'fine' : 'violation') : 'question';
  return { value: settled ? name : `${name}（待确认）`, look: toned(LOOK.center, tone) };
}

export function changeCell({ change }: GradeResult): PenCell {
  const tone = change === 'down' || change === 'lost' ? 'violation' : undefined;
  return { value: change ? CHANGE_WORDS[change] : '', look: toned(LOOK.center, tone) };
}

/** The document is named where there are several. */
export function nameClause(scheme: Scheme, cite: Citation): string {
  return scheme.documents.length > 1 ? nameDocument(scheme, cite) : cite.clause;
}

/** What the application is about, as it stands in the roster. */
export function matterOf({ matter }: Grading, { nominee }: GradeResult): string {
  return String(nominee.facts.get(matter.heading) ?? '');
}

/** Names the unit of each application as it may be shown. */
export function makeUnitNamer({ nominees }: RosterCheck): (result: GradeResult) => string {
  const checks = new Map(nominees.map((each) => [each.nominee, each]));
  return ({ unit, nominee }) => showName(unit?.name ?? nominee.unitName, checks.get(nominee));
}
