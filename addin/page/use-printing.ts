import { useCallback, useEffect, useRef, useState } from 'react';
import type { PaperSize } from './print-pages.ts';
import { printStack, type PrintOrder } from './print-stack.ts';

/** Hands pages to the printer: what is asked for last is printed. `prepared` is null where none are being made ready. */
export function usePrinting(papers: readonly PaperSize[], hand: PrintOrder['hand']) {
  const [prepared, setPrepared] = useState<number | null>(null);
  const printing = useRef<AbortController>(null);
  const stop = useCallback(() => {
    printing.current?.abort();
  }, []);
  // The workshop's pages may be those of another output by then.
  useEffect(() => stop, [stop]);
  const print = useCallback(
    (pages: readonly number[]) => {
      stop();
      const turn = new AbortController();
      printing.current = turn;
      void printStack({ pages, papers, hand, onProgress: setPrepared, signal: turn.signal }).then(() => {
        if (printing.current === turn) setPrepared(null);
      });
    },
    [papers, hand, stop],
  );
  return { prepared, print, stop };
}
