/**
 * 参评条件: what each condition of an award says of one nominee. Every condition is answered, so that a decision can be explained with
 * all its reasons, and "not yet known" is never taken for "no".
 */
import { all, type Answer } from './answer.ts';
import type { Condition } from './condition.ts';
import type { Reason } from './conditions/reason.ts';
import { answerCondition } from './conditions/registry.ts';
import type { Subject } from './conditions/subject.ts';
import { hideLongNumbers } from './id-number.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';
import type { Award } from './scheme.ts';

export interface Eligibility {
  readonly nominee: Nominee;
  readonly award: Award;
  readonly unit: MemberUnit | null;
  readonly answer: Answer;
  /** In the order of the award's conditions; a veto condition gives one reason for each item that is not clear. */
  readonly reasons: readonly Reason[];
}

/**
 * Judges every nominee whose award the scheme knows, in the roster's order. A unit that is missing from the member units is answered by the
 * `member-unit` condition alone, which every award has: nothing else is known of it.
 */
export function judgeNominees(index: RosterIndex): Eligibility[] {
  const judge = makeJudge(index);
  return index.roster.nominees.flatMap((nominee) => {
    const award = index.awardByName.get(nominee.award);
    return award ? [judge(nominee, award)] : [];
  });
}

type Judge = (nominee: Nominee, award: Award) => Eligibility;

/** What a condition says of one nominee that stands for `award`; nothing where it is not asked. */
export type Ask = (condition: Condition, award: Award) => readonly Reason[];

/** Asks conditions one by one, for whoever needs not all those of one award. */
export function makeAsker(index: RosterIndex): (nominee: Nominee) => Ask {
  const judge = makeJudge(index);
  const judgeParent = (parent: Nominee, of: Award) => judge(parent, of).answer;
  return (nominee) => {
    const unit = unitOf(index, nominee);
    let subject: Subject | undefined;
    return (condition, award) => {
      if (subject?.award !== award) subject = { index, nominee, award, judgeParent };
      return hideNumbers(answerCondition(condition, unit, subject));
    };
  };
}

/** Each nominee is judged once for its own award, however many others depend on it. */
export function makeJudge(index: RosterIndex): Judge {
  const judged = new Map<Nominee, Eligibility>();
  const judgeParent = (parent: Nominee, of: Award) => judge(parent, of).answer;
  const judge: Judge = (nominee, award) => {
    const known = judged.get(nominee);
    if (known?.award === award) return known;
    const unit = unitOf(index, nominee);
    const subject: Subject = { index, nominee, award, judgeParent };
    const reasons = award.conditions.flatMap((condition) => hideNumbers(answerCondition(condition, unit, subject)));
    const eligibility = { nominee, award, unit, answer: all(reasons.map(({ answer }) => answer)), reasons };
    judged.set(nominee, eligibility);
    return eligibility;
  };
  return judge;
}

/** Whatever somebody typed into a cell may stand in a reason, and so may an ID number in the wrong column. */
function hideNumbers(reasons: readonly Reason[]): readonly Reason[] {
  if (!reasons.some(({ message, found }) => FIVE_DIGITS.test(message) || FIVE_DIGITS.test(found))) return reasons;
  return reasons.map((reason) => ({
    ...reason,
    message: hideLongNumbers(reason.message),
    found: hideLongNumbers(reason.found),
  }));
}

/** What every long number begins with; nearly no reason holds as many. */
const FIVE_DIGITS = /[0-9０-９][\s-]?[0-9０-９]{4}/;
