/** 推荐名单: what each row must hold, apart from the conditions of its award. */
import { cellOfAward } from './concerned.ts';
import type { Finding } from '../finding.ts';
import { cellOf } from '../roster-cell.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';
import { whenCited } from './cited.ts';

/** Findings about single rows of 推荐名单. */
export function* checkNominees(index: RosterIndex): Iterable<Finding> {
  yield* findUnknownAwards(index);
  yield* findDifferentUnitNames(index);
  yield* findMissingFields(index);
}

function* findUnknownAwards({ roster, awardByName, scheme }: RosterIndex): Iterable<Finding> {
  for (const nominee of roster.nominees) {
    if (awardByName.has(nominee.award)) continue;
    yield {
      rule: 'unknown-award',
      severity: 'violation',
      cite: null,
      where: [cellOfAward(nominee)],
      nominations: [nominee],
      message: `奖项“${nominee.award}”不在本次评选之列`,
      found: nominee.award || '空白',
      mend: `改为以下奖项之一：${scheme.awards.map(({ name }) => name).join('、')}`,
    };
  }
}

function* findDifferentUnitNames(index: RosterIndex): Iterable<Finding> {
  yield* whenCited(index, 'unit-name-differs', function* (cite, rule) {
    for (const nominee of index.roster.nominees) {
      const unit = unitOf(index, nominee);
      if (!unit || unit.name === nominee.unitName) continue;
      const about: Pick<Finding, 'rule' | 'cite' | 'where' | 'nominations'> = {
        rule,
        cite: cite(nominee),
        where: [cellOf('nominees', nominee, '单位名称'), cellOf('memberUnits', unit, '全称')],
        nominations: [nominee],
      };
      if (nominee.unitName === '') {
        yield {
          ...about,
          severity: 'question',
          message: `没有填写单位名称，编号“${unit.number}”在会员单位表中是“${unit.name}”，是否这一家？`,
          found: '空白',
          mend: `是的，单位名称填“${unit.name}”；不是的，更正单位编号`,
          candidates: [unit.name],
        };
        continue;
      }
      yield {
        ...about,
        severity: 'violation',
        message: `单位名称“${nominee.unitName}”与会员单位表中编号“${unit.number}”的全称“${unit.name}”不一致`,
        found: nominee.unitName || '空白',
        mend: '核对公章，把两处改为同一全称；如编号填错，更正单位编号',
      };
    }
  });
}

function* findMissingFields(index: RosterIndex): Iterable<Finding> {
  // Of a unit that is known by its number the question has the name to be filled in.
  const asksForName = index.scheme.checks['unit-name-differs'] !== undefined;
  yield* whenCited(index, 'field-missing', function* (cite, rule) {
    for (const nominee of index.roster.nominees) {
      for (const heading of index.awardByName.get(nominee.award)?.requiredFields ?? []) {
        const value = nominee.facts.get(heading) ?? null;
        if (value !== null && value !== '') continue;
        if (heading === '单位名称' && asksForName && unitOf(index, nominee)) continue;
        yield {
          rule,
          severity: 'violation',
          cite: cite(nominee),
          where: [cellOf('nominees', nominee, heading)],
          nominations: [nominee],
          message: `没有填写${heading}`,
          found: '空白',
          mend: '补填空白的栏目',
        };
      }
    }
  });
}
