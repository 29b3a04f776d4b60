/** Rows by what other rows name them by. Blank is never a key: a row without one is found by nobody. */
export class RowsByKey<Row> {
  readonly #rows = new Map<string, Row[]>();
  readonly #keyOf: (written: string) => string;

  /**
   * @param read the name that a row bears, as written
   * @param keyOf what two spellings of one name have in common
   */
  constructor(rows: Iterable<Row>, read: (row: Row) => string, keyOf: (written: string) => string = (name) => name) {
    this.#keyOf = keyOf;
    for (const row of rows) {
      const key = keyOf(read(row));
      if (key === '') continue;
      const known = this.#rows.get(key);
      if (known) known.push(row);
      else this.#rows.set(key, [row]);
    }
  }

  /** In the order of the sheet; none of a blank name. */
  all(written: string): readonly Row[] {
    return this.#rows.get(this.#keyOf(written)) ?? NONE;
  }

  first(written: string): Row | undefined {
    return this.all(written)[0];
  }

  last(written: string): Row | undefined {
    return this.all(written).at(-1);
  }

  /** The rows of each name, in the order of first mention. */
  groups(): Iterable<readonly Row[]> {
    return this.#rows.values();
  }
}

const NONE: readonly never[] = [];
