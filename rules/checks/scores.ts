/** 评分: rows of no unit, of one unit twice, and points that the score sheet cannot give. */
import type { Finding } from '../finding.ts';
import { askForUnit, listLikelyUnits } from '../meant-unit.ts';
import type { ScoreRow } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import { formatSteps, toSteps } from '../points.ts';
import { scoreSheetOf } from '../parts.ts';
import type { RosterIndex } from '../roster-index.ts';
import type { ScoreSheet } from '../scheme-score-sheet.ts';
import { maximumPoints } from '../score-sheet.ts';
import { whenCited } from './cited.ts';

/** Findings about the rows of 评分. */
export function* checkScores(index: RosterIndex): Iterable<Finding> {
  yield* findStrayRows(index);
  yield* findImpossiblePoints(index);
}

function* findStrayRows({ roster, units, unitsByName, scores, nomineesByUnit }: RosterIndex): Iterable<Finding> {
  for (const score of roster.scores) {
    const where = cellOf('scores', score, '编号');
    const nominations = nomineesByUnit.all(score.unitNumber);
    if (!units.find(score.unitNumber)) {
      const likely = listLikelyUnits(units, unitsByName.all(score.unitName), score);
      const lack = score.unitNumber === '' ? '没有填写编号' : `编号“${score.unitNumber}”不在会员单位表中`;
      yield {
        rule: 'score-row-unknown',
        // What it may be, a person has to say.
        severity: likely.length > 0 ? 'question' : 'violation',
        cite: null,
        where: [where],
        nominations,
        message: [lack, ...(likely.length > 0 ? [askForUnit(likely)] : [])].join('，'),
        found: score.unitNumber || '空白',
        mend: '核对编号和全称，照“会员单位”表更正',
        candidates: likely.map(({ unit }) => unit.number),
      };
    }
    const first = scores.first(score.unitNumber);
    if (first && first !== score) {
      yield {
        rule: 'score-row-twice',
        severity: 'violation',
        cite: null,
        where: [where, { ...where, row: first.row }],
        nominations,
        message: `编号“${score.unitNumber}”在第 ${first.row} 行已有评分`,
        found: score.unitNumber,
        mend: '确定以哪一行为准，删去另一行',
      };
    }
  }
}

function* findImpossiblePoints(index: RosterIndex): Iterable<Finding> {
  yield* whenCited(index, 'score-out-of-range', function* (cite, rule) {
    const sheet = scoreSheetOf(index.scheme);
    const maximum = maximumPoints(sheet);
    for (const score of index.roster.scores) {
      for (const { heading, printed, points, most, own } of pointsOf(score, maximum, sheet)) {
        if (points === null) continue;
        const steps = toSteps(points, sheet.step.value);
        if (steps !== null && steps >= 0 && steps <= most) continue;
        const top = formatSteps(most, sheet.step.value);
        yield {
          rule,
          severity: 'violation',
          cite: own ?? cite(),
          where: [cellOf('scores', score, heading)],
          nominations: index.nomineesByUnit.all(score.unitNumber),
          message:
            steps === null
              ? `${heading} ${points} 不是计分单位 ${formatSteps(1, sheet.step.value)} 的整数倍`
              : `${heading} ${points} 不在 0 到 ${top} 之间`,
          found: String(points),
          mend: `对照评分表的“${printed}”一栏更正为 0 到 ${top} 之间的得分`,
        };
      }
    }
  });
}

/** The bonus items have a line of their own that says how many points they give. */
function pointsOf(score: ScoreRow, maximum: { basic: number; bonus: number }, sheet: ScoreSheet) {
  const ofBonus = sheet.bonus.maximum.cite;
  const { basic, bonus } = sheet.columns;
  return [
    { heading: '基本得分（自评）', printed: basic.self, points: score.selfBasic, most: maximum.basic, own: null },
    { heading: '加分（自评）', printed: bonus.self, points: score.selfBonus, most: maximum.bonus, own: ofBonus },
    {
      heading: '基本得分（协会）',
      printed: basic.association,
      points: score.associationBasic,
      most: maximum.basic,
      own: null,
    },
    {
      heading: '加分（协会）',
      printed: bonus.association,
      points: score.associationBonus,
      most: maximum.bonus,
      own: ofBonus,
    },
  ];
}
