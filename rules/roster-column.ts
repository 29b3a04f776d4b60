/** What may stand in a column of the master roster. A `code` is a text by which other sheets name the row. */
export type ColumnType =
  | 'text'
  | 'code'
  | 'yes-no'
  | 'integer'
  | 'number'
  | 'points'
  | 'month'
  | 'date'
  | 'choice'
  | 'id-number'
  | 'credit-code'
  | 'phone';

export type Spellings = Readonly<Record<string, readonly string[]>>;

/** One column of a sheet, found by its heading. */
export interface RosterColumn {
  readonly heading: string;
  readonly type: ColumnType;
  /** The words allowed in a `choice` column. */
  readonly choices?: readonly string[];
  /** Other spellings of a word that may stand here, 是 and 否 included: the word → what people write for it. */
  readonly spellings?: Spellings;
  /** Of a `yes-no`: it asks whether something bad happened, so that 无 says 否, and a tick says nothing. */
  readonly adverse?: boolean;
  /** Of a number: the words for its unit that may stand behind it, the usual one first. */
  readonly units?: readonly string[];
  /** Of a number: it is what another one becomes, so that a sign before it may say by how much. */
  readonly becomes?: boolean;
  /** Of a text on one line: a line break in it stands for nothing, as in a name, or for a blank. Left out: the text is as it is written. */
  readonly breaks?: 'nothing' | 'blank';
  /** What else people write over the column. */
  readonly aliases?: readonly string[];
  /**
   * Such columns name what the row is about; a row in which all of them are blank is no record. `own`: no two rows share a value, so that a merged
   * cell is no value for several.
   */
  readonly naming?: 'own' | 'shared';
  /** The sheet may lack this column; cells then read as blank. */
  readonly optional?: boolean;
  /** One Chinese sentence for the manual and for the cell note of the heading. */
  readonly about?: string;
}

/** A cell as read: `yes-no` gives a boolean, `integer`, `number` and `points` a number, the rest text; null is blank or unreadable. */
export type FactValue = string | number | boolean | null;

/** The cells of one row by heading. A map is one; the rows of a sheet are `RowFacts`. */
export interface Facts extends Iterable<[heading: string, value: FactValue]> {
  /** Undefined for a heading that the sheet's columns do not have. */
  get(heading: string): FactValue | undefined;
  values(): Iterable<FactValue>;
}

/** As it stands in the cell; empty where it is blank. */
export function wordOf(value: FactValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value ?? '');
}
