/** The same person, or the same collective, nominated twice: once for each award or grade unless the document says otherwise. */
import type { Finding } from '../finding.ts';
import { keepsGrade } from '../grading/kept.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import { unitKeyOf, unitNameOf, type RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import type { Award, Scheme } from '../scheme.ts';
import { findClauses, type CiteFor } from './cited.ts';

/**
 * Findings about nominees that stand in 推荐名单 more than once: for any award at all where the scheme cites `nominated-twice`, else for one award
 * or grade, which holds in every scheme that does not waive it by a clause.
 */
export function* checkNominatedTwice(index: RosterIndex): Iterable<Finding> {
  const atAll = findClauses(index, 'nominated-twice');
  if (atAll) yield* findTwice(index, { rule: 'nominated-twice', cite: atAll }, () => '');
  else if (!index.scheme.waivers['applied-twice']) {
    const cite = findClauses(index, 'applied-twice');
    yield* findTwice(index, { rule: 'applied-twice', cite }, (award, nominee) => scopeOf(index.scheme, award, nominee));
  }
}

/** Within what a recipient may stand once: the award. Grades are one, whichever is applied for; what asks for no grade is a matter of its own. */
function scopeOf(scheme: Scheme, { id }: Award, nominee: Nominee): string {
  const { grading } = scheme;
  if (!grading?.grades.includes(id)) return id;
  return keepsGrade(scheme, nominee) ? `grade ${String(nominee.facts.get(grading.matter.heading))}` : 'grade';
}

interface Listed {
  readonly rule: 'nominated-twice' | 'applied-twice';
  readonly cite: CiteFor | null;
}

/** @param scopeOf within what a person may stand only once; a collective may once for each award, or each grade */
function* findTwice(
  index: RosterIndex,
  listed: Listed,
  scopeOf: (award: Award, nominee: Nominee) => string,
): Iterable<Finding> {
  const seen = new Map<string, Nominee[]>();
  for (const nominee of index.roster.nominees) {
    const award = index.awardByName.get(nominee.award);
    if (!award) continue;
    const scope = scopeOf(award, nominee);
    const matches =
      award.recipient === 'person'
        ? claimPerson(seen, nominee, scope)
        : claimCollective(index, seen, nominee, scope === '' ? award.id : scope);
    for (const match of matches) yield describe(index, listed, award, { ...match, nominee });
  }
}

interface Match {
  readonly first: Nominee;
  /** False where only name, sex and month of birth agree: that many people share. */
  readonly isSure: boolean;
}

function describe(
  index: RosterIndex,
  { rule, cite }: Listed,
  { recipient }: Award,
  { nominee, first, isSure }: Match & { readonly nominee: Nominee },
): Finding {
  const [own, other] = [describeNominee(index, nominee), describeNominee(index, first)];
  const heading = recipient === 'person' ? '姓名' : '单位名称';
  return {
    rule,
    severity: isSure ? 'violation' : 'question',
    cite: cite?.(nominee) ?? null,
    where: [cellOf('nominees', nominee, heading), cellOf('nominees', first, heading)],
    nominations: [first, nominee],
    message: isSure
      ? `${own}与第 ${first.row} 行${other}重复推荐`
      : `${own}与第 ${first.row} 行${other}姓名、性别、出生年月都相同，可能是同一人`,
    found: nominee.name,
    mend: isSure
      ? '同一人或同一集体只保留一项推荐，删去另一行'
      : '补填两人的身份证号；是同一人的只保留一项推荐，不是的在“决定”表写“同意”',
  };
}

/** `“张某”（某厂，先进保卫干部）`; a unit stands once. */
function describeNominee(index: RosterIndex, nominee: Nominee): string {
  const { name, award } = nominee;
  const unitName = unitNameOf(index, nominee);
  return name === '' || name === nominee.unitName || name === unitName
    ? `“${unitName}”（${award}）`
    : `“${name}”（${unitName}，${award}）`;
}

function claimCollective(index: RosterIndex, seen: Map<string, Nominee[]>, nominee: Nominee, scope: string): Match[] {
  const unit = unitKeyOf(index, nominee.unitNumber);
  if (unit === '') return [];
  return claim(seen, `collective ${scope} ${unit}`, nominee).map((first) => ({ first, isSure: true }));
}

/** A person is known by the ID number; where one of two rows lacks it, name, sex and month of birth together raise a question. */
function claimPerson(seen: Map<string, Nominee[]>, nominee: Nominee, scope: string): Match[] {
  const byNumber = nominee.idNumber ? claim(seen, `id ${scope} ${textKey(nominee.idNumber)}`, nominee) : [];
  const isKnown = textKey(nominee.name) !== '' && nominee.sex && nominee.birthMonth;
  const personKey = `person ${scope} ${textKey(nominee.name)} ${nominee.sex} ${nominee.birthMonth}`;
  const alike = isKnown ? claim(seen, personKey, nominee) : [];
  const unsure = alike.filter((each) => !byNumber.includes(each) && !(each.idNumber && nominee.idNumber));
  return [...byNumber.map((first) => ({ first, isSure: true })), ...unsure.map((first) => ({ first, isSure: false }))];
}

/**
 * So many earlier rows each row is held against. Beyond them nobody agrees to pairs one by one: what is the same in hundreds of rows is a filler, and
 * their pairs would be more than memory holds.
 */
const MOST_HOLDERS = 30;

/** The first that held the key before: every two of them are a pair of their own, and one may be agreed to without another. */
function claim(seen: Map<string, Nominee[]>, key: string, nominee: Nominee): readonly Nominee[] {
  const holders = seen.get(key) ?? [];
  if (holders.length < MOST_HOLDERS) seen.set(key, [...holders, nominee]);
  return holders;
}
