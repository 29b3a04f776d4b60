/** What a long table of the summary is; `draw-table.ts` draws it. */
import type { Look, Tone } from '../draw/cell-looks.ts';

export interface TallyColumn {
  readonly heading: string;
  /** In points. */
  readonly width: number;
  readonly align: Look['align'];
  readonly numFmt?: string;
  /** A cell note on the heading. */
  readonly note?: string;
  /** Draws each number as a bar from 0 to this. */
  readonly barTo?: number;
  /** People fill these cells in; a list offers these words, where there are any. */
  readonly input?: { readonly choices: readonly string[] };
}

/** Alone a value; with a tone where it has to catch the eye. */
export type BodyCell =
  string | number | null | { readonly value: string | number | null; readonly tone: BodyTone | null };
export type BodyTone = Extract<Tone, 'violation' | 'question' | 'fine'>;

export interface TallyTable {
  readonly sheetName: string;
  readonly title: string;
  /** What it is for, in a few words, on the first sheet. */
  readonly purpose: string;
  /** Sentences above the table. */
  readonly about: readonly string[];
  readonly columns: readonly TallyColumn[];
  /** Columns that stay in sight. */
  readonly frozen: number;
  /** How many `rows` gives. */
  readonly rowCount: number;
  /** Made one by one and gone through once: all rows of all tables together would be the whole memory of a small machine. */
  readonly rows: Iterable<readonly BodyCell[]>;
}

/** A table of a workbook without an overview. */
export type PlainTable = Omit<TallyTable, 'purpose'>;

/** Gives what `toRow` makes of each item, when it is asked for. */
export function* mapEach<T, R>(items: Iterable<T>, toRow: (item: T) => R): Generator<R> {
  for (const item of items) yield toRow(item);
}

/** As `mapEach`, where an item gives any number of rows. */
export function* flatMapEach<T, R>(items: Iterable<T>, toRows: (item: T) => Iterable<R>): Generator<R> {
  for (const item of items) yield* toRows(item);
}
