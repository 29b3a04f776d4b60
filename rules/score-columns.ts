/** What the two score columns are called: as the document heads them over the basic items and over the bonus items, which may differ. */
import type { ScoreColumns, ScoreSheet } from './scheme-score-sheet.ts';

type Headings = Pick<ScoreSheet, 'columns'>;

/** `“内保处/科评分”（加分项“市/区企保协会评分”）` */
export function nameScoreColumn({ columns: { basic, bonus } }: Headings, column: keyof ScoreColumns): string {
  const ofBonus = basic[column] === bonus[column] ? '' : `（加分项“${bonus[column]}”）`;
  return `“${basic[column]}”${ofBonus}`;
}

/** What 自评 and 评分 stand for where a heading has no room for more. */
export function explainScoreColumns(sheet: Headings): string {
  return `“自评”指评分表的${nameScoreColumn(sheet, 'self')}一栏，“评分”指${nameScoreColumn(sheet, 'association')}一栏`;
}

/** `内保处/科` of `内保处/科评分`: who fills in the column. */
export function nameScorer(heading: string): string {
  return /^.+评分$/.test(heading) ? heading.slice(0, -'评分'.length) : `填“${heading}”一栏的一方`;
}
