/** `score-sheet.yaml` → the score sheet, with points as steps and each item's own text as its default quote. */
import { toSteps } from '../rules/points.ts';
import type { Credit, ScoreCategory, ScoreSheet } from '../rules/scheme-score-sheet.ts';
import type { Cite } from './cite.ts';
import type { CategoryShape, CreditShape, ScoreSheetShape } from './shapes/score-sheet.ts';

export function buildScoreSheet(raw: ScoreSheetShape, cite: Cite): ScoreSheet {
  /** An item without a citation cites its own text at its own place in the sheet. */
  const citeItem = (item: { text: string; cite?: Parameters<Cite>[0] }, list: string, index: number) =>
    cite(item.cite ?? { clause: `${raw.cite.clause} ${list} 第${index + 1}项`, quote: item.text });

  const steps = (points: number): number => {
    const whole = toSteps(points, raw.step.value);
    if (whole === null) throw new Error('points that are no whole steps have passed the check');
    return whole;
  };

  const buildCredit = (credit: CreditShape): Credit => {
    switch (credit.kind) {
      case 'named':
        return { ...credit, choices: credit.choices.map(({ points, when }) => ({ points: steps(points), when })) };
      case 'each':
        return { ...credit, points: steps(credit.points) };
      default:
        return credit;
    }
  };

  const buildCategory = ({ id, name, points, items, cite: source }: CategoryShape): ScoreCategory => ({
    id,
    name,
    maximum: { value: steps(points), cite: cite(source) },
    items: items.map((item, index) => ({
      id: item.id,
      text: item.text,
      maximum: steps(item.points),
      credit: buildCredit(item.credit),
      cite: citeItem(item, name, index),
    })),
  });

  return {
    title: raw.title,
    preamble: raw.preamble,
    step: { value: raw.step.value, cite: cite(raw.step.cite) },
    categories: raw.categories.map(buildCategory),
    bonus: buildCategory(raw.bonus),
    vetoItems: raw.vetoItems.map((item, index) => ({
      id: item.id,
      text: item.text,
      cite: citeItem(item, '一票否决项', index),
    })),
    threshold: { value: steps(raw.threshold.points), cite: cite(raw.threshold.cite) },
    columns: raw.columns,
    blanks: raw.blanks.map(({ fingerprint, texts }) => ({ fingerprint, texts: new Map(Object.entries(texts)) })),
    cite: cite(raw.cite),
  };
}
