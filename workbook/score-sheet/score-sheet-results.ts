/** The rows of the score sheet that compute: sums, verdicts, and what is still missing. */
import { toPoints } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { maximumPoints } from '../../rules/score-sheet.ts';
import { judgeScoreSheet, QUALIFICATION_WORDS } from '../../rules/score-verdict.ts';
import { fixedCell, formulaCell, spanColumns, type LayoutCell } from './score-sheet-cell.ts';
import type { RoleFormulas } from './score-sheet-formulas.ts';
import { COLUMN, ROLES, type Role, type ScoreSheetPlaces } from './score-sheet-places.ts';

export type FormulasByRole = Readonly<Record<Role, RoleFormulas>>;

const SUM_LABEL = { basic: '基本得分项合计', bonus: '加分项合计', total: '得分项总计' } as const;
const VERDICT_LABEL = { self: '自评结论', association: '评分结论' } as const;

/** 基本得分项合计, with the number of blank items beside it. */
export function layOutBasicSum(scheme: ScoredScheme, places: ScoreSheetPlaces, formulas: FormulasByRole): LayoutCell[] {
  const items = places.categories.reduce((count, category) => count + category.items.length, 0);
  return [
    ...layOutSum(scheme, 'basic', places.basicRow, formulas),
    ...ROLES.map((role) => formulaCell(places.blankCountCells[role], 'blankCount', formulas[role].blankCount, items)),
  ];
}

/** 加分项合计 and 得分项总计. */
export function layOutOtherSums(
  scheme: ScoredScheme,
  places: ScoreSheetPlaces,
  formulas: FormulasByRole,
): LayoutCell[] {
  return [
    ...layOutSum(scheme, 'bonus', places.bonusRow, formulas),
    ...layOutSum(scheme, 'total', places.totalRow, formulas),
  ];
}

/** A row with the verdict and its reason for each role. */
export function layOutVerdicts(scheme: ScoredScheme, places: ScoreSheetPlaces, formulas: FormulasByRole): LayoutCell[] {
  const blank = judgeScoreSheet(scheme.scoreSheet, new Map(), []);
  return ROLES.flatMap((role) => [
    fixedCell(`${COLUMN.category}${places.verdictRows[role]}`, 'category', VERDICT_LABEL[role]),
    formulaCell(places.reasonCells[role], 'reason', formulas[role].reason, blank.summary),
    formulaCell(
      spanColumns(places.verdictCells[role], COLUMN.association),
      'sum',
      formulas[role].verdict,
      QUALIFICATION_WORDS[blank.answer],
    ),
  ]);
}

function layOutSum(
  scheme: ScoredScheme,
  which: 'basic' | 'bonus' | 'total',
  row: number,
  formulas: FormulasByRole,
): LayoutCell[] {
  const { basic, bonus } = maximumPoints(scheme.scoreSheet);
  const steps = { basic, bonus, total: basic + bonus }[which];
  return [
    fixedCell(spanColumns(`${COLUMN.category}${row}`, COLUMN.text), 'sum', SUM_LABEL[which]),
    fixedCell(
      `${COLUMN.maximum}${row}`,
      'sum',
      toPoints(steps, scheme.scoreSheet.step.value),
      noteErratum(scheme, SUM_LABEL[which]),
    ),
    ...ROLES.map((role) => formulaCell(`${COLUMN[role]}${row}`, 'sum', formulas[role][which])),
  ];
}

/** The form prints 100 where the bonus items give 30: who knows the form is told why the sheet differs. */
function noteErratum(scheme: ScoredScheme, label: string): string | undefined {
  const clause = `${scheme.scoreSheet.cite.clause} ${label}`;
  const erratum = scheme.errata.find(({ cite }) => cite.clause === clause);
  return erratum && `原件印作“${erratum.printed}”，应为“${erratum.read}”：${erratum.reason}。`;
}
