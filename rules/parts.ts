/** The parts that a scheme may lack, for those who cannot go on without them. */
import type { Grading } from './scheme-parts.ts';
import type { QuotaTable } from './quota/quota-table.ts';
import type { PrizeScheme, QuotaScheme, Scheme, ScoredScheme } from './scheme.ts';
import type { ScoreSheet } from './scheme-score-sheet.ts';
import { UnusableInput } from './unusable-input.ts';

/** @throws UnusableInput where the document has no score sheet */
export function asScored(scheme: Scheme): ScoredScheme {
  const { scoreSheet } = scheme;
  if (scoreSheet === null) throw new UnusableInput(explainLack(scheme, '评分表'));
  return { ...scheme, scoreSheet };
}

/** @throws UnusableInput where the document has no score sheet */
export function scoreSheetOf(scheme: Scheme): ScoreSheet {
  if (scheme.scoreSheet === null) throw new UnusableInput(explainLack(scheme, '评分表'));
  return scheme.scoreSheet;
}

/** @throws UnusableInput where the document gives no places to districts */
export function asQuota(scheme: Scheme): QuotaScheme {
  const { quota } = scheme;
  if (quota === null) throw new UnusableInput(explainLack(scheme, '名额分配'));
  return { ...scheme, quota };
}

/** The quota table of a checked roster. @throws UnusableInput where the document gives no places to districts */
export function quotaOf({
  index,
  quota,
}: {
  readonly index: { readonly scheme: Scheme };
  readonly quota: QuotaTable | null;
}): QuotaTable {
  if (quota === null) throw new UnusableInput(explainLack(index.scheme, '名额分配'));
  return quota;
}

/** @throws UnusableInput where the document pays no prizes */
export function asPrize(scheme: Scheme): PrizeScheme {
  const { prize } = scheme;
  if (prize === null) throw new UnusableInput(explainLack(scheme, '奖金'));
  return { ...scheme, prize };
}

/** @throws UnusableInput where the document gives no grades */
export function gradingOf(scheme: Scheme): Grading {
  if (scheme.grading === null) throw new UnusableInput(explainLack(scheme, '等级评定'));
  return scheme.grading;
}

function explainLack({ title, id }: Scheme, part: string): string {
  return `“${title}”（方案 ${id}）没有规定${part}，这一步做不了；请核对文件的方案编号是否填对。`;
}
