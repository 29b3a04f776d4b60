/**
 * 参评条件: what each condition of an award says of one nominee. Every condition is answered, so that a decision can be explained with
 * all its reasons, and "not yet known" is never taken for "no".
 */
import { all, any, type Answer } from './answer.ts';
import type { AnyOfCondition, Condition, FactCondition, ParentAwardCondition } from './condition.ts';
import { hideLongNumbers } from './id-number.ts';
import { VETO_WORDS, vetoHeading, type CellRef, type MemberUnit, type Nominee } from './master-roster.ts';
import { toSteps } from './points.ts';
import type { FactValue } from './roster-column.ts';
import { nominationKey, type RosterIndex } from './roster-index.ts';
import type { Award } from './scheme.ts';
import { judgeBasicPoints } from './score-verdict.ts';
import { judgeVetoes } from './veto.ts';

/** What one condition says of one nominee. */
export interface Reason {
  readonly condition: Condition;
  readonly answer: Answer;
  readonly where: CellRef;
  /** In Chinese, without the place and without a full stop: `基本得分 84 分，低于 85 分`. */
  readonly message: string;
  readonly found: string;
}

export interface Eligibility {
  readonly nominee: Nominee;
  readonly award: Award;
  readonly unit: MemberUnit | null;
  readonly answer: Answer;
  /** In the order of the award's conditions; a veto condition gives one reason for each item that is not clear. */
  readonly reasons: readonly Reason[];
}

interface Subject {
  readonly index: RosterIndex;
  readonly nominee: Nominee;
  readonly award: Award;
  readonly judgeParent: (nominee: Nominee, award: Award) => Answer;
}

/**
 * Judges every nominee whose award the scheme knows, in the roster's order. A unit that is missing from the member units is answered by the
 * `member-unit` condition alone: nothing else is known of it.
 */
export function judgeNominees(index: RosterIndex): Eligibility[] {
  const judged = new Map<Nominee, Eligibility>();
  const judge = (nominee: Nominee, award: Award): Eligibility => {
    const known = judged.get(nominee);
    if (known) return known;
    const subject = { index, nominee, award, judgeParent: (n: Nominee, a: Award) => judge(n, a).answer };
    const unit = index.unitByNumber.get(nominee.unitNumber) ?? null;
    const reasons = award.conditions.flatMap((condition) => answerCondition(condition, unit, subject)).map(hideNumbers);
    const eligibility = { nominee, award, unit, answer: all(reasons.map(({ answer }) => answer)), reasons };
    judged.set(nominee, eligibility);
    return eligibility;
  };
  return index.roster.nominees.flatMap((nominee) => {
    const award = index.awardByName.get(nominee.award);
    return award ? [judge(nominee, award)] : [];
  });
}

/** Whatever somebody typed into a cell may stand in a reason, and so may an ID number in the wrong column. */
function hideNumbers(reason: Reason): Reason {
  return { ...reason, message: hideLongNumbers(reason.message), found: hideLongNumbers(reason.found) };
}

function answerCondition(condition: Condition, unit: MemberUnit | null, subject: Subject): Reason[] {
  if (condition.kind === 'judgement') return [];
  if (condition.kind === 'member-unit') return [answerMemberUnit(condition, unit, subject.nominee)];
  if (unit === null) return [];
  switch (condition.kind) {
    case 'fact':
      return appliesTo(condition, unit, subject.index) ? [answerFact(condition, unit, subject.nominee)] : [];
    case 'any-of':
      return [answerAnyOf(condition, unit, subject)];
    case 'basic-points':
      return [answerBasicPoints(condition, subject)];
    case 'veto':
      return answerVetoItems(condition, subject);
    case 'parent-award':
      return [answerParentAward(condition, subject)];
  }
}

function answerMemberUnit(condition: Condition, unit: MemberUnit | null, nominee: Nominee): Reason {
  return {
    condition,
    answer: unit ? 'yes' : 'no',
    where: { sheet: 'nominees', row: nominee.row, heading: '单位编号' },
    message: unit ? '单位在会员单位表中' : `编号“${nominee.unitNumber}”不在会员单位表中`,
    found: nominee.unitNumber,
  };
}

/** A condition of some scopes only is not asked of a unit whose district, and so whose scope, is unknown. */
function appliesTo({ exceptScopes }: FactCondition, unit: MemberUnit, index: RosterIndex): boolean {
  if (!exceptScopes) return true;
  const scope = index.districtByName.get(unit.district)?.scope;
  return scope !== undefined && !exceptScopes.includes(scope);
}

