/** Every value of a returned sheet in one list, so that two sheets can be held against each other cell by cell. */
import { VETO_WORDS, type VetoState } from '../master-roster.ts';
import { formatSteps } from '../points.ts';
import type { ScoreItem, ScoreSheet, VetoItem } from '../scheme-score-sheet.ts';
import { listItems } from '../score-sheet.ts';
import { SCORE_COLUMNS, type ReturnedSheet, type ScoreColumn } from './returned-file.ts';

/** One cell that people fill in. */
export type Entry =
  | { readonly kind: 'score'; readonly column: ScoreColumn; readonly item: ScoreItem }
  | { readonly kind: 'state'; readonly column: ScoreColumn; readonly item: VetoItem };

/** Steps of a score, null where it is blank, or the state of a veto item; `unread` where something stands that nobody could read. */
export type EntryValue = number | null | VetoState | 'unread';

/** Nothing has been said: no score, or a veto item that nobody has confirmed. */
export function isBlankValue(value: EntryValue): boolean {
  return value === null || value === 'open';
}

/** The scores of both columns, then the veto items of both. */
export function listEntries(scoreSheet: ScoreSheet): Entry[] {
  const items = listItems(scoreSheet);
  return [
    ...SCORE_COLUMNS.flatMap((column) => items.map((item): Entry => ({ kind: 'score', column, item }))),
    ...SCORE_COLUMNS.flatMap((column) => scoreSheet.vetoItems.map((item): Entry => ({ kind: 'state', column, item }))),
  ];
}

/** The values of a sheet in the order of `listEntries`. */
export function listValues({
  scores,
  vetoes,
  unread,
}: Pick<ReturnedSheet, 'scores' | 'vetoes' | 'unread'>): EntryValue[] {
  const values: EntryValue[] = [
    ...SCORE_COLUMNS.flatMap((column) => scores[column]),
    ...SCORE_COLUMNS.flatMap((column) => vetoes[column]),
  ];
  for (const at of unread) values[at] = 'unread';
  return values;
}

/** A value as people read it: `2.5`, `未发生`, `空白`. */
export function showValue(value: EntryValue, { step }: ScoreSheet): string {
  if (value === null) return '空白';
  if (value === 'unread') return '无法识别';
  return typeof value === 'number' ? formatSteps(value, step.value) : VETO_WORDS[value];
}
