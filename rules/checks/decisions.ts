/** 决定: rows that decide nothing, each with its reason, so that no decision is lost without a word. */
import { listAnswers } from '../apply-decisions.ts';
import { CONCLUSIONS, DECISION_WORDS, findBlank, isConclusion, type Decision } from '../decision.ts';
import { isDecidable, isListedRule, type Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import type { CellRef } from '../roster-cell.ts';
import { findStep } from '../find-step.ts';
import { isCollisionMatter } from '../nominations/collision-matters.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import type { Scheme } from '../scheme.ts';
import { findSubjectFault } from './decision-subject.ts';

/** @param findings all others, with the decisions that answer them */
export function* checkDecisions(index: RosterIndex, findings: readonly Finding[]): Iterable<Finding> {
  if (index.roster.decisions.length === 0) return;
  const answered = new Map<Decision, boolean>();
  for (const finding of findings) {
    if (!isListedRule(finding.rule)) continue;
    const rows = listAnswers(index, finding).flat();
    for (const row of rows) answered.set(row, (answered.get(row) ?? false) || isDecidable(finding));
    yield* findConflict(index, rows);
  }
  const repeated = new Set(index.decisions.repeated.flat());
  for (const row of index.roster.decisions) if (!repeated.has(row)) yield* checkRow(index, row, answered);
  yield* findRepeated(index);
}

/** @param answered rows that name a finding about their own subject, and whether it is one that people decide */
function* checkRow(index: RosterIndex, row: Decision, answered: ReadonlyMap<Decision, boolean>): Iterable<Finding> {
  const step = findStep(index.scheme, row);
  const isOfStep = step !== null;
  // Whether there is such a collision, and whom it is about, shows when lists come in.
  const isOfLists = isCollisionMatter(row.matter);
  const seeks = (step?.asks ?? null) !== null;
  const unknown = isOfLists ? null : findSubjectFault(index, row);
  if (unknown) {
    const { nominations, message, mend } = unknown;
    yield fault({
      rule: 'decision-subject-unknown',
      where: [at(row, '对象')],
      nominations,
      message,
      found: row.subject,
      mend,
    });
    return;
  }
  const nominations = listNominations(index, row);
  const blank = findBlank(row, seeks ? 'opinion' : 'matter');
  const isUnfit = !seeks && isConclusion(row.word) !== isOfStep;
  if (row.word !== null && isUnfit && (isOfStep || isOfLists || answered.has(row))) {
    const words = isOfStep ? CONCLUSIONS : (['agreed', 'refused'] as const);
    const found = DECISION_WORDS[row.word];
    const message = `“${row.matter}”不能决定为“${found}”`;
    const mend = `改为：${words.map((word) => DECISION_WORDS[word]).join('、')}`;
    yield fault({ rule: 'decision-word-unfit', where: [at(row, '决定')], nominations, message, found, mend });
  } else if (blank !== null) {
    const message = `“${row.matter}”的决定没有填写${blank}，还不算数`;
    yield ask({
      rule: 'decision-incomplete',
      where: [at(row, blank)],
      nominations,
      message,
      found: '空白',
      mend: isUnwritten(row) ? `补填${blank}；没有要决定的，删去这一行，这一条就没有了` : `补填${blank}`,
    });
  } else if (!isOfStep && !isOfLists && answered.get(row) !== true) {
    const { message, mend } = explainIdle(index, row, answered.has(row));
    yield ask({ rule: 'decision-idle', where: [at(row, '事项')], nominations, message, found: row.matter, mend });
  }
}

/** Made ready, and never filled in: nobody may ever have meant to. */
function isUnwritten({ word, by, on, tally, reason }: Decision): boolean {
  return word === null && [by, on, tally, reason].every((cell) => cell === '');
}

function listNominations(index: RosterIndex, row: Decision): readonly Nominee[] {
  const subject = index.decisions.subjectOf(row);
  if (subject.kind === 'nomination') return [subject.nomination];
  return subject.kind === 'unit' ? index.nomineesByUnit.all(subject.unit.number) : [];
}

function explainIdle(index: RosterIndex, { matter, subject }: Decision, isAnswer: boolean) {
  if (isCondition(index.scheme, matter)) {
    return {
      message: `“${matter}”是参评条件，条件不能用“同意”放行，这一行不起作用`,
      mend: adviseCondition(index.scheme),
    };
  }
  const message = isAnswer
    ? `“${matter}”不是可以决定放行的问题，这一行不起作用`
    : `“${matter}”既不是评审的一步，“${subject}”也没有这样一条问题要决定，这一行不起作用`;
  return { message, mend: adviseMatter(index) };
}

function isCondition({ awards }: Scheme, matter: string): boolean {
  return awards.some(({ conditions }) => conditions.some(({ demand }) => textKey(demand) === textKey(matter)));
}

/** What lets a nomination out against a condition is a conclusion with its reason, where anybody concludes. */
function adviseCondition({ review }: Scheme): string {
  const steps = review?.steps.map(({ name }) => name) ?? [];
  const mended = '条件其实符合的，更正总名册';
  return steps.length > 0 ? `由评审作“入围”的结论并写明理由，事项填：${steps.join('、')}；${mended}` : mended;
}

function adviseMatter({ scheme }: RosterIndex): string {
  const steps = scheme.review?.steps.map(({ name }) => name) ?? [];
  const others = '照抄审查报告“问题”一栏的写法；问题已经没有了的，可以删去这一行';
  return steps.length > 0 ? `评审结论的事项填：${steps.join('、')}；其他决定${others}` : others;
}

function* findRepeated(index: RosterIndex): Iterable<Finding> {
  for (const [first, ...rest] of index.decisions.repeated) {
    if (!first) continue;
    for (const row of rest) {
      const message = `“${row.subject}”的“${row.matter}”在第 ${first.row} 行已有决定，两行都不算数`;
      const mend = `确定以哪一行为准，删去另一行${isConclusion(row.word) ? '；待议以后又作结论的，两行都留下，各填自己的决定日期' : ''}`;
      const nominations = listNominations(index, row);
      yield fault({
        rule: 'decision-twice',
        where: [at(row, '事项'), at(first, '事项')],
        nominations,
        message,
        found: row.matter,
        mend,
      });
    }
  }
}

/** One says yes and another no to the same finding, about two of those whom it concerns. */
function* findConflict(index: RosterIndex, rows: readonly Decision[]): Iterable<Finding> {
  const refused = rows.find(({ word }) => word === 'refused');
  const agreed = rows.find(({ word }) => word === 'agreed');
  if (!refused || !agreed) return;
  const message = `“${agreed.matter}”在这一行是“同意”，在第 ${refused.row} 行是“不同意”，说的是同一个问题，不放行`;
  const nominations = listNominations(index, agreed);
  const mend = '由作出决定的单位统一两行';
  yield fault({
    rule: 'decision-twice',
    where: [at(agreed, '决定'), at(refused, '决定')],
    nominations,
    message,
    found: '同意',
    mend,
  });
}

function at({ row }: Decision, heading: string): CellRef {
  return { sheet: 'decisions', row, heading };
}

type DecisionRule =
  'decision-subject-unknown' | 'decision-idle' | 'decision-incomplete' | 'decision-word-unfit' | 'decision-twice';

type Fault = Pick<Finding, 'where' | 'nominations' | 'message' | 'found' | 'mend'> & { readonly rule: DecisionRule };

function ask(asked: Fault): Finding {
  return { ...fault(asked), severity: 'question' };
}

function fault({ found, ...rest }: Fault): Finding {
  return { ...rest, severity: 'violation', cite: null, found: found || '空白' };
}
