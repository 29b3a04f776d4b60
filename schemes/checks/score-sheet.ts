/** 评分指标: points that are whole steps, items that add up to their category and categories that add up to the sheet. */
import { toSteps } from '../../rules/points.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { CategoryShape, CreditShape } from '../shapes/score-sheet.ts';
import type { FieldPath } from '../yaml-file.ts';

/** Reports points that are no whole steps, and sums that differ from those that the document prints. */
export function checkScoreSheet({ scoreSheet }: RawScheme): void {
  if (!scoreSheet) return;
  const { data, report } = scoreSheet;
  const steps = (points: number, path: FieldPath): number | null => {
    const whole = toSteps(points, data.step.value);
    if (whole === null) report(path, `${points} 分不是计分单位的整数倍，请改分值或 step`);
    return whole;
  };
  const threshold = steps(data.threshold.points, ['threshold', 'points']);
  const basic = addKnown(data.categories.map((each, index) => checkCategory(each, ['categories', index])));
  const bonus = checkCategory(data.bonus, ['bonus']);
  data.blanks.forEach(({ fingerprint }, index) => {
    const isTwice = data.blanks.findIndex((each) => each.fingerprint === fingerprint) < index;
    if (isTwice) report(['blanks', index, 'fingerprint'], '这个指纹上面已经有了，请删去一条');
  });
  checkTotal('basic', '各栏目', basic);
  checkTotal('all', '各栏目与加分项', addKnown([basic, bonus]));
  if (threshold !== null && basic !== null && threshold > basic) {
    report(['threshold', 'points'], '参评分数高于基本得分项的满分，请核对');
  }

  function checkCategory(category: CategoryShape, path: FieldPath): number | null {
    const maximum = steps(category.points, [...path, 'points']);
    const items = addKnown(
      category.items.map((item, index) => {
        const itemPath = [...path, 'items', index];
        const most = steps(item.points, [...itemPath, 'points']);
        checkCredit(item.credit, item.points, [...itemPath, 'credit']);
        return most;
      }),
    );
    if (maximum !== null && items !== null && maximum !== items) {
      const sum = category.items.reduce((total, item) => total + item.points, 0);
      report([...path, 'points'], `“${category.name}”写明 ${category.points} 分，各项相加为 ${sum} 分，请对照原文更正`);
    }
    return maximum;
  }

  function checkCredit(credit: CreditShape, maximum: number, path: FieldPath): void {
    const credits =
      credit.kind === 'named'
        ? credit.choices.map(({ points }, index) => ({ points, path: [...path, 'choices', index, 'points'] }))
        : credit.kind === 'each'
          ? [{ points: credit.points, path: [...path, 'points'] }]
          : [];
    for (const { points, path: at } of credits) {
      steps(points, at);
      if (points <= 0 || points > maximum) report(at, `得分须大于 0，且不超过本项的 ${maximum} 分`);
    }
  }

  function checkTotal(name: 'basic' | 'all', what: string, sum: number | null): void {
    const written = steps(data.totals[name].points, ['totals', name, 'points']);
    if (written === null || sum === null || written === sum) return;
    const { numerator, denominator } = data.step.value;
    const points = (sum * numerator) / denominator;
    report(
      ['totals', name, 'points'],
      `合计写明 ${data.totals[name].points} 分，${what}相加为 ${points} 分，请对照原文更正`,
    );
  }
}

/** Null when one of the parts is not known. */
function addKnown(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
