/** 决定: rows that decide nothing, each with its reason, so that no decision is lost without a word. */
import { listAnswers } from '../apply-decisions.ts';
import { CONCLUSIONS, DECISION_WORDS, findBlank, isConclusion, type Decision } from '../decision.ts';
import { nameNomination, type DecisionSubject } from '../decision-rows.ts';
import { isDecidable, isListedRule, type Finding } from '../finding.ts';
import type { CellRef, Nominee } from '../master-roster.ts';
import { findStep } from '../review.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import { unitNumberKey } from '../unit-number.ts';

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
  const subject = index.decisions.subjectOf(row);
  const nominations = listNominations(index, subject);
  const blank = findBlank(row);
  const isOfStep = step !== null;
  if (subject.kind === 'unknown' || subject.kind === 'both' || (isOfStep && subject.kind === 'unit')) {
    const mend = '更正对象：评审结论填推荐名单中的申报编号，其他决定也可以填会员单位的编号';
    yield fault(
      'decision-subject-unknown',
      at(row, '对象'),
      nominations,
      explainSubject(index, row),
      row.subject,
      mend,
    );
  } else if (blank !== null) {
    const message = `“${row.matter}”的决定没有填写${blank}，还不算数`;
    yield ask('decision-incomplete', at(row, blank), nominations, message, '空白', `补填${blank}`);
  } else if (isConclusion(row.word) !== isOfStep && (isOfStep || answered.has(row))) {
    const words = isOfStep ? CONCLUSIONS : (['agreed', 'refused'] as const);
    const found = row.word === null ? '' : DECISION_WORDS[row.word];
    const mend = `改为：${words.map((word) => DECISION_WORDS[word]).join('、')}`;
    yield fault(
      'decision-word-unfit',
      at(row, '决定'),
      nominations,
      `“${row.matter}”不能决定为“${found}”`,
      found,
      mend,
    );
  } else if (!isOfStep && answered.get(row) !== true) {
    const message = answered.has(row)
      ? `“${row.matter}”不是可以决定放行的问题，这一行不起作用`
      : `“${row.matter}”既不是评审的一步，“${row.subject}”也没有这样一条问题要决定，这一行不起作用`;
    yield ask('decision-idle', at(row, '事项'), nominations, message, row.matter, adviseMatter(index));
  }
}

function listNominations(index: RosterIndex, subject: DecisionSubject): readonly Nominee[] {
  if (subject.kind === 'nomination') return subject.nominations;
  return subject.kind === 'unit' ? index.nomineesByUnit.all(subject.unit.number) : [];
}

/** Whoever corrects a number in 推荐名单 has to correct it here as well, so that a decision is not lost: the nearest one is named. */
function explainSubject(index: RosterIndex, row: Decision): string {
  const subject = index.decisions.subjectOf(row);
  if (row.subject === '') return '没有填写对象';
  if (subject.kind === 'both') return `对象“${row.subject}”既是申报编号，又是单位编号，不知道指的是哪一个`;
  const own = listNominations(index, subject);
  const names = index.roster.nominees.map(nameNomination).filter((name) => name !== '');
  const near = subject.kind === 'unit' ? own.map(nameNomination) : names.filter((name) => isNear(name, row.subject));
  const hint = near.length === 1 ? `，是不是“${near[0] ?? ''}”？` : '';
  return subject.kind === 'unit'
    ? `对象“${row.subject}”是单位编号，评审结论要写到每项申报，这一行不起作用${hint}`
    : `对象“${row.subject}”不在推荐名单和会员单位中，这一行不起作用${hint}`;
}

/** Differs in one character, or in leading zeros, width or punctuation alone. */
function isNear(one: string, other: string): boolean {
  if (textKey(one) === textKey(other) || unitNumberKey(one) === unitNumberKey(other)) return true;
  if (one.length !== other.length) return false;
  return Array.from(one).filter((character, position) => character !== other[position]).length === 1;
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
      const nominations = listNominations(index, index.decisions.subjectOf(row));
      const mend = '确定以哪一行为准，删去另一行';
      yield fault('decision-twice', at(row, '事项'), nominations, message, row.matter, mend, at(first, '事项'));
    }
  }
}

/** One says yes and another no to the same finding, about two of those whom it concerns. */
function* findConflict(index: RosterIndex, rows: readonly Decision[]): Iterable<Finding> {
  const refused = rows.find(({ word }) => word === 'refused');
  const agreed = rows.find(({ word }) => word === 'agreed');
  if (!refused || !agreed) return;
  const message = `“${agreed.matter}”在这一行是“同意”，在第 ${refused.row} 行是“不同意”，说的是同一个问题，不放行`;
  const nominations = listNominations(index, index.decisions.subjectOf(agreed));
  const mend = '由作出决定的单位统一两行';
  yield fault('decision-twice', at(agreed, '决定'), nominations, message, '同意', mend, at(refused, '决定'));
}

function at({ row }: Decision, heading: string): CellRef {
  return { sheet: 'decisions', row, heading };
}

type DecisionRule =
  'decision-subject-unknown' | 'decision-idle' | 'decision-incomplete' | 'decision-word-unfit' | 'decision-twice';

function ask(...parts: Parameters<typeof fault>): Finding {
  return { ...fault(...parts), severity: 'question' };
}

function fault(
  rule: DecisionRule,
  cell: CellRef,
  nominations: readonly Nominee[],
  message: string,
  found: string,
  mend: string,
  ...others: readonly CellRef[]
): Finding {
  const where = [cell, ...others] as const;
  return { rule, severity: 'violation', cite: null, where, nominations, message, found: found || '空白', mend };
}
