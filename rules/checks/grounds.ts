/** 降级、取消情形: an application does not go on for a grade that something speaks against; for the grade that is left it does. */
import { cellOfAward } from './concerned.ts';
import type { Finding } from '../finding.ts';
import { makeGrader } from '../grading/grade-application.ts';
import type { GradeResult } from '../grading/result.ts';
import { groundHolds, type GradeGround } from '../grading/grounds.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';

export function* checkGrounds(index: RosterIndex): Iterable<Finding> {
  const { grading } = index.scheme;
  if (!grading) return;
  const grounds = [...grading.downgrades, ...grading.revocations];
  const grade = makeGrader(index, grading);
  for (const nominee of index.roster.nominees) {
    const unit = unitOf(index, nominee);
    if (!grounds.some((ground) => groundHolds(ground, nominee, unit))) continue;
    const result = grade(nominee);
    if (result.outcome !== null && result.outcome === result.applied) continue;
    for (const ground of result.downgrades) yield describe(result, ground, '降级');
    for (const ground of result.revocations) yield describe(result, ground, '取消');
  }
}

function describe({ nominee, unit, outcome }: GradeResult, ground: GradeGround, word: string): Finding {
  const ofNominee = ground.of === 'nominee';
  const value = (ofNominee ? nominee : unit)?.facts.get(ground.heading);
  const found = typeof value === 'boolean' ? '是' : String(value);
  return {
    rule: 'grade-ground',
    severity: 'violation',
    cite: ground.cite,
    nominations: [nominee],
    where: [
      {
        sheet: ofNominee ? 'nominees' : 'memberUnits',
        row: ofNominee ? nominee.row : (unit?.row ?? null),
        heading: ground.heading,
      },
      cellOfAward(nominee),
    ],
    message: `“${nominee.unitName}”有${word}情形：“${ground.heading}”为“${found}”，不能维持所填的等级`,
    found,
    mend: outcome
      ? `把“奖项”改为${outcome.name}；记录有误的更正“${ground.heading}”`
      : `撤下这项申报；记录有误的更正“${ground.heading}”`,
  };
}
