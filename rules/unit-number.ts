/** 编号 of a unit: what it is known by. Spreadsheets take leading zeros off a number, so zeros alone tell no two units apart. */
import { RowsByKey } from './rows-by-key.ts';

/** `080001` and `80001` have one key, `A08` keeps its own. A blank number stays blank, and blank is nobody's key: ask first. */
export function unitNumberKey(number: string): string {
  return /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;
}

/** Things whose number a spreadsheet may have shown in some way. `isWhole`: no digit was lost on the way, so that it was one number only. */
interface Shown<T> {
  readonly units: readonly T[];
  readonly isWhole: boolean;
}

/** `160028.0`, as other programs write a number; `1.6E+05`, as a narrow column shows one and a text file keeps it, with 15 digits at most. */
const DECIMAL = /^(\d+)\.0+$/;
const POWER = /^(\d(?:\.(\d{1,14}))?)E\+?(\d{1,2})$/i;

/** A number as so many decimals of a power of ten show it, `1.6e+5`; empty for what is no number. */
function showPower(number: string, decimals: number): string {
  return /^\d+$/.test(number) ? Number(number).toExponential(decimals) : '';
}

/** Whether `written` may be what a spreadsheet has made of the number. */
export function isShownAs(number: string, written: string): boolean {
  return new ByUnitNumber([number], (each) => each).findShown(written).units.length > 0;
}

/** From this length on a digit more or less says something. */
const SHORTEST_TELLING = 4;

/** Every text of digits that differs in one: another digit, one more, one less, or two that have changed places. */
function* listSlips(digits: string): Iterable<string> {
  for (let at = 0; at <= digits.length; at += 1) {
    const [before, after] = [digits.slice(0, at), digits.slice(at)];
    for (const digit of '0123456789') {
      yield before + digit + after;
      if (after !== '') yield before + digit + after.slice(1);
    }
    if (after !== '') yield before + after.slice(1);
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
  }
}

/** Looks things up by the number of their unit: the one written letter for letter, else the only one that differs in zeros. */
export class ByUnitNumber<T> {
  readonly #exact = new Map<string, T>();
  readonly #alike: RowsByKey<T>;
  /** By so many decimals, as powers of ten show the numbers. */
  readonly #shown = new Map<number, RowsByKey<readonly [number: string, item: T]>>();

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

  /** All whose number a spreadsheet may have shown so. */
  findShown(written: string): Shown<T> {
    const whole = DECIMAL.exec(written)?.[1];
    if (whole !== undefined) return { units: this.findAlike(whole), isWhole: true };
    const [, mantissa, decimals = '', power = ''] = POWER.exec(written) ?? [];
    if (mantissa === undefined) return { units: [], isWhole: false };
    const units = this.#byPower(decimals.length).all(`${mantissa}e+${Number(power)}`);
    return { units: units.map(([, item]) => item), isWhole: decimals.length >= Number(power) };
  }

  /** Made when the first number shown so is looked up: a column that was saved so has thousands. */
  #byPower(decimals: number): RowsByKey<readonly [number: string, item: T]> {
    const known = this.#shown.get(decimals);
    if (known) return known;
    const made = new RowsByKey(this.#exact, ([number]) => showPower(number, decimals));
    this.#shown.set(decimals, made);
    return made;
  }

  /** All whose number is one slip of the hand away. None of a short number: nearly all others would be. */
  findSlips(written: string): readonly T[] {
    if (!/^\d+$/.test(written) || written.length < SHORTEST_TELLING) return [];
    const near = new Set([...listSlips(written)].flatMap((each) => this.findAlike(each)));
    for (const same of this.findAlike(written)) near.delete(same);
    return [...near];
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
