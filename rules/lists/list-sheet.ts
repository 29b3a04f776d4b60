/** A list that others keep (会费台账, 区级表彰名单, last year's roster), as it was read: one sheet of it. */
import type { FactValue } from '../roster-column.ts';

/** A workbook of lists. */
export interface ListFile {
  /** For people to read: never an ID number or a telephone. */
  readonly name: string;
  /** Hexadecimal, of its bytes. */
  readonly sha256: string;
}

/**
 * How a column of a list came to be one of the roster: its heading or an alias, what was asked now, what the roster remembers; `listed`: no column of
 * the list, to stand in it says the value.
 */
export type MappingOrigin = 'own' | 'given' | 'remembered' | 'listed';

/** A column of a list and the column of 会员单位 that it goes to. */
export interface MappedColumn {
  /** As the list has it. */
  readonly written: string;
  readonly heading: string;
  readonly letters: string;
  readonly origin: MappingOrigin;
}

/** A cell of a list that says something for a column of the roster. */
export interface ListCell {
  readonly heading: string;
  /** As the column reads it; never null. */
  readonly value: NonNullable<FactValue>;
  /** `C12` */
  readonly address: string;
}

/** A row of a list. Its identity is empty where the row gives none. */
export interface ListRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly creditCode?: string;
  /** Why nobody can say that it is a record, or still one: struck out, a sum. Null where nothing speaks against it. */
  readonly doubt: string | null;
  readonly cells: readonly ListCell[];
}

/** A cell of a list that nobody can read. */
export interface UnreadCell {
  readonly row: number;
  readonly heading: string;
  readonly address: string;
  /** One Chinese sentence, with file, sheet and cell; never an ID number. */
  readonly message: string;
}

export interface ListSheet {
  readonly file: ListFile;
  readonly name: string;
  /** Those by which units are known among them. */
  readonly columns: readonly MappedColumn[];
  /** Headings that no column of the roster has. */
  readonly unmapped: readonly string[];
  readonly rows: readonly ListRow[];
  readonly unread: readonly UnreadCell[];
  /** Rows that are no records: sums, notes, signatures. */
  readonly aside: number;
}
