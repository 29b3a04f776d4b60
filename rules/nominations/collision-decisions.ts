/** Which decision holds about a collision: a row of the roster's 决定, or what somebody has answered since, which becomes one. */
import { findBlank, type Decision } from '../decision.ts';
import { textKey } from '../same-text.ts';
import { COLLISION_MATTERS, type CollisionKind } from './collision-matters.ts';

/** What somebody has answered beside a collision, in the summary or on the page. */
export interface GivenDecision extends Pick<Decision, 'matter' | 'subject' | 'word' | 'by' | 'on' | 'reason'> {
  /** The code of the collision as it was then. */
  readonly about: string;
}

export interface CollisionDecision extends GivenDecision {
  readonly word: 'agreed' | 'refused';
  /** In 决定; null where it is to be written there. */
  readonly row: number | null;
}

interface FoundDecision {
  readonly decision: CollisionDecision | null;
  /** As of a collision. */
  readonly concern: string;
  readonly answer: GivenDecision | null;
}

/** Behind the code of what was done as decided: where the same stands there again, somebody has undone it, and is asked. */
const DONE = '（已办）';

/** What 所定内容 says of a decision that is carried out. */
export function tellAbout({ word, matter, about }: GivenDecision): string {
  const isStanding = textKey(matter) === textKey(COLLISION_MATTERS.foreign);
  return word === 'agreed' && !isStanding ? `${about}${DONE}` : about;
}

export type DecisionFinder = (kind: CollisionKind, application: string, code: string) => FoundDecision;

/** @param given counts only where the roster has no row about the same */
export function makeDecisionFinder(rows: readonly Decision[], given: readonly GivenDecision[]): DecisionFinder {
  return (kind, application, code) => {
    const isOf = ({ matter, subject }: Pick<Decision, 'matter' | 'subject'>) =>
      textKey(matter) === textKey(COLLISION_MATTERS[kind]) && textKey(subject) === textKey(application);
    const own = rows.filter(isOf);
    const about = own.filter((row) => row.about === code);
    const written = about.length > 0 ? about : own.filter((row) => (row.about ?? '') === '');
    const held = written.flatMap((row) => asDecision(row, code) ?? []);
    const [only, other] = held;
    if (only && other)
      return none(`总名册“决定”表第 ${held.map(({ row }) => row).join('、')} 行说的是同一件事，都不算数，请留一行`);
    if (only) return { decision: only, concern: '', answer: null };
    const done = own.find((row) => row.about === `${code}${DONE}`);
    if (done)
      return none(`已照总名册“决定”表第 ${done.row} 行办过，此后总名册又改回来了，请再定一次，以前的那一行删去`);
    const answers = given.filter(isOf);
    const answer = answers.find((each) => each.about === code);
    const taken = answer && asDecision({ ...answer, row: null }, code);
    if (taken) return { decision: taken, concern: '', answer: null };
    const [blank] = written;
    if (blank) return none(`总名册“决定”表第 ${blank.row} 行${tellBlank(blank)}`);
    if (answer) return { ...none(`写在汇总里的决定${tellBlank(answer)}`), answer };
    const [old] = own;
    if (old) return none(`总名册“决定”表第 ${old.row} 行是对原来的内容作的决定，此后内容变了，请再定一次`);
    return none(answers.length > 0 ? '上次的决定是对原来的内容作的，此后内容变了，请再定一次' : '');
  };
}

function none(concern: string): FoundDecision {
  return { decision: null, concern: concern === '' ? '' : `${concern}。`, answer: null };
}

/** Null where it lacks something, or its word is none of the two. */
function asDecision(
  each: Omit<GivenDecision, 'about'> & { readonly row: number | null },
  code: string,
): CollisionDecision | null {
  const { matter, subject, word, by, on, reason, row } = each;
  if (findBlank(each) !== null || (word !== 'agreed' && word !== 'refused')) return null;
  return { matter, subject, word, by, on, reason, about: code, row };
}

/** `没有填写理由，还不算数` */
export function tellBlank(each: Pick<Decision, 'word' | 'by' | 'on' | 'reason'>): string {
  const blank = findBlank(each);
  return blank === null ? '只能填“同意”或“不同意”，还不算数' : `没有填写${blank}，还不算数`;
}
