import type { Facts, FactValue } from './roster-column.ts';

/** A row of a sheet. The rows share their headings, for a map of its own in each takes four times the memory, which a large roster has not. */
export class RowFacts implements Facts {
  /**
   * @param places where each heading's value stands, from 0
   * @param cells the row's values
   */
  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly cells: readonly FactValue[],
  ) {}

  get(heading: string): FactValue | undefined {
    const place = this.places.get(heading);
    return place === undefined ? undefined : (this.cells[place] ?? null);
  }

  values(): Iterable<FactValue> {
    return this.cells;
  }

  *[Symbol.iterator](): Iterator<[string, FactValue]> {
    for (const [heading, place] of this.places) yield [heading, this.cells[place] ?? null];
  }
}
