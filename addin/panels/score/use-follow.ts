import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkbookHost } from '../../host/port.ts';

/** Passing by many rows with the Tab key selects only where it rests. */
const REST_MS = 200;

/** Keeps the sheet's selection and the form together: `jump` and `visit` select a cell, `selected` is the one that the user selects. */
export function useFollow(host: WorkbookHost, sheet: string, onFault: (fault: unknown) => void) {
  const [selected, setSelected] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastVisited = useRef('');

  useEffect(() => {
    let isStale = false;
    let end: (() => Promise<void>) | undefined;
    host.watchSelection?.(sheet, setSelected).then((stop) => {
      if (isStale) stop().catch(onFault);
      else end = stop;
    }, onFault);
    return () => {
      isStale = true;
      clearTimeout(timer.current);
      end?.().catch(onFault);
    };
  }, [host, sheet, onFault]);

  const jump = useCallback(
    (address: string) => {
      clearTimeout(timer.current);
      lastVisited.current = address;
      host.select(sheet, address).catch(onFault);
    },
    [host, sheet, onFault],
  );
  /** A click in Excel's pane is about to write: selecting as well would double its calls. In the browser it costs nothing. */
  const visit = useCallback(
    (address: string, isByKey: boolean) => {
      if (address === lastVisited.current || (!isByKey && host.kind === 'excel')) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        jump(address);
      }, REST_MS);
    },
    [host, jump],
  );
  /** A score is being written. */
  const forget = useCallback(() => {
    if (host.kind === 'excel') clearTimeout(timer.current);
  }, [host]);
  return { selected, jump, visit, forget };
}
