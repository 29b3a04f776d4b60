import { formatSteps, toSteps } from '../../../rules/points.ts';
import type { ScoreItem, ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { POINT_UNITS } from '../../../rules/spellings.ts';
import { judgeScore, namedCredits } from '../../../rules/score-sheet.ts';
import { cleanText } from '../../../workbook/intake/clean-text.ts';
import { readNumberText } from '../../../workbook/intake/number-text.ts';
import type { Choice } from './choice-row.tsx';

/**
 * The credits of an item, full marks first: nothing and all where the text names none. A score that is none of them stands among them as it is.
 * `key` is the number of steps.
 */
export function listChoices(sheet: ScoreSheet, item: ScoreItem, steps: number | null): Choice[] {
  const credits = namedCredits(item) ?? [0, item.maximum];
  const all = steps === null || credits.includes(steps) ? credits : [...credits, steps];
  return [...all]
    .sort((a, b) => b - a)
    .map((each) => {
      const points = formatSteps(each, sheet.step.value);
      const fault = judgeScore(sheet, item, each);
      const isWarned = fault !== null && fault.kind !== 'unnamed-credit';
      return { key: String(each), label: points, about: `${points} 分${describe(item, each)}`, isWarned };
    });
}

/** Whether a score other than the choices is possible on paper. */
export function hasOthers(item: ScoreItem): boolean {
  return (namedCredits(item) ?? []).length <= item.maximum;
}

/** A typed score as steps, or a sentence when it is none. */
export function readTyped(sheet: ScoreSheet, item: ScoreItem, text: string): number | string {
  const step = sheet.step.value;
  const points = readNumberText(cleanText(text).text, { units: POINT_UNITS }).number;
  const steps = points === undefined ? null : toSteps(points, step);
  const limits = `请填 0 到 ${formatSteps(item.maximum, step)} 之间的得分，最小单位 ${formatSteps(1, step)} 分。`;
  if (steps === null) return limits;
  const fault = judgeScore(sheet, item, steps);
  return fault === null || fault.kind === 'unnamed-credit' ? steps : `${fault.message}，${limits}`;
}

function describe({ credit }: ScoreItem, steps: number): string {
  if (credit.kind === 'each' && steps % credit.points === 0 && steps > 0) {
    return `，${steps / credit.points} ${credit.of}`;
  }
  const named = credit.kind === 'named' ? credit.choices.find(({ points }) => points === steps) : undefined;
  return named ? `，${named.when}` : '';
}
