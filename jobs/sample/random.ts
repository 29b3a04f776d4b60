/** Numbers that look random and are the same for the same seed: the sample has to come out alike on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  readonly integer: (least: number, most: number) => number;
  /** True `times` out of `outOf`. */
  readonly chance: (times: number, outOf: number) => boolean;
  /** @throws RangeError for an empty list */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The same members in another order; the list itself stays. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** @param seed any whole number; only its lowest 32 bits count */
export function makeRandom(seed: number): Random {
  const next = mulberry32(seed);
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    integer,
    chance: (times, outOf) => integer(1, outOf) <= times,
    pick: (list) => {
      const [chosen] = list.slice(integer(0, list.length - 1));
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    shuffle: (list) =>
      list
        .map((member) => ({ member, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ member }) => member),
  };
}

/** Mulberry32, a public-domain generator by Tommy Ettinger: 32 bits of state, fractions from 0 up to but not 1. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
