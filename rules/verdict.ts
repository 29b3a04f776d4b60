/** 结论: the sentences that explain a decision, to the unit that lost as well. */
import type { Answer } from './answer.ts';
import { describeDecision } from './decision.ts';
import { holdsUp, type Finding } from './finding.ts';
import type { ScoreRow } from './master-roster.ts';
import type { CellRef } from './roster-cell.ts';
import { cellKey } from './merge-findings.ts';
import { messageFor } from './message-for.ts';
import type { LackingParent, NomineeCheck, StepConclusion } from './nominee-check.ts';
import { isRejected } from './review.ts';
import type { RosterIndex } from './roster-index.ts';
import { ANSWER_WORDS, FAULTY_WORD } from './state-words.ts';
import { describeVetoStates } from './veto.ts';

const VERDICT_WORDS: Readonly<Record<Answer, string>> = {
  yes: `${ANSWER_WORDS.yes}参评条件`,
  no: `${ANSWER_WORDS.no}参评条件`,
  unknown: ANSWER_WORDS.unknown,
};

/** `基本得分 96 分，加分 12 分，否决项 3 发生：不符合参评条件（……）`, with every reason that stands in the way; without a score sheet no points. */
export function proveVerdict(index: RosterIndex, nominee: NomineeCheck): string {
  const scored = describeScores(index, nominee);
  return `${scored === '' ? '' : `${scored}：`}${describeVerdict(nominee)}`;
}

/** The same without the points. */
export function describeVerdict(nominee: NomineeCheck): string {
  const because = listObstacles(nominee);
  const decided = nominee.findings.flatMap(({ message, decision }) =>
    decision ? [`“${message}”已由${describeDecision(decision)}`] : [],
  );
  const proof = `${nameVerdict(nominee)}${because.length > 0 ? `（${because.join('；')}）` : ''}`;
  return [proof, ...new Set(decided), ...describeConclusions(nominee)].join('。');
}

/** The association's points of the nominee's unit, `基本得分 96 分，加分 12 分，否决项 3 发生`; empty where the scheme has no score sheets. */
export function describeScores({ scheme, scores }: RosterIndex, { nominee }: NomineeCheck): string {
  return scheme.scoreSheet ? describeScore(scores.first(nominee.unitNumber)) : '';
}

/** What stands in the way of a nomination, each cause once: what is against it before what nobody knows yet. Empty of one that is cleared. */
export function listObstacles(nominee: NomineeCheck): string[] {
  const isTold = makeCauseFinder(nominee.findings);
  const why = nominee.reasons.filter(({ answer, where }) => answer !== 'yes' && !isTold(where));
  const told = new Set(why.map(({ message }) => message));
  const found = nominee.findings
    .filter((finding) => holdsUp(finding) && !told.has(finding.message))
    .filter(({ rule, where: [cell] }) => rule === UNREADABLE || !isTold(cell))
    .map((finding) => ({ severity: finding.severity, message: messageFor(finding, nominee.nominee) }));
  const heldUp = nominee.heldUpBy.map(({ award, row }) => `所在单位的${award}推荐（推荐名单第 ${row} 行）未通过审查`);
  const [no, open] = split(why, ({ answer }) => answer === 'no');
  const [wrong, asked] = split(found, ({ severity }) => severity === 'violation');
  const messages = (each: readonly { readonly message: string }[]) =>
    each.map(({ message }) => message.replace(/。$/, ''));
  return [...new Set([...messages(no), ...messages(wrong), ...heldUp, ...messages(open), ...messages(asked)])];
}

function split<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

/** What a cell that cannot be read lacks besides is the same cause, said once. */
const UNREADABLE: Finding['rule'] = 'unreadable-cell';

function makeCauseFinder(findings: readonly Finding[]): (cell: CellRef) => boolean {
  const cells = new Set(findings.flatMap(({ rule, where: [cell] }) => (rule === UNREADABLE ? [cellKey(cell)] : [])));
  return (cell) => cells.has(cellKey(cell));
}

/** `评审结论：评审委员会于 2022-08-01 决定“入围”`, for each step that is concluded, why one does not count, and who is waited for. */
function describeConclusions(nominee: NomineeCheck): string[] {
  const { cleared, conclusions, lacksParents } = nominee;
  const told = conclusions.flatMap((each) => describeStep(each));
  const isAsked = cleared && !isRejected(nominee) && !lacksParents.some(({ standing }) => standing === 'rejected');
  const open = conclusions.filter(({ conclusion, faults }) => conclusion === null && faults.length === 0);
  const bodies = open.map(({ step }) => `${step.body}${step.name}`);
  return [
    ...told,
    ...(cleared ? lacksParents.map(describeParent) : []),
    ...(isAsked && bodies.length > 0 ? [`待${bodies.join('、')}`] : []),
  ];
}

/** A deferral that was concluded later is told before. */
function describeStep({ step, decision, rows, faults }: StepConclusion): string[] {
  const earlier = rows.filter((row) => row !== decision && row.word === 'deferred');
  const said = decision ? [...earlier, decision].map(describeDecision).join('；后') : '';
  const reasons = [...new Set(faults.map(({ message }) => message.replace(/。$/, '')))];
  const doubt = reasons.length > 0 ? `更正前不算数（${reasons.join('；')}）` : '';
  if (said === '' && doubt === '') return [];
  return [`${step.name}：${[said, doubt].filter((part) => part !== '').join('，')}`];
}

/** `所在单位的先进单位推荐（推荐名单第 3 行）不入围` */
export function describeParent({ nominee: { award, row }, standing }: LackingParent): string {
  const state = standing === 'rejected' ? '不入围' : '尚无入围的结论';
  return `所在单位的${award}推荐（推荐名单第 ${row} 行）${state}`;
}

function nameVerdict({ answer, cleared, findings, heldUpBy }: NomineeCheck): string {
  if (answer !== 'yes' || cleared) return VERDICT_WORDS[answer];
  const isWrong = heldUpBy.length > 0 || findings.some((each) => each.severity === 'violation' && holdsUp(each));
  return isWrong ? `${FAULTY_WORD}，更正前不通过` : VERDICT_WORDS.unknown;
}

/** `基本得分 96 分，加分 12 分，否决项 3 发生` of the association's scores. */
function describeScore(score: ScoreRow | undefined): string {
  if (!score) return '未评分';
  return [
    score.associationBasic === null ? '基本得分未评' : `基本得分 ${score.associationBasic} 分`,
    score.associationBonus === null ? '加分未评' : `加分 ${score.associationBonus} 分`,
    describeVetoStates(score.vetoes),
  ].join('，');
}
