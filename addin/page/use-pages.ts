import { useEffect, useState } from 'react';
import type { PageDrawing } from './print-pages.ts';

/** How many pages before and behind those that are seen are fetched too, so that turning is at once. */
const AHEAD = 4;

type Hand = (first: number, count: number) => Promise<readonly PageDrawing[] | null>;

/** The pages from `first` on, each null until it is there. Those far from them are forgotten. */
export function usePages(hand: Hand, first: number, count: number): (PageDrawing | null)[] {
  const [kept, setKept] = useState<ReadonlyMap<number, PageDrawing>>(new Map());
  useEffect(() => {
    let isWanted = true;
    const from = Math.max(0, first - AHEAD);
    void hand(from, first - from + count + AHEAD).then((pages) => {
      if (isWanted && pages) setKept(new Map(pages.map((page, at) => [from + at, page])));
    });
    return () => {
      isWanted = false;
    };
  }, [hand, first, count]);
  return Array.from({ length: count }, (_, at) => kept.get(first + at) ?? null);
}
