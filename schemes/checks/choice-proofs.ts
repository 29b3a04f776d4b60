/** The choices of a column that pass a condition are those that its citation names. */
import { listNamedChoices } from '../figures/choices.ts';
import type { CitedWords, Figure } from '../figures/list-cited.ts';
import { valueAt, type Part } from '../read-shape.ts';
import { cellOfRow } from '../shapes/guard.ts';
import { columnsFor, type Names } from './names.ts';

/** What the words do not prove. */
export interface Unproved {
  /** A reading proves it instead. */
  readonly isRead: boolean;
  readonly message: string;
}

/** Null where the words name just these, and where they name none, for then they say in their own way what the choices mean. */
export function judgeChoices(
  { path, value, reading }: Figure,
  { quote }: CitedWords,
  part: Part<unknown>,
  names: Names,
): Unproved | null {
  const passing = Array.isArray(value) ? value.map(String) : [];
  const cell = cellOfRow.strip().safeParse(valueAt(part.data, path.slice(0, -1)));
  const column = cell.success ? columnsFor(cell.data.of, names).get(cell.data.heading) : undefined;
  const choices = column?.choices ?? passing;
  const isNamed = (named: readonly string[]) =>
    named.length === passing.length && named.every((choice) => passing.includes(choice));
  const named = listNamedChoices(quote, choices);
  if (named.length === 0 || isNamed(named)) return null;
  return {
    isRead: reading !== null && isNamed(listNamedChoices(reading.text, choices)),
    message: `这里是${passing.join('、')}，而引文“${quote}”说的是${named.join('、')}（选项由高到低排列）；请对照原文更正，原文没有写明的用 reading 逐项写明`,
  };
}
