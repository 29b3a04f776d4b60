/**
 * 未定稿: what an output rests on and does not have. Rows that count for nothing, units that stand nowhere, cells that could not be read, rows that
 * nobody sees and nobody has answered for, nominations that nobody has decided about: whoever reads the output has to see that there are such.
 */
import type { RosterCheck } from './check-roster.ts';
import { isOpen, type ListedRule } from './finding.ts';
import { groupBy } from './group-by.ts';
import type { Nominee } from './master-roster.ts';
import { cellOf, SHEET, type CellRef } from './roster-cell.ts';
import type { Remark } from './merge-findings.ts';
import { nameRule } from './name-rule.ts';
import type { NomineeCheck } from './nominee-check.ts';
import { findStep } from './find-step.ts';
import { stepsBefore } from './review.ts';
import { GATED_OUTPUTS, type GatedOutput } from './scheme-parts.ts';
import { listWaiting, waitsForOpinion } from './waiting-conclusions.ts';

/** One kind of thing that is missing: so many, which one list has. */
export interface Gap {
  /** In the words of the report's column 问题. */
  readonly what: string;
  readonly count: number;
  /** What is counted. */
  readonly unit: '处' | '个';
  /** The sheet of the check report that has each of them. */
  readonly listed: ReportList;
  /** Where to look, one place for each. */
  readonly where: readonly CellRef[];
}

/** In the order in which they are told. */
const REPORT_LISTS = ['待结论', '逐人结论', '问题清单'] as const;
type ReportList = (typeof REPORT_LISTS)[number];

/** What rests on the roster. Lists need a conclusion besides; the quota table and the tally rest on a few columns alone. */
export type Basis = GatedOutput | 'quota' | 'tally' | 'materials' | 'report';

/** Rules that say that something of the roster is not in what is made of it, or perhaps ought not to be; in the order in which they are told. */
const GAP_RULES: readonly string[] = [
  'unreadable-cell',
  'row-hidden',
  'row-struck',
  'column-hidden',
  'sheet-hidden',
  'sheet-copied',
  'row-unclear',
  'unit-number-blank',
  'duplicate-unit-number',
  'duplicate-unit-code',
  'unknown-district',
  'unknown-award',
  'score-row-unknown',
  'score-row-twice',
  'project-unit-unknown',
  'override-invalid',
  'application-blank',
  'application-twice',
  'application-unknown',
  'condition-unknown',
  'confirmation-twice',
  'material-unknown',
  'material-twice',
  'expert-unknown',
  'expert-namesake',
  'expert-score-twice',
  'decision-subject-unknown',
  'decision-idle',
  'decision-incomplete',
  'decision-word-unfit',
  'decision-twice',
  'opinion-body-differs',
] satisfies ListedRule[];

/**
 * Everything that an output rests on and that is not there: whom it leaves out, then why; empty where the base is complete. A part rests on what is
 * nobody's besides, for that may be theirs; its report tells of their own alone.
 */
export function listGaps(check: RosterCheck, basis: Basis): Gap[] {
  const { nominees } = check;
  const unowned = basis === 'report' ? undefined : check.part?.unowned;
  const found = toGaps(
    check,
    [...check.remarks, ...(unowned?.remarks ?? [])].filter(
      (remark) => isGap(remark) && restsOn(basis, remark.where[0]),
    ),
  );
  const undecided = isList(basis) ? nominees.filter((each) => isUndecided(each, basis)) : [];
  // Who waits for another nomination, or for a row to be corrected, is none whom a body has still to conclude.
  const asked = isList(basis) ? listAsked(check, basis) : new Set<Nominee>();
  const waiting = undecided.filter(({ nominee }) => asked.has(nominee));
  const before = isList(basis) ? stepsBefore(check.index.scheme, basis) : [];
  const seeks = (each: NomineeCheck) => waitsForOpinion(each, before);
  const held = undecided.filter((each) => !waiting.includes(each));
  const strays =
    basis === 'quota' || basis === 'tally' ? [] : [...nominees, ...(unowned?.nominees ?? [])].filter(isStray);
  return [
    ...gapOf('待结论的推荐', '待结论', nomineesOf(waiting.filter((each) => !seeks(each)))),
    ...gapOf('没有征求到同意意见的推荐', '待结论', nomineesOf(waiting.filter(seeks))),
    ...gapOf('须更正或待确认的推荐', '逐人结论', nomineesOf(held)),
    ...gapOf('推荐的单位不在会员单位表中', '问题清单', nomineesOf(strays)),
    ...found,
  ];
}

/** Those whom “待结论” lists for a step that the output waits for. */
function listAsked(check: RosterCheck, output: GatedOutput): Set<Nominee> {
  const steps = stepsBefore(check.index.scheme, output);
  return new Set(listWaiting(check).flatMap(({ step, check: { nominee } }) => (steps.includes(step) ? [nominee] : [])));
}

/**
 * The same of single nominations, for their own papers: what is open about their own rows.
 * @param isBeforeReview whether the paper rests on the check alone, whatever the bodies conclude and however it was written down
 */
export function makeOwnGapLister(check: RosterCheck, isBeforeReview = false): (nominee: Nominee) => Gap[] {
  const own = new Map<Nominee, Remark[]>();
  for (const remark of check.remarks.filter(isGap)) {
    if (isBeforeReview && isOfReview(check, remark)) continue;
    for (const nominee of new Set(remark.nominations)) own.set(nominee, [...(own.get(nominee) ?? []), remark]);
  }
  return (nominee) => toGaps(check, own.get(nominee) ?? []);
}

function isOfReview({ index: { roster, scheme } }: RosterCheck, { where: [{ sheet, row }] }: Remark): boolean {
  return sheet === 'decisions' && roster.decisions.some((each) => each.row === row && findStep(scheme, each) !== null);
}

