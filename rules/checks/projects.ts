/** 工程业绩: rows of no unit, which count for nobody. */
import type { Finding } from '../finding.ts';
import { askForUnit, listLikelyUnits } from '../meant-unit.ts';
import { cellOf } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';

/** A project bears no unit's name: what its number may be is all that there is to ask. */
export function* checkProjects({ roster, units, nomineesByUnit }: RosterIndex): Iterable<Finding> {
  for (const project of roster.projects) {
    const { unitNumber, name } = project;
    // Of a number that a nomination has as well, its own finding tells.
    if (units.find(unitNumber) || nomineesByUnit.all(unitNumber).length > 0) continue;
    const likely = listLikelyUnits(units, [], project);
    const whose = name === '' ? '' : `“${name}”的`;
    const lack = unitNumber === '' ? `${whose}单位编号没有填写` : `${whose}单位编号“${unitNumber}”不在会员单位表中`;
    yield {
      rule: 'project-unit-unknown',
      severity: likely.length > 0 ? 'question' : 'violation',
      cite: null,
      where: [cellOf('projects', project, '单位编号')],
      nominations: [],
      message: [lack, '这一项没有计入任何单位', ...(likely.length > 0 ? [askForUnit(likely)] : [])].join('，'),
      found: unitNumber || '空白',
      mend: '核对是哪一家的工程，照“会员单位”表更正编号',
      candidates: likely.map(({ unit }) => unit.number),
    };
  }
}
