/** 编号 of a unit: what it is known by. Spreadsheets take leading zeros off a number, so zeros alone tell no two units apart. */
import { RowsByKey } from './rows-by-key.ts';

/** `080001` and `80001` have one key, `A08` keeps its own. A blank number stays blank, and blank is nobody's key: ask first. */
export function unitNumberKey(number: string): string {
  return /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;
}

/** Looks things up by the number of their unit: the one written letter for letter, else the only one that differs in zeros. */
export class ByUnitNumber<T> {
  readonly #exact = new Map<string, T>();
  readonly #alike: RowsByKey<T>;

  /** Of two with one number the first counts; one without a number is never found. */
  constructor(items: Iterable<T>, numberOf: (item: T) => string) {
    for (const item of items) {
      const number = numberOf(item);
      if (number !== '' && !this.#exact.has(number)) this.#exact.set(number, item);
    }
    this.#alike = new RowsByKey(this.#exact.values(), numberOf, unitNumberKey);
  }

  /** Undefined where there is none, and where several differ from the number in zeros alone. */
  find(number: string): T | undefined {
    const exact = this.#exact.get(number);
    if (exact !== undefined) return exact;
    const [only, other] = this.findAlike(number);
    return other === undefined ? only : undefined;
  }

  /** All that have the number but for leading zeros. */
  findAlike(number: string): readonly T[] {
    return this.#alike.all(number);
  }

  /** Each with a number of its own, in their order. */
  [Symbol.iterator](): Iterator<T> {
    return this.#exact.values();
  }

  /** Those that differ from one another in leading zeros alone: nobody can tell them apart once the zeros are gone. */
  get lookalikes(): readonly (readonly T[])[] {
    return [...this.#alike.groups()].filter((alike) => alike.length > 1);
  }
}
