/** The units of a district: to look them up, and to choose from. */
import type { ListWorkbook } from '../draw/list-workbook.ts';
import { LOOK } from '../draw/cell-looks.ts';
import { center, drawList, makeRows, text } from '../draw/draw-list.ts';
import type { PenCell } from '../draw/page.ts';
import { toCellText } from '../draw/cell-text.ts';
import type { OutgoingUnit } from '../../rules/outgoing.ts';
import { describeObstacles } from '../../rules/unit-obstacles.ts';
import { nameChoice } from './name-choice.ts';
import { EXEMPT, faultsFormula, positionFormula } from './outgoing-formulas.ts';
import { OUTGOING_SHEET, type OutgoingLayout } from './outgoing-layout.ts';

/** 单位查询: every unit with its points, where there are any, and what is against it. */
export function drawUnits(workbook: ListWorkbook, { list }: OutgoingLayout): void {
  const { district, places, units, scheme } = list;
  const isScored = units.some(({ score }) => score !== null && pointsOf(score).some((points) => points !== null));
  const awards = places.map(({ award }) => award);
  const hasSequence = scheme.roster.sequence !== null;
  const columns = [
    { heading: '编号', min: 60, max: 90 },
    { heading: '全称', min: 180, max: 300 },
    ...(hasSequence ? [{ heading: '行业序列', min: 64, max: 110 }] : []),
    ...(isScored ? ['基本得分', '加分'].map((heading) => ({ heading, min: 54, max: 54 })) : []),
    { heading: '能否推荐', min: 150, max: 330 },
  ];
  const show = (each: OutgoingUnit): PenCell[] => [
    center(each.unit.number),
    text(each.unit.name),
    ...(hasSequence ? [center(each.unit.sequence)] : []),
    ...(isScored ? pointsOf(each.score).map((points) => center(points ?? '')) : []),
    text(describeObstacles(each.obstacles, awards)),
  ];
  const page = workbook.addPage(OUTGOING_SHEET.units);
  const scored = isScored ? '得分为评分方的评分；' : '';
  drawList(
    page,
    {
      title: `${district.name}会员单位（${units.length} 家）`,
      about: `供查找编号和全称。${scored}“能否推荐”写明现在不能推荐的和原因，空白的没有发现问题；最后以审查为准。`,
      warning: '',
    },
    columns,
    makeRows(function* () {
      for (const each of units) yield show(each);
    }),
  );
  page.sheet.options.protected = true;
}

function pointsOf(score: OutgoingUnit['score']): readonly (number | null)[] {
  return [score?.associationBasic ?? null, score?.associationBonus ?? null];
}

/** 选项, a hidden sheet: what the lists to choose from hold, and what is worked out for each row of 推荐名单. */
export function drawChoices(workbook: ListWorkbook, layout: OutgoingLayout): void {
  const { list, choices, rows } = layout;
  const { sheet } = workbook.addPage(OUTGOING_SHEET.choices);
  const style = workbook.styleOf({ ...LOOK.text, numFmt: '@' });
  const computed = workbook.styleOf(LOOK.text);
  const { places, units } = list;
  const plain = (value: string | number | null) => ({
    value: typeof value === 'string' ? toCellText(value) : value,
    style,
  });
  sheet.addRow(
    [
      '单位',
      '编号',
      '全称',
      ...places.map(({ award }) => award.name),
      '奖项',
      '名额',
      ...choices.exempt.map(({ need }) => `${need.award.name}${need.heading}`),
      '第几家',
      '缺什么',
    ].map(plain),
  );
  const last = Math.max(choices.units.last, choices.awards.last, rows.last);
  for (let row = 2; row <= last; row += 1) {
    const each = units[row - choices.units.first];
    const place = places[row - choices.awards.first];
    const nomination = list.rows[row - rows.first];
    const position = nomination?.filled?.unit ? 1 + units.findIndex(({ unit }) => unit === nomination.filled?.unit) : 0;
    sheet.addRow([
      ...(each ? [nameChoice(each, places), each.unit.number, each.unit.name] : [null, null, null]).map(plain),
      ...places.map(({ award }) => plain(each ? describeAgainst(each, award.id) : null)),
      ...[place?.award.name ?? null, place?.places ?? null].map(plain),
      ...choices.exempt.map(({ need }) => plain(each && need.exempt.has(each.unit) ? EXEMPT : null)),
      ...(nomination
        ? [
            { value: { formula: positionFormula(layout, row), result: position }, style: computed },
            { value: { formula: faultsFormula(layout, row), result: null }, style: computed },
          ]
        : []),
    ]);
  }
  sheet.options.hidden = true;
  sheet.options.protected = true;
}

/** In 提示, beside a nomination for that award. */
function describeAgainst({ obstacles }: OutgoingUnit, award: string): string | null {
  const reasons = obstacles.get(award);
  return reasons ? `这家单位暂不能推荐：${reasons.join('，')}` : null;
}
