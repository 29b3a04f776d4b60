import { useEffect, useState } from 'react';
import type { PageDrawing } from './print-pages.ts';

/** How many pages before and behind those that are seen are fetched too, so that turning is at once. */
const AHEAD = 4;

type Hand = (pages: readonly number[]) => Promise<readonly PageDrawing[] | null>;

/**
 * The drawings of so many of the pages from the one at `first` on, each null until it is there. Those far from them are forgotten.
 * @param pages by their numbers, in the order in which they are turned
 */
export function usePages(hand: Hand, pages: readonly number[], first: number, count: number): (PageDrawing | null)[] {
  const [kept, setKept] = useState<ReadonlyMap<number, PageDrawing>>(new Map());
  useEffect(() => {
    let isWanted = true;
    const near = pages.slice(Math.max(0, first - AHEAD), first + count + AHEAD);
    void hand(near).then((drawn) => {
      if (isWanted && drawn) setKept(new Map(drawn.map((page, at) => [near[at] ?? -1, page])));
    });
    return () => {
      isWanted = false;
    };
  }, [hand, pages, first, count]);
  return pages.slice(first, first + count).map((page) => kept.get(page) ?? null);
}
