/** Sheets that count though the scorers have not scored them yet: they stand among those that are done, and nobody would ask for the rest. */
import { nameScoreColumn, nameScorer } from '../score-columns.ts';
import type { Tally } from './tally.ts';
import type { CountedScores } from './unit-tally.ts';

/** Whether the scorers have given no score at all. */
export function isUnscored({ file }: CountedScores): boolean {
  return file.sheet.scores.association.every((score) => score === null);
}

/** Null where every sheet that counts has all its scores. */
export function tellUnscored({ units, all, scheme: { scoreSheet } }: Tally): string | null {
  const lacking = all.states.counted - all.scored;
  if (lacking === 0) return null;
  const none = units.filter(({ scores }) => scores && isUnscored(scores)).length;
  const column = nameScoreColumn(scoreSheet, 'association');
  const whole = none > 0 ? `（其中 ${none} 家一项也没有填）` : '';
  return `已计入的 ${all.states.counted} 家里有 ${lacking} 家的${column}还没有填全${whole}，单位填的已经计入，参评资格和名次等评分填全以后才有；请${nameScorer(scoreSheet.columns.basic.association)}补填。`;
}
