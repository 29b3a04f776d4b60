/** 名次: shared ranks, and which ranks the places reach. */

/** Ranks in the order of `points`, the most points first: equal points share a rank and the next counts all before it, 1, 2, 2, 4. */
export function rankShared(points: readonly number[]): number[] {
  return rankSharedBy(points, (a, b) => b - a);
}

/**
 * The same in any order: what `compare` puts first has rank 1, and what it holds to be equal shares one.
 * @param compare a total order, as `sort` takes it
 */
export function rankSharedBy<T>(items: readonly T[], compare: (a: T, b: T) => number): number[] {
  const ranks = new Array<number>(items.length).fill(0);
  let rank = 0;
  let last: { readonly item: T } | null = null;
  const sorted = items.map((item, index) => ({ item, index })).sort((a, b) => compare(a.item, b.item));
  for (const [position, { item, index }] of sorted.entries()) {
    if (last === null || compare(last.item, item) !== 0) rank = position + 1;
    ranks[index] = rank;
    last = { item };
  }
  return ranks;
}

/** `tied`: shares the last place with others, and there are more of them than places left. */
export type PlaceStanding = 'inside' | 'tied' | 'outside';

/** Where each rank stands when there are so many places; `ranks` are those of `rankShared`, in any order. */
export function standInPlaces(ranks: readonly number[], places: number): PlaceStanding[] {
  const holders = new Map<number, number>();
  for (const rank of ranks) holders.set(rank, (holders.get(rank) ?? 0) + 1);
  return ranks.map((rank) => {
    if (rank > places) return 'outside';
    return rank + (holders.get(rank) ?? 1) - 1 > places ? 'tied' : 'inside';
  });
}
