/** A unit or a nominee on one card: what the rules say of it, with every reason and its clause. Nothing is judged here. */
import { citeIn, describeCitation } from '../../../rules/citation.ts';
import type { Finding } from '../../../rules/finding.ts';
import { hideLongNumbers } from '../../../rules/id-number.ts';
import { messageFor } from '../../../rules/message-for.ts';
import type { MemberUnit, Nominee, ScoreRow } from '../../../rules/master-roster.ts';
import type { NomineeCheck, Standing } from '../../../rules/nominee-check.ts';
import type { RosterCheck } from '../../../rules/check-roster.ts';
import { FAULTY_WORD } from '../../../rules/state-words.ts';
import { describeUnjudged, findUnjudged } from '../../../rules/unjudged.ts';
import { scopeOf, unitOf } from '../../../rules/roster-index.ts';
import { describeTooMany, listOtherNames, listOthers } from '../../../rules/told-to-units.ts';
import { describeObstacles, makeObstacleLister } from '../../../rules/unit-obstacles.ts';
import { describeVerdict } from '../../../rules/verdict.ts';
import { describeVetoStates } from '../../../rules/veto.ts';
import { GATED_OUTPUTS, type GatedOutput } from '../../../rules/scheme-parts.ts';
import type { LoadedRoster } from '../../../jobs/load-roster.ts';
import { badgeOf, type NominationBadge } from '../../desk/nomination-state.ts';
import type { CardKey } from './find-entries.ts';
import { labelNominee } from '../../desk/roster-report.ts';
import type { Citing, ReasonKind, ReasonView } from './reason-view.ts';
import { viewReturned, type ReturnedOfUnit } from './returned-view.ts';
import type { ReturnsDesk } from '../returns/returns-desk.ts';

export interface NominationView {
  /** In 推荐名单; a unit may be nominated twice by the same words. */
  readonly row: number;
  readonly title: string;
  /** What became of it, in a word and its colour. */
  readonly badge: NominationBadge;
  /** The verdict in one sentence. */
  readonly verdict: string;
  /** What decided first. */
  readonly reasons: readonly ReasonView[];
  /** `名册：列入`, of each list. */
  readonly lists: readonly { readonly name: string; readonly word: string }[];
  /** Names of others that the sentences hold, which no unit is handed. */
  readonly otherNames: readonly string[];
}

export interface CardView {
  readonly scheme: string;
  readonly title: string;
  /** `编号 200001，浦东` */
  readonly about: string;
  /** What stands in 评分 of the roster; empty where the scheme has none. */
  readonly scores: readonly { readonly label: string; readonly value: string }[];
  readonly nominations: readonly NominationView[];
  /** Of a unit that nobody nominates: what is against nominating it. Empty of others. */
  readonly unnominated: string;
  /** The places of the district that the nominations are for. */
  readonly places: readonly string[];
  /** What came in from the unit; null before score sheets were received. */
  readonly returned: ReturnedOfUnit | null;
}

/** @returns null where the roster has no such row any more */
export function viewCard(loaded: LoadedRoster, { sheet, row }: CardKey, returns: ReturnsDesk): CardView | null {
  const { check, scheme, roster } = loaded;
  const { index } = check;
  const nominee = sheet === 'nominees' ? roster.nominees.find((each) => each.row === row) : undefined;
  const unit = nominee ? unitOf(index, nominee) : (roster.memberUnits.find((each) => each.row === row) ?? null);
  if (!nominee && !unit) return null;
  const nominees = nominee ? [nominee] : index.nomineesByUnit.all(unit?.number ?? '');
  const citing = citer(loaded);
  const score = index.scores.first(unit?.number ?? nominee?.unitNumber ?? '');
  const received = unit ? returns.find(unit.number) : null;
  return {
    scheme: scheme.title,
    title: hideLongNumbers(nominee ? nominee.name || nominee.unitName : (unit?.name ?? '')),
    about: describeSubject(nominee ?? null, unit),
    scores: scheme.scoreSheet ? viewScore(loaded, score) : [],
    nominations: nominees.map((each) => viewNomination(loaded, each, citing)),
    unnominated: unit && nominees.length === 0 ? tellUnnominated(loaded, unit) : '',
    places: listPlaces(loaded, nominees, unit),
    returned: received && viewReturned(received, citing),
  };
}

function citer({ scheme: { documents } }: LoadedRoster): Citing {
  const titles = new Map(documents.map(({ key, shortTitle }) => [key, shortTitle]));
  return (citation) => (citation ? describeCitation(citation, titles) : '');
}

function describeSubject(nominee: Nominee | null, unit: MemberUnit | null): string {
  const parts = [
    nominee && nominee.name !== '' && nominee.name !== nominee.unitName ? nominee.unitName : '',
    unit ? `编号 ${unit.number}` : `编号 ${nominee?.unitNumber ?? ''} 不在会员单位里`,
    unit?.district ?? '',
  ];
  return hideLongNumbers(parts.filter((part) => part !== '').join('，'));
}

function viewScore({ scheme }: LoadedRoster, score: ScoreRow | undefined): CardView['scores'] {
  const { columns } = scheme.scoreSheet ?? {};
  if (!columns) return [];
  const show = (points: number | null | undefined) => (typeof points === 'number' ? `${points} 分` : '没有');
  return [
    { label: `${columns.basic.association}（基本）`, value: show(score?.associationBasic) },
    { label: `${columns.bonus.association}（加分）`, value: show(score?.associationBonus) },
    { label: `${columns.basic.self}（基本）`, value: show(score?.selfBasic) },
    { label: `${columns.bonus.self}（加分）`, value: show(score?.selfBonus) },
    ...(score ? [{ label: '否决项', value: describeVetoStates(score.vetoes) }] : []),
  ];
}

