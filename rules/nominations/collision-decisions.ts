/** Which decision holds about a collision: a row of the roster's 决定, or what somebody has answered since, which becomes one. */
import { findBlank, type Decision } from '../decision.ts';
import { textKey } from '../same-text.ts';
import { COLLISION_MATTERS, REPLACED_MARK, type CollisionKind } from './collision-matters.ts';

/** What somebody has answered beside a collision, in the summary or on the page. */
export interface GivenDecision extends Pick<Decision, 'matter' | 'subject' | 'word' | 'by' | 'on' | 'reason'> {
  /** The code of the collision as it was then. */
  readonly about: string;
  /** What it was about, as the summary had it; left out where nobody knows. */
  readonly seen?: SeenCollision;
}

interface SeenCollision {
  readonly district: string;
  readonly label: string;
  readonly inRoster: string;
  readonly inList: string;
}

export interface CollisionDecision extends GivenDecision {
  readonly word: 'agreed' | 'refused';
  /** In 决定; null where it is to be written there. */
  readonly row: number | null;
  /** Further rows there that say the same. */
  readonly alike: readonly number[];
  /** Rows there that spoke against each other, and this decides between them. */
  readonly replaced: readonly number[];
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

/** What 所定内容 says from now on, by the row of 决定: a row that was written by hand does not say what it was about, and none that it is carried out. */
export function listStamps(decision: CollisionDecision): (readonly [row: number, about: string])[] {
  const { row, alike, replaced, about } = decision;
  return [
    ...[...(row === null ? [] : [row]), ...alike].map((each) => [each, tellAbout(decision)] as const),
    ...replaced.map((each) => [each, `${about}${REPLACED_MARK}`] as const),
  ];
}

export type DecisionFinder = (kind: CollisionKind, application: string, code: string) => FoundDecision;

/** @param given counts only where no row of the roster decides the same */
export function makeDecisionFinder(rows: readonly Decision[], given: readonly GivenDecision[]): DecisionFinder {
  return (kind, application, code) => {
    const isOf = ({ matter, subject }: Pick<Decision, 'matter' | 'subject'>) =>
      textKey(matter) === textKey(COLLISION_MATTERS[kind]) && textKey(subject) === textKey(application);
    const own = rows.filter(isOf);
    const about = own.filter((row) => row.about === code);
    const written = about.length > 0 ? about : own.filter((row) => (row.about ?? '') === '');
    const held = written.flatMap((row) => asDecision(row, code) ?? []);
    const heldRows = held.flatMap(({ row }) => row ?? []);
    const [only, ...others] = held;
    const answers = given.filter(isOf);
    const answer = answers.find((each) => each.about === code) ?? null;
    const ask = (concern: string): FoundDecision => ({
      decision: null,
      concern: concern === '' ? '' : `${concern}。`,
      answer,
    });
    if (only && others.every(({ word }) => word === only.word)) {
      return { decision: { ...only, alike: heldRows.slice(1) }, concern: '', answer: null };
    }
    const done = own.filter((row) => row.about === `${code}${DONE}`);
    const taken = answer && asDecision({ ...answer, row: null }, code);
    // What was done once is no answer to why it was undone.
    if (taken && !done.some((row) => isSameAnswer(row, taken))) {
      return { decision: { ...taken, replaced: heldRows }, concern: '', answer: null };
    }
    if (only)
      return ask(`总名册“决定”表第 ${heldRows.join('、')} 行说的是同一件事，都不算数，请留一行，或在这里再定一次`);
    const [once] = done;
    if (once)
      return ask(`已照总名册“决定”表第 ${once.row} 行办过，此后总名册又改回来了，请再定一次，决定日期写这一次的`);
    const [blank] = written;
    if (blank) return ask(`总名册“决定”表第 ${blank.row} 行${tellBlank(blank)}`);
    if (answer) return ask(`写在汇总里的决定${tellBlank(answer)}`);
    const [old] = own;
    if (old) return ask(`总名册“决定”表第 ${old.row} 行是对原来的内容作的决定，此后内容变了，请再定一次`);
    return ask(answers.length > 0 ? '上次的决定是对原来的内容作的，此后内容变了，请再定一次' : '');
  };
}

function isSameAnswer(one: Decision, other: CollisionDecision): boolean {
  return (['word', 'by', 'on', 'reason'] as const).every((each) => textKey(one[each] ?? '') === textKey(other[each]));
}

/** Null where it lacks something, or its word is none of the two. */
function asDecision(
  each: Omit<GivenDecision, 'about'> & { readonly row: number | null },
  code: string,
): CollisionDecision | null {
  const { matter, subject, word, by, on, reason, row } = each;
  if (findBlank(each) !== null || (word !== 'agreed' && word !== 'refused')) return null;
  return { matter, subject, word, by, on, reason, about: code, row, alike: [], replaced: [] };
}

/** `没有填写理由，还不算数` */
export function tellBlank(each: Pick<Decision, 'word' | 'by' | 'on' | 'reason'>): string {
  const blank = findBlank(each);
  return blank === null ? '只能填“同意”或“不同意”，还不算数' : `没有填写${blank}，还不算数`;
}
