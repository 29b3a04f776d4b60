/** What the two score columns are called on the panel: as the document heads them, which may differ between basic and bonus items. */
import type { ScoreColumns, ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { nameScoreColumn } from '../../../rules/score-columns.ts';
import { COLUMN, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';

/** Who fills a column in, as the hint on the sheet says it. */
export const FILLERS: Readonly<Record<Role, string>> = { self: '单位', association: '评分方' };

/** The headings over the basic items, or over the bonus items. */
export function columnHeadings({ columns }: ScoreSheet, isBonus: boolean): ScoreColumns {
  return isBonus ? columns.bonus : columns.basic;
}

/** `E 列` */
export function letterOf(role: Role): string {
  return `${COLUMN[role]} 列`;
}

/** `E 列“内保处/科评分”（加分项“市/区企保协会评分”）` */
export function nameColumn(sheet: ScoreSheet, role: Role): string {
  return `${letterOf(role)}${nameScoreColumn(sheet, role)}`;
}

/** `采用自评分`: what takes the unit's own scores over. */
export function nameTakeOver(sheet: ScoreSheet): string {
  return `采用${columnHeadings(sheet, false).self}`;
}
