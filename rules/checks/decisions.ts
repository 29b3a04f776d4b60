/** 决定: what people decided is found again at the findings that it answers, and a row that decides nothing is said. */
import { CONCLUSIONS, DECISION_WORDS, findBlank, isConclusion, type Decision } from '../decision.ts';
import type { Eligibility } from '../eligibility.ts';
import { isAboutRow, isDecidable, isListedRule, type Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { CellRef, Nominee } from '../master-roster.ts';
import { nameRule } from '../name-rule.ts';
import { concludeSteps, findShortlisting, findStep } from '../review.ts';
import type { RosterIndex } from '../roster-index.ts';
import { subjectOfRow } from './concerned.ts';
import { textKey } from '../same-text.ts';
import { unitNumberKey } from '../unit-number.ts';

/** The findings, each with the decision that answers it; none is left out. */
export function applyDecisions(index: RosterIndex, findings: readonly Finding[]): Finding[] {
  if (index.roster.decisions.length === 0) return [...findings];
  return findings.map((finding) => {
    const decision = isListedRule(finding.rule)
      ? findException(index, finding)
      : findAgainst(index, finding.nominations);
    return decision ? { ...finding, decision } : finding;
  });
}

/** A row that names the finding and one of those whom it is about. */
function findException(index: RosterIndex, finding: Finding): Decision | null {
  if (!isDecidable(finding)) return null;
  const name = textKey(nameRule(index.scheme, finding));
  const rows = isAboutRow(finding)
    ? rowsAboutRow(index, finding.where[0])
    : finding.nominations.flatMap((nominee) => rowsAbout(index, nominee));
  return rows.find((row) => textKey(row.matter) === name && findBlank(row) === null && row.word === 'agreed') ?? null;
}

/** A body that shortlists whoever fails a condition has decided about it, if it says why. */
function findAgainst(index: RosterIndex, nominations: readonly Nominee[]): Decision | null {
  const [nominee, other] = nominations;
  if (!nominee || other) return null;
  const conclusions = concludeSteps(index, nominee);
  if (conclusions.some(({ conclusion }) => conclusion === 'rejected' || conclusion === 'deferred')) return null;
  const decision = findShortlisting(conclusions);
  return decision && decision.reason !== '' ? decision : null;
}

function rowsAbout(
  { decisions, decisionsByUnit }: RosterIndex,
  { application, unitNumber }: Nominee,
): readonly Decision[] {
  return [...decisions.all(application), ...decisionsByUnit.all(unitNumber)];
}

/** What is asked of one row is answered for that row: a unit's name that is real says nothing of its people's. */
function rowsAboutRow(index: RosterIndex, cell: CellRef): readonly Decision[] {
  const { application, unitNumber } = subjectOfRow(index, cell);
  return [...index.decisions.all(application), ...index.decisionsByUnit.all(unitNumber)];
}

/** Findings about the rows of 决定. @param findings what the check has found otherwise */
export function* checkDecisions(
  index: RosterIndex,
  findings: readonly Finding[],
  eligibilities: readonly Eligibility[],
): Iterable<Finding> {
  const names = new Set(
    findings.filter(({ rule }) => isListedRule(rule)).map((each) => textKey(nameRule(index.scheme, each))),
  );
  for (const row of index.roster.decisions) yield* checkRow(index, row, names);
  yield* findRepeated(index);
  yield* findUnreasoned(index, eligibilities);
  yield* findTooMany(index);
}

function* checkRow(index: RosterIndex, row: Decision, names: ReadonlySet<string>): Iterable<Finding> {
  const step = findStep(index.scheme, row);
  const nominations = subjectOf(index, row);
  if (nominations === null) {
    yield fault(
      'decision-subject-unknown',
      at(row, '对象'),
      [],
      explainSubject(index, row),
      row.subject,
      '更正对象：填推荐名单中的申报编号，或会员单位的编号',
    );
    return;
  }
  if (!step && !names.has(textKey(row.matter))) {
    yield {
      ...fault(
        'decision-idle',
        at(row, '事项'),
        nominations,
        `“${row.matter}”既不是评审的一步，也没有这样一条问题要决定，这一行不起作用`,
        row.matter,
        listMatters(index),
      ),
      severity: 'question',
    };
    return;
  }
  const blank = findBlank(row);
  if (blank !== null) {
    yield {
      ...fault(
        'decision-incomplete',
        at(row, blank),
        nominations,
        `“${row.matter}”的决定没有填写${blank}，还不算数`,
        '空白',
        `补填${blank}`,
      ),
      severity: 'question',
    };
    return;
  }
  if (isConclusion(row.word) === (step !== null)) return;
  const words = step ? CONCLUSIONS : (['agreed', 'refused'] as const);
  yield fault(
    'decision-word-unfit',
    at(row, '决定'),
    nominations,
    `“${row.matter}”不能决定为“${row.word === null ? '' : DECISION_WORDS[row.word]}”`,
    row.word === null ? '空白' : DECISION_WORDS[row.word],
    `改为：${words.map((word) => DECISION_WORDS[word]).join('、')}`,
  );
}

/** The nominations that a row is about; null where it names neither an application nor a unit. */
function subjectOf(
  { nomineesByApplication, nomineesByUnit, units }: RosterIndex,
  { subject }: Decision,
): readonly Nominee[] | null {
  const own = nomineesByApplication.all(subject);
  if (own.length > 0) return own;
  return units.first(subject) ? nomineesByUnit.all(subject) : null;
}

/** Whoever corrects a number in 推荐名单 has to correct it here as well, so that a decision is not lost: the nearest one is named. */
function explainSubject(index: RosterIndex, { subject }: Decision): string {
  if (subject === '') return '没有填写对象';
  const numbers = index.roster.nominees.map(({ application }) => application).filter((each) => each !== '');
  const near = numbers.filter((each) => isNear(each, subject));
  const hint = near.length === 1 ? `，是不是“${near[0] ?? ''}”？` : '';
  return `对象“${subject}”不在推荐名单和会员单位中，这一行不起作用${hint}`;
}

/** Differs in one character, or in leading zeros, width or punctuation alone. */
function isNear(one: string, other: string): boolean {
  if (textKey(one) === textKey(other) || unitNumberKey(one) === unitNumberKey(other)) return true;
  if (one.length !== other.length) return false;
  return Array.from(one).filter((character, position) => character !== other[position]).length === 1;
}

function listMatters({ scheme }: RosterIndex): string {
  const steps = scheme.review?.steps.map(({ name }) => name) ?? [];
  return steps.length > 0
    ? `评审结论的事项填：${steps.join('、')}；其他决定照抄审查报告“问题”一栏的写法；问题已经没有了的，可以删去这一行`
    : '照抄审查报告“问题”一栏的写法；问题已经没有了的，可以删去这一行';
}

function* findRepeated(index: RosterIndex): Iterable<Finding> {
  const rows = index.roster.decisions.filter(({ subject }) => subject !== '');
  for (const [first, ...rest] of groupBy(rows, (row) => `${row.subject} ${textKey(row.matter)}`).values()) {
    if (!first) continue;
    for (const row of rest) {
      yield fault(
        'decision-twice',
        at(row, '事项'),
        subjectOf(index, row) ?? [],
        `“${row.subject}”的“${row.matter}”在第 ${first.row} 行已有决定，两行都不算数`,
        row.matter,
        '确定以哪一行为准，删去另一行',
        at(first, '事项'),
      );
    }
  }
}

/** The body decides, and says why where a condition speaks against it. */
function* findUnreasoned(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  for (const { nominee, answer, reasons } of eligibilities) {
    if (answer === 'yes') continue;
    const conclusions = concludeSteps(index, nominee);
    const last = conclusions.findLast(({ conclusion }) => conclusion === 'shortlisted');
    if (!last?.decision || last.decision.reason !== '') continue;
    const failed = reasons.filter((each) => each.answer !== 'yes').map(({ message }) => message);
    yield {
      ...fault(
        'conclusion-unreasoned',
        at(last.decision, '理由'),
        [nominee],
        `${last.step.name}为“入围”，而条件尚未全部符合（${failed.join('；')}），没有写明理由`,
        '空白',
        `由${last.step.body}写明理由，或改变结论；条件其实符合的，更正总名册`,
      ),
      cite: last.step.cite,
    };
  }
}

/** 十佳 is ten: more than the award's own number cannot be shortlisted. */
function* findTooMany(index: RosterIndex): Iterable<Finding> {
  const { review } = index.scheme;
  const last = review?.steps.at(-1);
  for (const { award, most } of review?.places ?? []) {
    const shortlisted = index.roster.nominees.flatMap((nominee) => {
      if (index.awardByName.get(nominee.award)?.id !== award) return [];
      const final = concludeSteps(index, nominee).find(({ step }) => step === last);
      return final?.conclusion === 'shortlisted' && final.decision ? [{ nominee, decision: final.decision }] : [];
    });
    const [over, ...rest] = shortlisted.slice(most.value);
    if (!over) continue;
    yield {
      ...fault(
        'award-places-exceeded',
        at(over.decision, '决定'),
        shortlisted.map(({ nominee }) => nominee),
        `${over.nominee.award}入围 ${shortlisted.length} 个，只有 ${most.value} 个，超出 ${rest.length + 1} 个`,
        String(shortlisted.length),
        '由评审的单位确定哪些入围；在此之前这一组都不列入',
      ),
      cite: most.cite,
    };
  }
}

function at({ row }: Decision, heading: string): CellRef {
  return { sheet: 'decisions', row, heading };
}

type DecisionRule =
  | 'decision-subject-unknown'
  | 'decision-idle'
  | 'decision-incomplete'
  | 'decision-word-unfit'
  | 'decision-twice'
  | 'conclusion-unreasoned'
  | 'award-places-exceeded';

function fault(
  rule: DecisionRule,
  where: CellRef,
  nominations: readonly Nominee[],
  message: string,
  found: string,
  mend: string,
  ...others: readonly CellRef[]
): Finding {
  return {
    rule,
    severity: 'violation',
    cite: null,
    where: [where, ...others],
    nominations,
    message,
    found: found || '空白',
    mend,
  };
}
