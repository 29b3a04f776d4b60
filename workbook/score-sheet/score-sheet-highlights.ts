/** Conditional formats of the score sheet: what is blank, what cannot be right, what a person should look at. */
import type { Style, Worksheet } from 'exceljs';
import { VETO_WORDS } from '../../rules/master-roster.ts';
import { formatSteps } from '../../rules/points.ts';
import { namedCredits } from '../../rules/score-sheet.ts';
import { QUALIFICATION_WORDS } from '../../rules/score-verdict.ts';
import { OPEN_VETO } from './score-sheet-cell.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { INPUT_FILL } from './score-sheet-looks.ts';
import { COLUMN, ROLES, type Role } from './score-sheet-places.ts';
import { listScoreBlocks, vetoRange } from './score-sheet-validation.ts';

type Colours = { readonly fill: string; readonly ink?: string };

const WRONG: Colours = { fill: 'FFFFC7CE', ink: 'FF9C0006' };
const UNUSUAL: Colours = { fill: 'FFFFEB9C', ink: 'FF7A5A00' };
const GOOD: Colours = { fill: 'FFE6F2E1', ink: 'FF2F5D1E' };

/** Adds the formats. The first that holds wins where two could. */
export function addHighlights(sheet: Worksheet, layout: ScoreSheetLayout): void {
  let priority = 0;
  const add = (ref: string, formula: string, { fill, ink }: Colours) => {
    priority += 1;
    const style: Partial<Style> = {
      fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } },
      ...(ink !== undefined && { font: { color: { argb: ink } } }),
    };
    sheet.addConditionalFormatting({ ref, rules: [{ type: 'expression', priority, formulae: [formula], style }] });
  };

  if (layout.vetoes.length > 0) {
    const vetoes = vetoRange(layout);
    const state = firstCell(vetoes);
    add(vetoes, `${state}="${VETO_WORDS.occurred}"`, WRONG);
    add(vetoes, `AND(NOT(${isBlank(state)}),${state}<>"${VETO_WORDS.clear}")`, UNUSUAL);
  }
  for (const { range, item, firstRow } of listScoreBlocks(layout)) {
    add(range, isImpossible(layout, firstCell(range), `$${COLUMN.maximum}${firstRow}`), WRONG);
    const credits = namedCredits(item);
    if (credits !== null && credits.length <= item.maximum) {
      add(range, isUnnamed(layout, firstCell(range), credits), UNUSUAL);
    }
  }
  for (const role of ROLES) {
    for (const range of listInputs(layout, role)) {
      add(range, isBlank(firstCell(range)), { fill: INPUT_FILL[role].blank });
    }
    const verdict = layout.verdictCells[role];
    add(verdict, `${verdict}="${QUALIFICATION_WORDS.yes}"`, GOOD);
    add(verdict, `${verdict}="${QUALIFICATION_WORDS.no}"`, WRONG);
    const faults = layout.faultCountCells[role];
    add(faults, `${faults}>0`, WRONG);
  }
}

/** Nothing, or the box that nobody has ticked; a score is never such a text. */
function isBlank(cell: string): string {
  return `OR(ISBLANK(${cell}),${cell}="${OPEN_VETO}")`;
}

/** No number, below 0, above the maximum, or between two steps. */
function isImpossible({ scheme }: ScoreSheetLayout, cell: string, maximum: string): string {
  const { numerator, denominator } = scheme.scoreSheet.step.value;
  const steps = numerator === 1 && denominator === 1 ? cell : `${cell}*${denominator}/${numerator}`;
  return `IF(ISNUMBER(${cell}),OR(${cell}<0,${cell}>${maximum},INT(${steps})<>${steps}),NOT(ISBLANK(${cell})))`;
}

function isUnnamed({ scheme }: ScoreSheetLayout, cell: string, credits: readonly number[]): string {
  const differs = credits.map((steps) => `${cell}<>${formatSteps(steps, scheme.scoreSheet.step.value)}`);
  return `AND(ISNUMBER(${cell}),${differs.join(',')})`;
}

/** The input cells of a role, as few ranges as can be. */
function listInputs(layout: ScoreSheetLayout, role: Role): string[] {
  const column = COLUMN[role];
  const rows = (first: number, last: number) => `${column}${first}:${column}${last}`;
  const scores = rows(layout.headingRow + 1, layout.basicRow - 1);
  const bonus = rows(layout.bonus.firstRow, layout.bonus.lastRow);
  const vetoes = layout.vetoes.length > 0 ? [rows(layout.totalRow + 1, layout.totalRow + layout.vetoes.length)] : [];
  return [scores, bonus, ...vetoes, ...(role === 'self' ? [layout.fillerCell, layout.dateCell] : [])];
}

function firstCell(range: string): string {
  return range.split(':')[0] ?? range;
}
