/** 申报编号: every row of 推荐名单 has one of its own, and the other sheets name those that are there. */
import { asksForConfirmation } from '../conditions/registry.ts';
import type { Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { findChecklist } from '../materials.ts';
import { confirmationKey, type RosterIndex } from '../roster-index.ts';
import { linksApplications } from '../sheets.ts';

/** Findings about rows that belong to no application, to two, or to nothing that the scheme asks for. */
export function* checkApplications(index: RosterIndex): Iterable<Finding> {
  yield* findSharedNumbers(index);
  if (!linksApplications(index.scheme)) {
    yield* findMissingNumbers(index);
    return;
  }
  yield* findBlankNumbers(index);
  yield* findStrayRows(index);
  yield* findStrayConditions(index);
  yield* findStrayMaterials(index);
}

function* findSharedNumbers({ nomineesByApplication }: RosterIndex): Iterable<Finding> {
  for (const [first, ...rest] of nomineesByApplication.groups()) {
    if (!first) continue;
    for (const nominee of rest) {
      const where = numberOf(nominee);
      yield fault({
        rule: 'application-twice',
        where: [where, { ...where, row: first.row }],
        nominations: [first, nominee],
        message: `申报编号“${nominee.application}”与第 ${first.row} 行相同`,
        found: nominee.application,
        mend: '给两项申报不同的编号，并核对其他各表中的编号',
      });
    }
  }
}

/** Where other sheets name nominations, one without a number cannot be named. */
function* findBlankNumbers({ roster }: RosterIndex): Iterable<Finding> {
  for (const nominee of roster.nominees) {
    if (nominee.application !== '') continue;
    yield fault({
      rule: 'application-blank',
      where: [numberOf(nominee)],
      nominations: [nominee],
      message: '没有填写申报编号',
      found: '空白',
      mend: '给这项申报一个编号，各表都用它',
    });
  }
}

/** Elsewhere unit, award and name stand in for it; said once. */
function* findMissingNumbers({ roster }: RosterIndex): Iterable<Finding> {
  const [first, ...rest] = roster.nominees.filter(({ application }) => application === '');
  if (!first) return;
  yield {
    rule: 'application-missing',
    severity: 'note',
    cite: null,
    where: [{ sheet: 'nominees', row: null, heading: '申报编号' }],
    nominations: [first, ...rest],
    message: `有 ${rest.length + 1} 项推荐没有申报编号，以单位编号、奖项和姓名代替`,
    found: '空白',
    mend: '给每项推荐一个编号，各次结果就能逐项对照',
  };
}

function numberOf({ row }: Nominee): CellRef {
  return { sheet: 'nominees', row, heading: '申报编号' };
}

function* findStrayRows({ roster, nomineesByApplication }: RosterIndex): Iterable<Finding> {
  for (const sheet of ['materials', 'confirmations', 'expertScores', 'objections'] as const) {
    for (const { row, application } of roster[sheet]) {
      if (nomineesByApplication.first(application)) continue;
      yield fault({
        rule: 'application-unknown',
        where: [{ sheet, row, heading: '申报编号' }],
        nominations: [],
        message: `申报编号“${application}”不在推荐名单中`,
        found: application || '空白',
        mend: '核对编号，照推荐名单中的写法更正',
      });
    }
  }
}

/**
 * A confirmation of something that the award does not ask for is most likely a slip of the pen; of two about one thing nobody but people can
 * say which one holds.
 */
function* findStrayConditions({ roster, nomineesByApplication, awardByName }: RosterIndex): Iterable<Finding> {
  const seen = new Map<string, number>();
  for (const { row, application, condition } of roster.confirmations) {
    const nominee = nomineesByApplication.first(application);
    const award = nominee && awardByName.get(nominee.award);
    if (!award) continue;
    const key = confirmationKey(application, condition);
    const first = seen.get(key);
    seen.set(key, first ?? row);
    if (first !== undefined) {
      const where: CellRef = { sheet: 'confirmations', row, heading: '条件' };
      const own: CellRef = cellOf('nominees', nominee, '申报编号');
      yield fault({
        rule: 'confirmation-twice',
        where: [where, { ...where, row: first }, own],
        nominations: [nominee],
        message: `申报“${application}”的这个条件在第 ${first} 行已有确认：${condition}`,
        found: condition,
        mend: '确定以哪一行为准，删去另一行',
      });
      continue;
    }
    const asked = award.conditions.filter(asksForConfirmation);
    if (asked.some(({ demand }) => confirmationKey(application, demand) === key)) continue;
    yield fault({
      rule: 'condition-unknown',
      where: [{ sheet: 'confirmations', row, heading: '条件' }],
      nominations: [],
      message: `“${condition}”不是${award.name}要人确认的条件`,
      found: condition || '空白',
      mend:
        asked.length > 0
          ? `照抄以下一项：${asked.map(({ demand }) => demand).join('；')}`
          : '核对申报编号：这个奖项没有要确认的条件',
    });
  }
}

function* findStrayMaterials({ roster, scheme, nomineesByApplication, awardByName }: RosterIndex): Iterable<Finding> {
  const seen = new Map<string, number>();
  for (const { row, application, position } of roster.materials) {
    const nominee = nomineesByApplication.first(application);
    const award = nominee && awardByName.get(nominee.award);
    if (!award) continue;
    const where: CellRef = { sheet: 'materials', row, heading: '序号' };
    const items = findChecklist(scheme.materials, award.id, nominee.facts)?.items ?? [];
    const first = seen.get(`${application} ${position}`);
    seen.set(`${application} ${position}`, first ?? row);
    if (!items.some((item) => item.position === position)) {
      yield fault({
        rule: 'material-unknown',
        where: [where],
        nominations: [],
        message: `${award.name}的材料清单没有第 ${position ?? '（空白）'} 项`,
        found: String(position ?? '空白'),
        mend: items.length > 0 ? `改为 1 到 ${items.length} 之间的序号` : '核对申报编号：这个奖项没有材料清单',
      });
    } else if (first !== undefined) {
      yield fault({
        rule: 'material-twice',
        where: [where, { ...where, row: first }, numberOf(nominee)],
        nominations: [nominee],
        message: `申报“${application}”的第 ${position} 项材料在第 ${first} 行已有登记`,
        found: String(position),
        mend: '确定以哪一行为准，删去另一行',
      });
    }
  }
}

type LinkRule =
  | 'application-blank'
  | 'application-twice'
  | 'application-unknown'
  | 'condition-unknown'
  | 'confirmation-twice'
  | 'material-unknown'
  | 'material-twice';

type Fault = Pick<Finding, 'where' | 'nominations' | 'message' | 'found' | 'mend'> & { readonly rule: LinkRule };

function fault(found: Fault): Finding {
  return { ...found, severity: 'violation', cite: null };
}
