/** 逐项差异 and 逐项统计: self against association, item by item. */
import { toPoints } from '../../rules/points.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { listItems } from '../../rules/score-sheet.ts';
import type { Tally } from '../../rules/tally.ts';
import { mean } from '../../rules/tally/statistics.ts';
import type { UnitTally } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import type { BodyCell, TallyTable } from './tally-table.ts';
import { nameUnit, UNIT_COLUMNS } from './unit-tables.ts';

export const GAP_SHEET = '逐项差异';
export const ITEM_SHEET = '逐项统计';

const SIGNED = '+0.##;-0.##;0';

/** Self minus association of each item, in points; null where one of the two is blank. */
function listGaps({ scoreSheet }: Scheme, { scores }: UnitTally): (number | null)[] {
  if (!scores) return [];
  const { self, association } = scores.file.sheet.scores;
  return self.map((own, index) => {
    const other = association[index] ?? null;
    return own === null || other === null ? null : toPoints(own - other, scoreSheet.step.value);
  });
}

/** A row for each unit with a gap, a column for each item; no gap is left blank. */
export function tableGaps({ scheme, units }: Tally): TallyTable {
  const items = listItems(scheme.scoreSheet);
  const rows = units.flatMap((unit): BodyCell[][] => {
    const gaps = listGaps(scheme, unit);
    const found = gaps.filter((gap) => gap !== null && gap !== 0).length;
    if (found === 0) return [];
    const sum = gaps.reduce<number>((total, gap) => total + (gap ?? 0), 0);
    return [[...nameUnit(unit), ...gaps.map(gapCell), sum, found]];
  });
  return {
    sheetName: GAP_SHEET,
    title: '逐项差异（自评减评分）',
    about: [
      `列出自评与评分有差异的单位。表头数字是指标序号（指标文字见“${ITEM_SHEET}”和批注）；正数（黄）是自评高，负数（绿）是评分高，没有差异的留空。`,
    ],
    columns: [
      ...UNIT_COLUMNS,
      ...items.map(({ text }, index) => {
        return { heading: String(index + 1), width: 15, align: 'center' as const, numFmt: SIGNED, note: text };
      }),
      { heading: '合计', width: 30, align: 'center', numFmt: SIGNED },
      { heading: '项数', width: 30, align: 'center' },
    ],
    frozen: UNIT_COLUMNS.length,
    rows,
  };
}

function gapCell(gap: number | null): BodyCell {
  if (gap === null || gap === 0) return null;
  return { value: gap, tone: gap > 0 ? 'question' : 'fine' };
}

/** A row for each item: its text, its cells, and what was given for it on average. */
export function tableItems({ scheme, units }: Tally, layout: ScoreSheetLayout): TallyTable {
  const { scoreSheet } = scheme;
  const places = [...layout.categories, layout.bonus].flatMap(({ category, items }) =>
    items.map((place) => ({ ...place, category: category.name })),
  );
  const gaps = units.map((unit) => listGaps(scheme, unit));
  const averageOf = (column: 'self' | 'association', index: number) => {
    const given = units.flatMap(({ scores }) => scores?.file.sheet.scores[column][index] ?? []);
    const average = mean(given);
    return average === null ? null : round(toPoints(average, scoreSheet.step.value));
  };
  const rows = places.map(({ item, category, scoreCells }, index): BodyCell[] => {
    const ofItem = gaps.flatMap((each) => each[index] ?? []);
    const differing = ofItem.filter((gap) => gap !== 0).length;
    const gap = mean(ofItem);
    return [
      index + 1,
      category,
      item.text,
      scoreCells.self,
      scoreCells.association,
      toPoints(item.maximum, scoreSheet.step.value),
      averageOf('self', index),
      averageOf('association', index),
      gap === null ? null : round(gap),
      differing,
      ofItem.length === 0 ? null : Math.round((differing / ofItem.length) * 1000) / 1000,
    ];
  });
  return {
    sheetName: ITEM_SHEET,
    title: '逐项统计',
    about: ['每项指标在评分表中的单元格，以及自评与评分的平均数和差异；差异只统计两栏都已填写的单位。'],
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
    rows,
  };
}

/** To a ten-thousandth, so that no noise of binary fractions is stored. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
