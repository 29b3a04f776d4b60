/** 归属: whose a file is that nobody could read, by the number or the name in the names of the file and of its folders. */
import { RowsByKey } from '../rows-by-key.ts';
import { textKey } from '../same-text.ts';
import type { ByUnitNumber } from '../unit-number.ts';
import type { Tie } from './returned-file.ts';
import type { TallyMember } from './unit-tally.ts';

/** A shorter number says nothing unless the name begins with it: `评分表2`, `2024`. */
const TELLING_DIGITS = 5;
/** A shorter name is part of too many others. */
const LEAST_NAME = 4;

/** A unit whose name tells it from others. */
interface Named {
  /** Of the name. */
  readonly key: string;
  readonly unit: TallyMember;
  /** Among the units. */
  readonly place: number;
}

/** Ties paths to the units of a roster. */
export class PathTies {
  readonly #units: ByUnitNumber<TallyMember>;
  readonly #byName: RowsByKey<Named>;
  /** How long the names are that begin alike, by as many characters as every name has. */
  readonly #lengths = new Map<string, Set<number>>();

  constructor(units: ByUnitNumber<TallyMember>) {
    this.#units = units;
    const named = [...units]
      .map((unit, place): Named => ({ key: textKey(unit.name), unit, place }))
      .filter(({ key }) => key.length >= LEAST_NAME);
    this.#byName = new RowsByKey(named, ({ key }) => key);
    for (const { key } of named) {
      const start = key.slice(0, LEAST_NAME);
      this.#lengths.set(start, (this.#lengths.get(start) ?? new Set()).add(key.length));
    }
  }

  /** The only unit of a name; undefined where there is none, or several. */
  findByName(name: string): TallyMember | undefined {
    const [only, other] = this.#byName.all(textKey(name));
    return other ? undefined : only?.unit;
  }

  /** The file's own name tells more than its folder's, and that more than the folder's around it. */
  tie(path: string): Tie {
    for (const step of path.split('/').reverse()) {
      const tie = this.#tieStep(step);
      if (tie) return tie;
    }
    return { unitNumber: null, why: '文件内和文件名中都认不出单位的编号或名称' };
  }

  #tieStep(step: string): Tie | null {
    const numbered = [...new Set(listNumbers(step).flatMap((number) => this.#units.find(number) ?? []))];
    const named = this.#findNamed(textKey(step));
    const both = numbered.filter((unit) => named.includes(unit));
    const [only, other] = both.length > 0 ? both : numbered.length > 0 ? numbered : named;
    if (!only) return null;
    if (other) return { unitNumber: null, why: `文件名与几家单位对得上（${only.number}、${other.number} 等）` };
    const [contrary] = both.length === 0 && numbered.length > 0 ? named : [];
    if (!contrary) return { unitNumber: only.number, by: 'path' };
    return { unitNumber: null, why: `文件名中的编号是 ${only.number}，名称却是 ${contrary.number} 的` };
  }

  /** Of names that hold one another the longest: a branch's name holds that of its company. */
  #findNamed(key: string): readonly TallyMember[] {
    const found = this.#listInside(key);
    return found
      .filter((name) => !found.some((other) => other.key !== name.key && other.key.includes(name.key)))
      .map(({ unit }) => unit);
  }

  /** All units whose name stands somewhere in a text, in their order. Each stretch of it is looked up that may be a name, whatever the number of units. */
  #listInside(key: string): readonly Named[] {
    const found = new Set<Named>();
    for (let at = 0; at + LEAST_NAME <= key.length; at += 1) {
      for (const length of this.#lengths.get(key.slice(at, at + LEAST_NAME)) ?? []) {
        for (const name of this.#byName.all(key.slice(at, at + length))) found.add(name);
      }
    }
    return [...found].sort((a, b) => a.place - b.place);
  }
}

/** The year of `2024年评分表.xlsx` is nobody's number. */
function listNumbers(step: string): string[] {
  const plain = step.normalize('NFKC');
  return Array.from(plain.matchAll(/[0-9A-Za-z]+(?!年|[0-9A-Za-z])/g))
    .filter(({ 0: run, index }) => run.length >= TELLING_DIGITS || plain.slice(0, index).trim() === '')
    .map(([run]) => run);
}
