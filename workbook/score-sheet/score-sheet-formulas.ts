/**
 * The formulas of the score sheet: they say what `rules/score-verdict.ts` says, in functions that Excel 2010, WPS and LibreOffice have.
 * Text in a score cell adds nothing and counts as a fault.
 */
import { VETO_WORDS } from '../../rules/master-roster.ts';
import { formatSteps } from '../../rules/points.ts';
import type { ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import { QUALIFICATION_WORDS } from '../../rules/score-verdict.ts';
import { COLUMN, type CategoryPlace, type Role, type ScoreSheetPlaces } from './score-sheet-places.ts';

/** The formulas of one score column, without `=`. */
export interface RoleFormulas {
  readonly ofCategory: (place: CategoryPlace) => string;
  readonly basic: string;
  readonly bonus: string;
  readonly total: string;
  readonly blankCount: string;
  readonly faultCount: string;
  readonly verdict: string;
  readonly reason: string;
}

export function writeFormulas(sheet: ScoreSheet, places: ScoreSheetPlaces, role: Role): RoleFormulas {
  const column = COLUMN[role];
  const range = (first: number, last: number) => `${column}${first}:${column}${last}`;
  const firstRow = places.headingRow + 1;
  const basic = range(firstRow, places.basicRow - 1);
  const maximums = `$${COLUMN.maximum}$${firstRow}:$${COLUMN.maximum}$${places.basicRow - 1}`;
  // Floating point would make 84.99999 of tenths of a point.
  const isExact = Number.isInteger(Math.log2(sheet.step.value.denominator));
  const sum = (cells: string) => (isExact ? `SUM(${cells})` : `ROUND(SUM(${cells}),6)`);
  const ofCategory = ({ firstRow: first, lastRow }: CategoryPlace) => sum(range(first, lastRow));
  const possible = `ISNUMBER(${basic})*ISNUMBER(MATCH(${basic},{${listSteps(sheet)}},0))*(${basic}<=${maximums})`;
  return {
    ofCategory,
    basic: sum(basic),
    bonus: ofCategory(places.bonus),
    total: `${places.basicCells[role]}+${places.bonusCells[role]}`,
    blankCount: `COUNTBLANK(${basic})`,
    faultCount: `ROWS(${basic})-COUNTBLANK(${basic})-SUMPRODUCT(${possible})`,
    verdict: writeVerdict(sheet, places, role),
    reason: writeReason(sheet, places, role),
  };
}

function writeVerdict(sheet: ScoreSheet, places: ScoreSheetPlaces, role: Role): string {
  const judged = isJudged(places, role);
  const fails = [`AND(${judged},${places.basicCells[role]}<${threshold(sheet)})`];
  const passes = [judged];
  if (places.vetoes.length > 0) {
    const vetoes = vetoRange(places, role);
    fails.push(`COUNTIF(${vetoes},"${VETO_WORDS.occurred}")>0`);
    passes.push(`COUNTIF(${vetoes},"${VETO_WORDS.clear}")=${places.vetoes.length}`);
  }
  const { yes, no, unknown } = QUALIFICATION_WORDS;
  return `IFERROR(IF(OR(${fails.join(',')}),"${no}",IF(AND(${passes.join(',')}),"${yes}","${unknown}")),"${unknown}")`;
}

function writeReason(sheet: ScoreSheet, places: ScoreSheetPlaces, role: Role): string {
  const basic = places.basicCells[role];
  const blank = places.blankCountCells[role];
  const faults = places.faultCountCells[role];
  const line = threshold(sheet);
  const points = `"基本得分 "&${basic}&" 分，"&IF(${basic}<${line},"低于","达到")&" ${line} 分"`;
  const counts = `"基本得分项 "&IF(${blank}>0,${blank}&" 项未填","")&IF(AND(${blank}>0,${faults}>0),"，","")&IF(${faults}>0,${faults}&" 项有误","")`;
  const vetoes = places.vetoes.length > 0 ? `&"；"&${writeVetoes(places, role)}` : '';
  return `IFERROR(IF(AND(${isJudged(places, role)}),${points},${counts})${vetoes},"有单元格出错，请改正")`;
}

/** `否决项 3 发生，否决项 2、5 未确认`, or that all are clear. */
function writeVetoes(places: ScoreSheetPlaces, role: Role): string {
  const { occurred, clear, open } = VETO_WORDS;
  const states = vetoRange(places, role);
  const numbers = (test: (cell: string) => string) => {
    const each = places.vetoes.map(({ stateCells }, index) => `IF(${test(stateCells[role])},"${index + 1} ","")`);
    return `SUBSTITUTE(TRIM(${each.join('&')})," ","、")`;
  };
  const occurredCount = `COUNTIF(${states},"${occurred}")`;
  const openCount = `ROWS(${states})-${occurredCount}-COUNTIF(${states},"${clear}")`;
  const occurredPart = `IF(${occurredCount}>0,"否决项 "&${numbers((cell) => `${cell}="${occurred}"`)}&" ${occurred}","")`;
  const comma = `IF(AND(${occurredCount}>0,${openCount}>0),"，","")`;
  const isOpen = (cell: string) => `AND(${cell}<>"${occurred}",${cell}<>"${clear}")`;
  const openPart = `IF(${openCount}>0,"否决项 "&${numbers(isOpen)}&" ${open}","")`;
  const clearPart = `IF(COUNTIF(${states},"${clear}")=${places.vetoes.length},"否决项均${clear}","")`;
  return `${occurredPart}&${comma}&${openPart}&${clearPart}`;
}

/** Arguments of `AND`: every basic item has a possible score. */
function isJudged(places: ScoreSheetPlaces, role: Role): string {
  return `${places.blankCountCells[role]}=0,${places.faultCountCells[role]}=0`;
}

function vetoRange({ vetoes }: ScoreSheetPlaces, role: Role): string {
  const rows = vetoes.map(({ row }) => row);
  return `${COLUMN[role]}${Math.min(...rows)}:${COLUMN[role]}${Math.max(...rows)}`;
}

function threshold(sheet: ScoreSheet): string {
  return formatSteps(sheet.threshold.value, sheet.step.value);
}

/** Every score that some basic item can have, as the values of an array. */
function listSteps(sheet: ScoreSheet): string {
  const most = Math.max(...sheet.categories.flatMap(({ items }) => items.map(({ maximum }) => maximum)));
  return Array.from({ length: most + 1 }, (_, steps) => formatSteps(steps, sheet.step.value)).join(',');
}
