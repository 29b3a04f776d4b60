/** Rows by what other rows name them by. Blank is never a key: a row without one is found by nobody. */
export class RowsByKey<Row> {
  /** The first row of each name. Mostly it is the only one, and a list for each would take more memory than the look-up itself. */
  readonly #first = new Map<string, Row>();
  /** All rows of the names that several bear. */
  readonly #several = new Map<string, Row[]>();
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
      const first = this.#first.get(key);
      if (first === undefined) this.#first.set(key, row);
      else this.#add(key, first, row);
    }
  }

  /** In the order of the sheet; none of a blank name. */
  all(written: string): readonly Row[] {
    const key = this.#keyOf(written);
    const first = this.#first.get(key);
    return first === undefined ? NONE : (this.#several.get(key) ?? [first]);
  }

  first(written: string): Row | undefined {
    return this.#first.get(this.#keyOf(written));
  }

  last(written: string): Row | undefined {
    return this.all(written).at(-1);
  }

  /** The rows of each name, in the order of first mention. */
  *groups(): Iterable<readonly Row[]> {
    for (const [key, first] of this.#first) yield this.#several.get(key) ?? [first];
  }

  #add(key: string, first: Row, row: Row): void {
    const several = this.#several.get(key);
    if (several) several.push(row);
    else this.#several.set(key, [first, row]);
  }
}

const NONE: readonly never[] = [];