function tellUnnominated({ check: { index }, scheme: { awards } }: LoadedRoster, unit: MemberUnit): string {
  const against = describeObstacles(makeObstacleLister(index)(unit, awards), awards);
  if (against !== '') return `推荐名单里没有它。${hideLongNumbers(against)}。`;
  return '推荐名单里没有它；它没有不能推荐的原因，推荐哪些由推荐的单位决定。';
}

function viewNomination({ check }: LoadedRoster, nominee: Nominee, citing: Citing): NominationView {
  const judged = check.nominees.find((each) => each.nominee === nominee);
  const title = [nominee.award, nominee.name].filter((part) => part !== '').join('：');
  if (!judged) return viewUnjudged(check, nominee, { title: hideLongNumbers(title), citing });
  const scope = scopeOf(check.index, nominee);
  const reasons = judged.reasons.map(({ answer, message, condition }): ReasonView => ({
    answer,
    message,
    mend: answer === 'yes' ? '' : condition.mend,
    citation: citing(citeIn(condition, scope)),
    together: '',
    others: '',
  }));
  const said = new Set(reasons.map(({ message }) => message));
  const found = judged.findings
    .filter(({ message, severity }) => severity !== 'note' && !said.has(message))
    .map((finding) => viewFinding(check, nominee, { finding, citing }));
  return {
    row: nominee.row,
    title: hideLongNumbers(title),
    badge: badgeOf(judged),
    verdict: hideLongNumbers(describeVerdict(judged)),
    reasons: sortReasons([...reasons, ...found]),
    lists: judged.cleared || judged.answer !== 'yes' ? viewLists(judged) : [],
    otherNames: listOtherNames(judged),
  };
}

function viewFinding(
  check: RosterCheck,
  nominee: Nominee,
  { finding, citing }: { readonly finding: Finding; readonly citing: Citing },
): ReasonView {
  const { severity, mend, cite, decision } = finding;
  return {
    answer: decision ? 'yes' : severity === 'violation' ? 'wrong' : 'unknown',
    message: hideLongNumbers(messageFor(finding, nominee)),
    mend: decision ? '' : mend,
    citation: citing(cite),
    together: finding.rule === 'over-quota' && !decision ? describeTooMany(check.places, nominee) : '',
    others: decision ? '' : nameOthers(finding, nominee),
  };
}

/** Of an award that the scheme does not know. */
function viewUnjudged(
  check: RosterCheck,
  nominee: Nominee,
  { title, citing }: { readonly title: string; readonly citing: Citing },
): NominationView {
  const found = findUnjudged(check).get(nominee) ?? [];
  const why = describeUnjudged(found, nominee);
  return {
    row: nominee.row,
    title,
    badge: badgeOf(undefined),
    verdict: hideLongNumbers(`${FAULTY_WORD}，更正前不通过（${why.join('；')}）`),
    reasons: sortReasons(found.map((finding) => viewFinding(check, nominee, { finding, citing }))),
    lists: [],
    otherNames: listOtherNames({ nominee, findings: found }),
  };
}

const ORDER: Readonly<Record<ReasonKind, number>> = { no: 0, wrong: 1, unknown: 2, yes: 3 };

/** Names that are told before the rest is only counted. */
const MOST_NAMED = 30;

/** Whom a finding is about besides; empty of one that is about nobody else. */
function nameOthers(finding: Finding, nominee: Nominee): string {
  const others = listOthers(finding, nominee);
  if (others.length === 0) return '';
  const named = others.slice(0, MOST_NAMED).map((each) => hideLongNumbers(labelNominee(each)));
  return `另 ${others.length} 个是：${named.join('、')}${others.length > MOST_NAMED ? '等' : ''}。`;
}

/** What decided comes first: what is against it, then what is not known, then what holds. */
function sortReasons(reasons: readonly ReasonView[]): ReasonView[] {
  return [...reasons].sort((a, b) => ORDER[a.answer] - ORDER[b.answer]);
}

const LIST_NAMES: Readonly<Record<GatedOutput, string>> = {
  roster: '名册',
  notice: '公示名单',
  prize: '奖金发放表',
  certificate: '证书',
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  chosen: '列入',
  against: '按决定列入',
  waiting: '待结论，暂不列入',
  rejected: '不入围，不列入',
  held: '没有通过审查，不列入',
};

function viewLists({ standing }: NomineeCheck): NominationView['lists'] {
  return GATED_OUTPUTS.filter((output) => output !== 'certificate').map((output) => ({
    name: LIST_NAMES[output],
    word: STANDING_WORDS[standing[output]],
  }));
}

function listPlaces({ check }: LoadedRoster, nominees: readonly Nominee[], unit: MemberUnit | null): string[] {
  const awards = new Set(nominees.map(({ award }) => award));
  return check.places
    .filter(({ district, award }) => district.name === unit?.district && awards.has(award.name))
    .map(
      ({ district, award, places, nominees: taken }) =>
        `${district.name}${award.name}名额 ${places} 个，推荐 ${taken.length} 个`,
    );
}
