/** What Excel lets people type into the score sheet. Pasting passes by every validation: conditional formats and the collector judge again. */
import type { DataValidation, Worksheet } from 'exceljs';
import { VETO_WORDS } from '../../rules/master-roster.ts';
import { formatSteps } from '../../rules/points.ts';
import type { ScoreItem, ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import { namedCredits } from '../../rules/score-sheet.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { COLUMN, type ItemPlace, type ScoreSheetPlaces } from './score-sheet-places.ts';

declare module 'exceljs' {
  /** What exceljs has and its types leave out: one validation for a range, instead of one for each cell. */
  interface Worksheet {
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

/** Consecutive rows in which the same scores are due, as one range over both columns. */
interface ScoreBlock {
  readonly range: string;
  readonly item: ScoreItem;
  readonly firstRow: number;
}

/** Adds one validation for each block of cells. */
export function addValidations(sheet: Worksheet, layout: ScoreSheetLayout): void {
  for (const { range, item } of listScoreBlocks(layout)) {
    sheet.dataValidations.add(range, validateScore(layout.scheme.scoreSheet, item));
  }
  if (layout.vetoes.length > 0) {
    sheet.dataValidations.add(vetoRange(layout), {
      type: 'list',
      formulae: [`"${VETO_WORDS.clear},${VETO_WORDS.occurred}"`],
      ...report('stop', '一票否决项', `请选“${VETO_WORDS.clear}”或“${VETO_WORDS.occurred}”；尚未确认的不用改。`),
    });
  }
  sheet.dataValidations.add(layout.dateCell, {
    type: 'date',
    operator: 'greaterThan',
    formulae: [new Date(Date.UTC(2000, 0, 1))],
    ...report('warning', '填表日期', '请填日期，例如 2024-12-20。'),
  });
}

/** The veto states of both columns. */
export function vetoRange({ vetoes, totalRow }: ScoreSheetPlaces): string {
  return `${COLUMN.self}${totalRow + 1}:${COLUMN.association}${totalRow + vetoes.length}`;
}

/** The blocks of the sheet, from top to bottom. */
export function listScoreBlocks(layout: ScoreSheetLayout): ScoreBlock[] {
  const blocks: ItemPlace[][] = [];
  for (const place of [...layout.categories, layout.bonus].flatMap(({ items }) => items)) {
    const last = blocks.at(-1)?.at(-1);
    if (last && last.row === place.row - 1 && creditKey(last.item) === creditKey(place.item))
      blocks.at(-1)?.push(place);
    else blocks.push([place]);
  }
  return blocks.flatMap((block) => {
    const [first, last] = [block[0], block.at(-1)];
    if (!first || !last) return [];
    const range = `${first.scoreCells.self}:${last.scoreCells.association}`;
    return [{ range, item: first.item, firstRow: first.row }];
  });
}

function creditKey(item: ScoreItem): string {
  return namedCredits(item)?.join(',') ?? `0-${item.maximum}`;
}

/**
 * A list of the credits that the text names, full marks first. Any other value is possible on paper, so Excel asks and does not refuse;
 * where every score up to the maximum is named, or none is, it refuses.
 */
function validateScore({ step }: ScoreSheet, item: ScoreItem): DataValidation {
  const points = (steps: number) => formatSteps(steps, step.value);
  const credits = namedCredits(item);
  if (credits === null) {
    const whole = step.value.denominator === 1;
    return {
      type: whole ? 'whole' : 'decimal',
      operator: 'between',
      formulae: [0, points(item.maximum)],
      ...report('stop', '得分', `请填 0 到 ${points(item.maximum)} 之间的${whole ? '整数' : '数'}。`),
    };
  }
  const choices = [...credits].reverse().map(points);
  const isEvery = credits.length === item.maximum + 1;
  const message = isEvery
    ? `请填 0 到 ${points(item.maximum)} 之间的数。`
    : `本项只写明 ${choices.join('、')} 分。确需给其他分数的（不超过 ${points(item.maximum)} 分），请核对后继续。`;
  return {
    type: 'list',
    formulae: [`"${choices.join(',')}"`],
    ...report(isEvery ? 'stop' : 'warning', '得分', message),
  };
}

function report(errorStyle: 'stop' | 'warning', errorTitle: string, error: string): Partial<DataValidation> {
  return { allowBlank: true, showErrorMessage: true, errorStyle, errorTitle, error };
}
