/** Collisions that show only when all lists stand in the roster: one person or unit in two districts' lists, and more nominations than places. */
import { listAnswers } from '../apply-decisions.ts';
import type { RosterCheck } from '../check-roster.ts';
import { findBlank, type Decision } from '../decision.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { isNamedRule, nameRule } from '../name-rule.ts';
import type { Nominee } from '../master-roster.ts';
import { unitOf } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import { UNDECIDED_WORD } from '../state-words.ts';
import { tellBlank, type GivenDecision } from './collision-decisions.ts';
import { collisionCode } from './collisions.ts';
import { isAbout } from './held-decision.ts';

/** `twice`: answered by a row of 决定. `over`: by one of 名额调整. */
type CheckCollisionKind = 'twice' | 'over';

export interface CheckCollision {
  readonly kind: CheckCollisionKind;
  readonly matter: string;
  /** 申报编号, or district and award. */
  readonly subject: string;
  readonly district: string;
  readonly label: string;
  /** What collides with what. */
  readonly one: string;
  readonly other: string;
  readonly code: string;
  /** Where it stands: whether it is decided, and why not. */
  readonly state: string;
  readonly isDecided: boolean;
  /** What people have filled in; null where they have not. */
  readonly answer: GivenDecision | null;
  /** The answer counts, and the roster is to be given it. */
  readonly isNew: boolean;
  /** Of `over`: what it would take. */
  readonly places: { readonly district: string; readonly award: string; readonly places: number } | null;
}

/** What 事项 says of more nominations than places. */
const PLACES_MATTER = '名额调整';

/**
 * @param applications of the nominations that came in now
 * @param given what people have answered since
 */
export function listCheckCollisions(
  check: RosterCheck,
  applications: ReadonlySet<string>,
  given: readonly GivenDecision[],
): CheckCollision[] {
  const twice = new Set(
    check.nominees.flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === 'nominated-twice' || rule === 'applied-twice'),
    ),
  );
  // A row of 决定 is about one nomination and settles every pair of it: one question a pair would make several rows, of which none counts.
  const pairs = groupBy(twice, ({ nominations: [, second] }) => second);
  return [
    ...[...pairs.values()].flatMap((own) => meetTwice(check, own, { applications, given }) ?? []),
    ...check.places.flatMap((usage) => meetOver(check, usage, { applications, given }) ?? []),
  ];
}

interface Came {
  readonly applications: ReadonlySet<string>;
  readonly given: readonly GivenDecision[];
}

/** @param pairs of one nomination with those before it */
function meetTwice(
  { index }: RosterCheck,
  pairs: readonly Finding[],
  { applications, given }: Came,
): CheckCollision | null {
  const second = pairs[0]?.nominations[1];
  if (!second || second.application === '') return null;
  const districtOf = (nominee: Nominee) => unitOf(index, nominee)?.district ?? '';
  const district = districtOf(second);
  // Twice in one list is for its district to mend.
  const asked = pairs.filter(({ nominations: [first] }) => first && districtOf(first) !== district);
  const isNow = asked.some(({ nominations }) => nominations.some(({ application }) => applications.has(application)));
  const [pair] = asked;
  if (!pair || !isNow) return null;
  const matter = nameRule(index.scheme, pair);
  // What is agreed of the nomination holds beside all of them, those of its own district too.
  const firsts = pairs.flatMap(({ nominations: [first] }) => first ?? []);
  const code = collisionCode('twice', [...firsts, second].map(identify));
  const rest = {
    kind: 'twice',
    matter,
    subject: second.application,
    district,
    label: `“${second.name || second.unitName}”`,
    one: firsts.map((first) => `${districtOf(first)}：${describe(first)}`).join('；'),
    other: `${district}：${describe(second)}`,
    code,
    places: null,
  } as const;
  const rows = asked.flatMap(
    (each) =>
      each.decision ??
      listAnswers(index, each)
        .flat()
        .find(({ word }) => word === 'refused') ??
      [],
  );
  const row = rows.find(({ subject }) => textKey(subject) === textKey(second.application)) ?? rows[0];
  if (row && rows.length === asked.length) {
    const state = `已决定，见总名册“决定”表第 ${listRows(rows)} 行`;
    return { ...rest, state, isDecided: true, isNew: false, answer: { ...row, about: code } };
  }
  const idle = index.decisions
    .namingNomination(second)
    .filter((each) => each.word !== null && isNamedRule(index.scheme, pair, each.matter));
  const [only, other] = idle;
  if (!only) return { ...rest, ...judgeAnswer(rest, given, '已决定，写进新总名册“决定”表') };
  // Another row beside it would make neither count.
  const why = other ? '说的是同一件事，都不算数，请留一行' : tellBlank(only);
  const state = `总名册“决定”表第 ${listRows(idle)} 行${why}。`;
  return { ...rest, state, isDecided: false, isNew: false, answer: null };
}

function listRows(rows: readonly Decision[]): string {
  return [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b).join('、');
}

function meetOver(
  { index }: RosterCheck,
  { district: { name: district }, award: { name: award }, places, nominees }: RosterCheck['places'][number],
  { applications, given }: Came,
): CheckCollision | null {
  const isNow = nominees.some(({ application }) => applications.has(application));
  if (nominees.length <= places || !isNow) return null;
  const rest = {
    kind: 'over',
    matter: PLACES_MATTER,
    subject: `${district} ${award}`,
    district,
    label: award,
    one: `名额 ${places} 个`,
    other: `推荐 ${nominees.length} 个，超出 ${nominees.length - places} 个`,
    code: collisionCode('over', [[district, award, String(places), String(nominees.length)]]),
    places: { district, award, places: nominees.length },
  } as const;
  const row = index.roster.overrides.find((each) => each.district === district && each.award === award);
  if (!row) return { ...rest, ...judgeAnswer(rest, given, '已决定，写进新总名册“名额调整”表') };
  const state = `总名册“名额调整”表第 ${row.row} 行已有这一项，请在那里改，或请区里撤下。`;
  return { ...rest, state, isDecided: false, isNew: false, answer: null };
}

function judgeAnswer(
  { matter, subject, code }: Pick<CheckCollision, 'matter' | 'subject' | 'code'>,
  given: readonly GivenDecision[],
  done: string,
): Pick<CheckCollision, 'state' | 'isDecided' | 'isNew' | 'answer'> {
  const own = given.filter((each) => isAbout(each, matter, subject));
  const answer = own.find(({ about }) => about === code) ?? null;
  if (!answer) {
    const state = own.length > 0 ? '上次的决定是对原来的内容作的，此后内容变了，请再定一次。' : UNDECIDED_WORD;
    return { state, isDecided: false, isNew: false, answer };
  }
  if (findBlank(answer) !== null || (answer.word !== 'agreed' && answer.word !== 'refused')) {
    return { state: `写在汇总里的决定${tellBlank(answer)}。`, isDecided: false, isNew: false, answer };
  }
  if (answer.word === 'agreed' || matter !== PLACES_MATTER)
    return { state: done, isDecided: true, isNew: true, answer };
  return { state: '已决定不加名额，请区里撤下超出的。', isDecided: true, isNew: false, answer };
}

function identify({ application, unitNumber, award, name }: Nominee): string[] {
  return [application, unitNumber, award, name];
}

function describe({ application, unitName, award, name }: Nominee): string {
  return [application, unitName, award, name === unitName ? '' : name].filter((part) => part !== '').join(' ');
}
