import { formatSteps } from '../../rules/points.ts';
import type { ScoreItem, ScoreSheet } from '../../rules/scheme.ts';

/** The cell note of an item whose text names credits between nothing and full; undefined for all others. */
export function noteCredits(sheet: ScoreSheet, { credit, maximum }: ScoreItem): string | undefined {
  const points = (steps: number) => `${formatSteps(steps, sheet.step.value)} 分`;
  switch (credit.kind) {
    case 'named':
      return [...credit.choices.map((choice) => `${points(choice.points)}：${choice.when}`), '0 分：其他情况'].join(
        '\n',
      );
    case 'each':
      return `每${credit.of}加 ${points(credit.points)}，最多 ${points(maximum)}；没有的填 0 分`;
    default:
      return undefined;
  }
}
