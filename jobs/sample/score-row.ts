/** The row of a unit in 评分. */
import { vetoHeading, VETO_WORDS } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import { maximumPoints } from '../../rules/score-sheet.ts';
import type { ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import type { SampleUnit } from './plan.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** Nominated units reach the line, some of them exactly; the others may miss it. */
export function scoreRow(scoreSheet: ScoreSheet, random: Random, unit: SampleUnit, isNominated: boolean): Row {
  const maximum = maximumPoints(scoreSheet);
  const points = (steps: number) => toPoints(Math.max(0, steps), scoreSheet.step.value);
  const line = scoreSheet.threshold.value;
  const onTheLine = random.chance(1, 20);
  const lowest = isNominated ? line : Math.floor(line * 0.6);
  const basic = onTheLine ? line : random.integer(lowest, maximum.basic);
  const bonus = random.integer(0, maximum.bonus);
  const row: Row = new Map<string, FactValue>([
    ['编号', unit.number],
    ['全称', unit.name],
    ['基本得分（自评）', points(Math.min(maximum.basic, basic + random.integer(-2, 6)))],
    ['加分（自评）', points(Math.min(maximum.bonus, bonus + random.integer(-1, 4)))],
    ['基本得分（协会）', points(basic)],
    ['加分（协会）', points(bonus)],
  ]);
  scoreSheet.vetoItems.forEach((_, index) => {
    const isOpen = !isNominated && random.chance(1, 100);
    const hasOccurred = !isNominated && random.chance(1, 150);
    row.set(vetoHeading(index), VETO_WORDS[hasOccurred ? 'occurred' : isOpen ? 'open' : 'clear']);
  });
  return row;
}
