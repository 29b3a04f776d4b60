/** 评分指标: sums of a score sheet and what each score is worth. All points are steps of the scheme (`points.ts`). */
import { formatSteps } from './points.ts';
import { rememberBy } from './remember.ts';
import type { ScoreCategory, ScoreItem, ScoreSheet } from './scheme-score-sheet.ts';

/** Scores by item id; null is blank, which is not 0. */
export type ItemScores = ReadonlyMap<string, number | null>;

export interface CategorySum {
  readonly category: ScoreCategory;
  readonly points: number;
  /** Items without a score. */
  readonly blank: readonly ScoreItem[];
}

export interface ScoreSums {
  readonly categories: readonly CategorySum[];
  readonly bonus: CategorySum;
  readonly basicPoints: number;
  readonly bonusPoints: number;
  readonly totalPoints: number;
  /** True when every basic item has a score; a blank bonus item means that nothing is claimed. */
  readonly complete: boolean;
}

/** Adds up one column of scores. Blanks count nothing and are listed. */
export function sumScores(sheet: ScoreSheet, scores: ItemScores): ScoreSums {
  const categories = sheet.categories.map((category) => sumCategory(category, scores));
  const bonus = sumCategory(sheet.bonus, scores);
  const basicPoints = categories.reduce((sum, category) => sum + category.points, 0);
  return {
    categories,
    bonus,
    basicPoints,
    bonusPoints: bonus.points,
    totalPoints: basicPoints + bonus.points,
    complete: categories.every((category) => category.blank.length === 0),
  };
}

/** Full marks of the basic items, of the bonus items. */
export function maximumPoints(sheet: ScoreSheet): { basic: number; bonus: number } {
  const basic = sheet.categories.reduce((sum, category) => sum + category.maximum.value, 0);
  return { basic, bonus: sheet.bonus.maximum.value };
}

/** Every item of the sheet, the basic ones first, in the document's order. */
export const listItems = rememberBy(({ categories, bonus }: ScoreSheet): readonly ScoreItem[] =>
  [...categories, bonus].flatMap((category) => category.items),
);

type ScoreFault =
  | { readonly kind: 'negative' | 'over-maximum'; readonly message: string }
  /** The text names no credit between none and full: a person should look, nothing is refused. */
  | { readonly kind: 'unnamed-credit'; readonly message: string };

/** What is wrong, or unusual, about one score in steps; null when nothing is. */
export function judgeScore(sheet: ScoreSheet, item: ScoreItem, score: number): ScoreFault | null {
  const show = (steps: number) => formatSteps(steps, sheet.step.value);
  if (score < 0) return { kind: 'negative', message: `得分 ${show(score)} 小于 0` };
  if (score > item.maximum) {
    return { kind: 'over-maximum', message: `得分 ${show(score)} 超过本项分值 ${show(item.maximum)}` };
  }
  const credits = namedCredits(item);
  if (credits === null || credits.includes(score)) return null;
  return {
    kind: 'unnamed-credit',
    message: `得分 ${show(score)}，而指标只写明 ${credits.map(show).join('、')} 分，请核对`,
  };
}

/** The scores that the item's text names, rising, 0 and the maximum included; null where every step up to the maximum is open. */
export const namedCredits = rememberBy(({ credit, maximum }: ScoreItem): readonly number[] | null => {
  switch (credit.kind) {
    case 'open':
      return null;
    case 'full-or-none':
      return [0, maximum];
    case 'named':
      return [...new Set([0, ...credit.choices.map((choice) => choice.points), maximum])].sort((a, b) => a - b);
    case 'each': {
      const credits = [];
      for (let points = 0; points < maximum; points += credit.points) credits.push(points);
      return [...credits, maximum];
    }
  }
});

function sumCategory(category: ScoreCategory, scores: ItemScores): CategorySum {
  let points = 0;
  const blank: ScoreItem[] = [];
  for (const item of category.items) {
    const score = scores.get(item.id) ?? null;
    if (score === null) blank.push(item);
    else points += score;
  }
  return { category, points, blank };
}