/** How many kinds are named before the rest is only counted, and how many places of each. */
const MOST_KINDS = 5;
const MOST_PLACES = 3;

/** `未定稿：……`, for whoever works with the master roster; empty where nothing is missing. */
export function describeGaps(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return '';
  const parts = tell(gaps, ({ what, count, unit, where }) => `${what} ${count} ${unit}（${namePlaces(where)}）`);
  return `未定稿：总名册还有以下各项没有处理，本表可能不全。${parts.join('；')}。${nameLists(gaps)}，处理后请重新生成。`;
}

/** As `describeGaps`, for a list that hangs out: counts alone, and that it must not hang out yet. */
export function describeGapsInPublic(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return '';
  const parts = tell(gaps, ({ what, count, unit }) => `${what} ${count} ${unit}`);
  return `未定稿，不得张贴：总名册还有没有处理的事项（${parts.join('，')}），名单可能不全。${nameLists(gaps)}，处理后请重新生成。`;
}

/** `逐处见资格审查报告，待结论的推荐见“待结论”，其余见“问题清单”` */
function nameLists(gaps: readonly Gap[]): string {
  const lists = REPORT_LISTS.filter((list) => gaps.some(({ listed }) => listed === list));
  const last = lists.at(-1) ?? '问题清单';
  if (lists.length < 2) return `逐处见资格审查报告的“${last}”`;
  const parts = lists.slice(0, -1).map((list) => {
    const whats = gaps.filter(({ listed }) => listed === list).map(({ what }) => what);
    return `${whats.join('、')}见“${list}”`;
  });
  return `逐处见资格审查报告，${parts.join('，')}，其余见“${last}”`;
}

/** `“隐藏的行”（推荐名单第 16 行）`, of one nomination: short enough for the head of its form. */
export function describeOwnGaps(gaps: readonly Gap[]): string {
  const [first, ...rest] = gaps;
  if (!first) return '';
  const what = rest.length > 0 ? `“${first.what}”等 ${countAll(gaps)} 处` : `“${first.what}”`;
  return `${what}（${namePlaces(gaps.flatMap(({ where }) => where))}）`;
}

function tell(gaps: readonly Gap[], describe: (gap: Gap) => string): string[] {
  const rest = countAll(gaps.slice(MOST_KINDS));
  return [...gaps.slice(0, MOST_KINDS).map(describe), ...(rest > 0 ? [`其他 ${rest} 处`] : [])];
}

function countAll(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { count }) => sum + count, 0);
}

/** `会员单位第 8、12 行，推荐名单第 30 行等`; a whole column or sheet by its name. */
function namePlaces(where: readonly CellRef[]): string {
  const bySheet = groupBy(where.slice(0, MOST_PLACES), ({ sheet }) => sheet);
  const parts = [...bySheet].map(([sheet, cells]) => {
    const rows = cells.flatMap(({ row }) => row ?? []);
    return rows.length > 0 ? `${SHEET[sheet]}第 ${rows.join('、')} 行` : SHEET[sheet];
  });
  return `${parts.join('，')}${where.length > MOST_PLACES ? '等' : ''}`;
}

function toGaps({ index }: RosterCheck, remarks: readonly Remark[]): Gap[] {
  const order = [...remarks].sort((a, b) => GAP_RULES.indexOf(a.rule) - GAP_RULES.indexOf(b.rule));
  return [...groupBy(order, (remark) => nameRule(index.scheme, remark))].map(([what, ofKind]) => ({
    what,
    count: ofKind.length,
    unit: '处',
    where: ofKind.map(({ where: [cell] }) => cell),
    listed: '问题清单',
  }));
}

function isGap({ rule, findings }: Remark): boolean {
  return GAP_RULES.includes(rule) && findings.some(isOpen);
}

/** Headings that decide how many members a district has, and whom a score sheet is expected from. */
const MEMBER_HEADINGS: readonly string[] = ['编号', '全称', '所属'];
const MATERIAL_SHEETS: readonly string[] = ['memberUnits', 'nominees', 'projects', 'materials', 'confirmations'];

function restsOn(basis: Basis, { sheet, heading }: CellRef): boolean {
  const countsMembers = sheet === 'memberUnits' && MEMBER_HEADINGS.includes(heading);
  if (basis === 'quota') return countsMembers || sheet === 'overrides' || sheet === 'scheme';
  if (basis === 'tally') return countsMembers;
  return basis !== 'materials' || MATERIAL_SHEETS.includes(sheet);
}

function isList(basis: Basis): basis is GatedOutput {
  return GATED_OUTPUTS.some((output) => output === basis);
}

function nomineesOf(checks: readonly NomineeCheck[]): Nominee[] {
  return checks.map(({ nominee }) => nominee);
}

/** That these nominations are not in an output; none where there are none. */
export function gapOf(what: string, listed: ReportList, nominees: readonly Nominee[]): Gap[] {
  const where = nominees.map((nominee): CellRef => cellOf('nominees', nominee, '单位编号'));
  return where.length > 0 ? [{ what, count: where.length, unit: '个', where, listed }] : [];
}

function isStray({ unit, standing }: NomineeCheck): boolean {
  return unit === null && standing.roster !== 'rejected';
}

/** Neither in the list nor refused: it waits for a body, or for somebody to mend what is wrong with its rows. */
function isUndecided({ unit, answer, standing, conclusions }: NomineeCheck, output: GatedOutput): boolean {
  if (unit === null || conclusions.some(({ conclusion }) => conclusion === 'deferred')) return false;
  return standing[output] === 'waiting' || (standing[output] === 'held' && answer !== 'no');
}
