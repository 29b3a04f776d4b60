/**
 * 附件3 as a sheet: every cell with what stands in it. The one description that the blank is drawn from, that returned files are held
 * against, and that the pane reads and writes by.
 */
import { toPoints, formatSteps } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { ScoreColumns, ScoreSheet, ScoreItem } from '../../rules/scheme-score-sheet.ts';
import {
  fixedCell,
  formulaCell,
  inputCell,
  spanColumns,
  spanRows,
  stampedCell,
  type LayoutCell,
} from './score-sheet-cell.ts';
import { writeFormulas } from './score-sheet-formulas.ts';
import { COLUMN, placeScoreSheet, ROLES, type CategoryPlace, type ScoreSheetPlaces } from './score-sheet-places.ts';
import { layOutBasicSum, layOutOtherSums, layOutVerdicts, type FormulasByRole } from './score-sheet-results.ts';

export const SCORE_SHEET_NAME = '评分指标';

/** Placeholders of the blank. */
export const STAMPED = { unitName: '单位名称', unitNumber: '编号' } as const;

export interface ScoreSheetLayout extends ScoreSheetPlaces {
  readonly scheme: ScoredScheme;
  readonly sheetName: string;
  /** Every cell that holds or awaits something, by row, then by column. */
  readonly cells: readonly LayoutCell[];
}

/** Lays out the score sheet of a scheme. Titles, texts and figures are the scheme's; captions are those of the form. */
export function layOutScoreSheet(scheme: ScoredScheme): ScoreSheetLayout {
  const sheet = scheme.scoreSheet;
  const places = placeScoreSheet(sheet);
  const formulas = {
    self: writeFormulas(sheet, places, 'self'),
    association: writeFormulas(sheet, places, 'association'),
  };
  return {
    ...places,
    scheme,
    sheetName: SCORE_SHEET_NAME,
    cells: [
      ...layOutTop(sheet, places),
      ...places.categories.flatMap((place) => layOutCategory(sheet, place, formulas)),
      ...layOutBasicSum(scheme, places, formulas),
      ...layOutHeadings(places.bonusHeadingRow, sheet.columns.bonus),
      ...ROLES.map((role) => formulaCell(places.faultCountCells[role], 'faultCount', formulas[role].faultCount)),
      ...layOutCategory(sheet, places.bonus, formulas),
      ...layOutOtherSums(scheme, places, formulas),
      ...layOutVetoes(places),
      ...layOutVerdicts(scheme, places, formulas),
      ...layOutSignatures(places.signatureRow),
    ],
  };
}

const HINT = '黄色格由单位填写，蓝色格由评分方填写，填好后颜色变浅；其余单元格已锁定。右侧两列只供查看，不打印。';

function layOutTop({ title, preamble, cite, columns }: ScoreSheet, places: ScoreSheetPlaces): LayoutCell[] {
  const { category, text, maximum, self, association, selfSum, associationSum } = COLUMN;
  const across = (row: number) => spanColumns(`${category}${row}`, association);
  return [
    fixedCell(spanColumns(`${category}1`, text), 'annex', cite.clause),
    fixedCell(`${maximum}1`, 'caption', '编号'),
    stampedCell(spanColumns(places.unitNumberCell, association), STAMPED.unitNumber),
    fixedCell(`${selfSum}1:${associationSum}5`, 'hint', HINT),
    fixedCell(across(2), 'title', title),
    fixedCell(across(3), 'preamble', preamble),
    fixedCell(`${category}4`, 'caption', '单位名称\n（盖章）：'),
    stampedCell(spanColumns(places.unitNameCell, association), STAMPED.unitName),
    fixedCell(`${category}5`, 'caption', '填表人：'),
    inputCell(places.fillerCell, 'self', 'filler'),
    fixedCell(spanColumns(`${maximum}5`, self), 'caption', '填表日期：'),
    inputCell(places.dateCell, 'self', 'date'),
    ...layOutHeadings(places.headingRow, columns.basic),
    fixedCell(`${selfSum}${places.headingRow}`, 'heading', '自评小计'),
    fixedCell(`${associationSum}${places.headingRow}`, 'heading', '评分小计'),
  ];
}

function layOutHeadings(row: number, columns: ScoreColumns): LayoutCell[] {
  return [
    fixedCell(`${COLUMN.category}${row}`, 'heading', '类型'),
    fixedCell(`${COLUMN.text}${row}`, 'heading', '分类栏目'),
    fixedCell(`${COLUMN.maximum}${row}`, 'heading', '分值'),
    ...ROLES.map((role) => fixedCell(`${COLUMN[role]}${row}`, 'heading', columns[role])),
  ];
}

function layOutCategory(sheet: ScoreSheet, place: CategoryPlace, formulas: FormulasByRole): LayoutCell[] {
  const { category, firstRow, lastRow } = place;
  const points = (steps: number) => toPoints(steps, sheet.step.value);
  const [first = [], ...others] = place.items.map(({ item, textCell, maximumCell, scoreCells }) => [
    fixedCell(textCell, 'text', item.text, noteCredits(sheet, item)),
    fixedCell(maximumCell, 'figure', points(item.maximum)),
    ...ROLES.map((role) => inputCell(scoreCells[role], role, 'score')),
  ]);
  const labelRange = spanRows(`${COLUMN.category}${firstRow}`, firstRow, lastRow);
  return [
    fixedCell(labelRange, 'category', `${category.name}\n${points(category.maximum.value)}分`),
    ...first,
    ...ROLES.map((role) => {
      const formula = formulas[role].ofCategory(place);
      return formulaCell(spanRows(place.sumCells[role], firstRow, lastRow), 'panel', formula);
    }),
    ...others.flat(),
  ];
}

function layOutVetoes({ vetoes, totalRow }: ScoreSheetPlaces): LayoutCell[] {
  const label = spanRows(`${COLUMN.category}${totalRow + 1}`, totalRow + 1, totalRow + vetoes.length);
  return vetoes.flatMap(({ item, row, stateCells }, index) => [
    ...(index === 0 ? [fixedCell(label, 'category', '一票否决项')] : []),
    fixedCell(spanColumns(`${COLUMN.text}${row}`, COLUMN.maximum), 'text', item.text),
    ...ROLES.map((role) => inputCell(stateCells[role], role, 'veto')),
  ]);
}

function layOutSignatures(row: number): LayoutCell[] {
  const date = '年　　月　　日';
  return [
    fixedCell(
      spanColumns(`${COLUMN.category}${row}`, COLUMN.text),
      'signature',
      `单位负责人（签名）：\n${'　'.repeat(14)}${date}`,
    ),
    fixedCell(
      spanColumns(`${COLUMN.maximum}${row}`, COLUMN.association),
      'signature',
      `评分人（签名）：\n${'　'.repeat(5)}${date}`,
    ),
  ];
}

/** The cell note of an item whose text names credits between nothing and full; undefined for all others. */
function noteCredits(sheet: ScoreSheet, { credit, maximum }: ScoreItem): string | undefined {
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
