/** 逐项差异 and 逐项统计: self against association, item by item. */
import { toPoints } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { explainScoreColumns } from '../../rules/score-columns.ts';
import { listItems } from '../../rules/score-sheet.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import type { ScoreColumn } from '../../rules/tally/returned-file.ts';
import type { UnitTally } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { mapEach, type BodyCell, type TallyTable } from './tally-table.ts';
import { nameUnit, UNIT_COLUMNS } from './unit-tables.ts';

const GAP_SHEET = '逐项差异';
const ITEM_SHEET = '逐项统计';

const SIGNED = '+0.##;-0.##;0';

/** 差: association minus self of each item, in points; null where one of the two is blank. */
function listGaps({ scoreSheet }: ScoredScheme, { scores }: UnitTally): (number | null)[] {
  if (!scores) return [];
  const { self, association } = scores.file.sheet.scores;
  return self.map((own, index) => {
    const other = association[index] ?? null;
    return own === null || other === null ? null : toPoints(other - own, scoreSheet.step.value);
  });
}

/** A row for each unit with a gap, a column for each item; no gap is left blank. */
export function tableGaps({ scheme, units }: Tally): TallyTable {
  const items = listItems(scheme.scoreSheet);
  const differing = units.filter((unit) => countGaps(listGaps(scheme, unit)) > 0);
  const toRow = (unit: UnitTally): BodyCell[] => {
    const gaps = listGaps(scheme, unit);
    const sum = gaps.reduce<number>((total, gap) => total + (gap ?? 0), 0);
    return [...nameUnit(unit), ...gaps.map(gapCell), sum, countGaps(gaps)];
  };
  return {
    sheetName: GAP_SHEET,
    title: '逐项差异（评分减自评）',
    purpose: '每家每一项，评分比自评多几分、少几分',
    about: [
      `${explainScoreColumns(scheme.scoreSheet)}。列出两者有差异的单位。表头数字是指标序号（指标文字见“${ITEM_SHEET}”和批注）；负数（黄）是自评高，正数（绿）是评分高，没有差异的留空。`,
    ],
    columns: [
      ...UNIT_COLUMNS,
      ...items.map(({ text }, index) => {
        return { heading: String(index + 1), width: 18, align: 'center' as const, numFmt: SIGNED, note: text };
      }),
      { heading: '合计', width: 30, align: 'center', numFmt: SIGNED },
      { heading: '项数', width: 30, align: 'center' },
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: differing.length,
    rows: mapEach(differing, toRow),
  };
}

function countGaps(gaps: readonly (number | null)[]): number {
  return gaps.filter((gap) => gap !== null && gap !== 0).length;
}

function gapCell(gap: number | null): BodyCell {
  if (gap === null || gap === 0) return null;
  return { value: gap, tone: gap < 0 ? 'question' : 'fine' };
}

/** A row for each item: its text, its cells, and what was given for it on average. */
export function tableItems({ scheme, units }: Tally, layout: ScoreSheetLayout): TallyTable {
  const { scoreSheet } = scheme;
  const places = [...layout.categories, layout.bonus].flatMap(({ category, items }) =>
    items.map((place) => ({ ...place, category: category.name })),
  );
  const { self, association, gaps, differing } = countItems(units, places.length);
  const show = (average: number | null) => (average === null ? null : round(toPoints(average, scoreSheet.step.value)));
  const rows = places.map(({ item, category, scoreCells }, index): BodyCell[] => {
    const compared = gaps[index]?.count ?? 0;
    const different = differing[index]?.count ?? 0;
    return [
      index + 1,
      category,
      item.text,
      scoreCells.self,
      scoreCells.association,
      toPoints(item.maximum, scoreSheet.step.value),
      show(averageOf(self[index])),
      show(averageOf(association[index])),
      show(averageOf(gaps[index])),
      different,
      compared === 0 ? null : Math.round((different / compared) * 1000) / 1000,
    ];
  });
  return {
    sheetName: ITEM_SHEET,
    title: '逐项统计',
    purpose: '每项指标的平均得分和差异',
    about: [
      `每项指标在评分表中的单元格，以及自评与评分的平均数和差异；差异只统计两栏都已填写的单位。${explainScoreColumns(scoreSheet)}。`,
    ],
    columns: [
      { heading: '序号', width: 30, align: 'center' },
      { heading: '类型', width: 70, align: 'center' },
      { heading: '指标', width: 260, align: 'left' },
      { heading: '自评\n单元格', width: 40, align: 'center' },
      { heading: '评分\n单元格', width: 40, align: 'center' },
      { heading: '分值', width: 34, align: 'center' },
      { heading: '自评\n平均', width: 44, align: 'center', numFmt: '0.00' },
      { heading: '评分\n平均', width: 44, align: 'center', numFmt: '0.00' },
      { heading: '平均差', width: 44, align: 'center', numFmt: '+0.00;-0.00;0.00' },
      { heading: '有差异的\n单位', width: 50, align: 'center' },
      { heading: '有差异的\n比例', width: 76, align: 'center', numFmt: '0.0%', barTo: 1 },
    ],
    frozen: 1,
    rowCount: rows.length,
    rows,
  };
}

/** How many figures, and their sum in steps. */
interface Sum {
  count: number;
  total: number;
}

type ItemSums = Readonly<Record<ScoreColumn | 'gaps' | 'differing', Sum[]>>;

/** Goes through the units once: what the columns hold is unpacked each time that it is asked for. */
function countItems(units: readonly UnitTally[], items: number): ItemSums {
  const start = () => Array.from({ length: items }, (): Sum => ({ count: 0, total: 0 }));
  const sums: ItemSums = { self: start(), association: start(), gaps: start(), differing: start() };
  const add = (sum: Sum | undefined, steps: number | null) => {
    if (!sum || steps === null) return;
    sum.count += 1;
    sum.total += steps;
  };
  for (const { scores } of units) {
    if (!scores) continue;
    const given = scores.file.sheet.scores;
    for (let index = 0; index < items; index += 1) {
      const [self, association] = [given.self[index] ?? null, given.association[index] ?? null];
      add(sums.self[index], self);
      add(sums.association[index], association);
      if (self === null || association === null) continue;
      add(sums.gaps[index], association - self);
      if (self !== association) add(sums.differing[index], association - self);
    }
  }
  return sums;
}

function averageOf(sum: Sum | undefined): number | null {
  return sum && sum.count > 0 ? sum.total / sum.count : null;
}

/** To a ten-thousandth, so that no noise of binary fractions is stored. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
