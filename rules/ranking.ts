/** 名次: shared ranks, and which ranks the places reach. */

/** Ranks in the order of `points`, the most points first: equal points share a rank and the next counts all before it, 1, 2, 2, 4. */
export function rankShared(points: readonly number[]): number[] {
  const rankOf = new Map<number, number>();
  [...points]
    .sort((a, b) => b - a)
    .forEach((each, position) => {
      if (!rankOf.has(each)) rankOf.set(each, position + 1);
    });
  return points.map((each) => rankOf.get(each) ?? 0);
}

/** `tied`: shares the last place with others, and there are more of them than places left. */
export type Standing = 'inside' | 'tied' | 'outside';

/** Where each rank stands when there are so many places; `ranks` are those of `rankShared`, in any order. */
export function standInPlaces(ranks: readonly number[], places: number): Standing[] {
  const holders = new Map<number, number>();
  for (const rank of ranks) holders.set(rank, (holders.get(rank) ?? 0) + 1);
  return ranks.map((rank) => {
    if (rank > places) return 'outside';
    return rank + (holders.get(rank) ?? 1) - 1 > places ? 'tied' : 'inside';
  });
}