function answerFact(condition: FactCondition, unit: MemberUnit, nominee: Nominee): Reason {
  const ofUnit = condition.of === 'member-unit';
  const value = (ofUnit ? unit : nominee).facts.get(condition.heading) ?? null;
  const answer = testFact(condition.test, value);
  return {
    condition,
    answer,
    where: {
      sheet: ofUnit ? 'memberUnits' : 'nominees',
      row: ofUnit ? unit.row : nominee.row,
      heading: condition.heading,
    },
    message: describeAnswer(answer, condition.demand, `“${condition.heading}”为${showFact(value)}`),
    found: showFact(value),
  };
}

function answerAnyOf(condition: AnyOfCondition, unit: MemberUnit, { index, nominee }: Subject): Reason {
  const reasons = condition.conditions
    .filter((each) => appliesTo(each, unit, index))
    .map((each) => answerFact(each, unit, nominee));
  const answer = any(reasons.map((reason) => reason.answer));
  const found = reasons.map((reason) => `“${reason.where.heading}”为${reason.found}`).join('，');
  const first = reasons.find((reason) => reason.answer === answer);
  return {
    condition,
    answer,
    where: first?.where ?? { sheet: 'memberUnits', row: unit.row, heading: '编号' },
    message: describeAnswer(answer, condition.demand, found),
    found,
  };
}

function testFact(test: FactCondition['test'], value: FactValue): Answer {
  if (value === null || value === '') return 'unknown';
  if ('is' in test) return typeof value === 'boolean' ? toAnswer(value === (test.is === 'yes')) : 'unknown';
  if ('oneOf' in test) {
    const text = String(value);
    return test.unknownIf?.includes(text) ? 'unknown' : toAnswer(test.oneOf.includes(text));
  }
  if (typeof value !== 'number') return 'unknown';
  return toAnswer('atLeast' in test ? value >= test.atLeast : value <= test.atMost);
}

function answerBasicPoints(condition: Condition, { index, nominee }: Subject): Reason {
  const { step } = index.scheme.scoreSheet;
  const score = index.scoreByUnit.get(nominee.unitNumber);
  if (!score) {
    const where: CellRef = { sheet: 'nominees', row: nominee.row, heading: '单位编号' };
    return { condition, answer: 'unknown', where, message: '评分表中没有该单位', found: '空白' };
  }
  const where: CellRef = { sheet: 'scores', row: score.row, heading: '基本得分（协会）' };
  if (score.associationBasic === null) {
    return { condition, answer: 'unknown', where, message: '协会尚未评定基本得分', found: '空白' };
  }
  const points = score.associationBasic;
  const steps = toSteps(points, step.value);
  const { answer, message } =
    steps === null
      ? { answer: 'unknown' as const, message: `基本得分 ${points} 分不合计分单位` }
      : judgeBasicPoints(index.scheme.scoreSheet, steps);
  return { condition, answer, where, message, found: String(points) };
}

function answerVetoItems(condition: Condition, { index, nominee }: Subject): Reason[] {
  const score = index.scoreByUnit.get(nominee.unitNumber);
  const items = index.scheme.scoreSheet.vetoItems;
  if (!score) {
    const where: CellRef = { sheet: 'nominees', row: nominee.row, heading: '单位编号' };
    return [{ condition, answer: 'unknown', where, message: '否决项尚未确认', found: '空白' }];
  }
  return judgeVetoes(items, score.vetoes).map(({ position, state, answer, message }) => ({
    condition,
    answer,
    where: { sheet: 'scores', row: score.row, heading: vetoHeading(position) },
    message,
    found: VETO_WORDS[state],
  }));
}

function answerParentAward(condition: ParentAwardCondition, { index, nominee, judgeParent }: Subject): Reason {
  const award = index.scheme.awards.find((each) => each.id === condition.award);
  const parent = index.nomineeByAwardAndUnit.get(nominationKey(condition.award, nominee.unitNumber));
  const name = award?.name ?? condition.award;
  const where: CellRef = { sheet: 'nominees', row: nominee.row, heading: '单位编号' };
  if (!award || !parent) {
    return { condition, answer: 'no', where, message: `所在单位未被推荐为${name}`, found: '未推荐' };
  }
  const answer = judgeParent(parent, award);
  const state = { yes: '符合条件', no: '不符合条件', unknown: '尚有待确认事项' }[answer];
  return {
    condition,
    answer,
    where,
    message: `所在单位的${name}推荐（推荐名单第 ${parent.row} 行）${state}`,
    found: `第 ${parent.row} 行`,
  };
}

function describeAnswer(answer: Answer, demand: string, found: string): string {
  if (answer === 'yes') return `${demand}：${found}`;
  return answer === 'no' ? `${demand}，而${found}` : `${demand}，而${found}，尚不能确定`;
}

function showFact(value: FactValue): string {
  if (value === null || value === '') return '空白';
  if (typeof value === 'boolean') return value ? '“是”' : '“否”';
  return `“${value}”`;
}

function toAnswer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}
