import { startTransition, useCallback, useEffect, useState } from 'react';
import type { GridRow, GridSize } from '../desk/grid-view.ts';
import type { FileHost } from '../host/file/file-host.ts';

/** Rows by which the part that is drawn moves: as many stand above and below what is seen. */
const STEP = 8;

/** The rows around the top of the view, and how many there are in all. */
export function useGridRows(host: FileHost, sheet: string, version: number) {
  const [size, setSize] = useState<GridSize | null>(null);
  const [top, setTop] = useState(0);
  const [count, setCount] = useState(STEP);
  const [shown, setShown] = useState<{ top: number; rows: readonly GridRow[] }>({ top: 0, rows: [] });

  useEffect(() => {
    let isStale = false;
    void host.desk.sizeOf(sheet).then((found) => {
      if (!isStale) setSize(found);
    });
    return () => {
      isStale = true;
    };
  }, [host, sheet, version]);

  useEffect(() => {
    if (size === null) return;
    let isStale = false;
    const first = Math.max(1, top - STEP);
    const last = Math.min(size.rows, first + count + 3 * STEP);
    void host.desk.rowsOf(sheet, first, last).then((rows) => {
      if (isStale) return;
      // Drawn in slices: a jump must not block the page.
      startTransition(() => {
        setShown({ top: first - 1, rows });
      });
    });
    return () => {
      isStale = true;
    };
  }, [host, sheet, size, top, count]);

  /** Tells which rows are in sight, by how many are above and how many can be seen at once. */
  const setSight = useCallback((above: number, seen: number) => {
    setTop(above - (above % STEP));
    setCount(seen);
  }, []);
  return { size, ...shown, setSight };
}
