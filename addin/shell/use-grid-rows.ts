import { startTransition, useEffect, useState } from 'react';
import type { GridRow, GridSize } from '../desk/grid-view.ts';
import type { FileHost } from '../host/file/file-host.ts';

/** Rows read at a time. */
const PAGE = 40;

/** The rows around the top of the view, and how many there are in all. */
export function useGridRows(host: FileHost, sheet: string, version: number) {
  const [size, setSize] = useState<GridSize | null>(null);
  const [page, setPage] = useState(0);
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
    const first = Math.max(1, page * PAGE - PAGE / 2);
    const last = Math.min(size.rows, first + 2 * PAGE);
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
  }, [host, sheet, size, page]);

  return {
    size,
    ...shown,
    setTop: (row: number) => {
      setPage(Math.floor(row / PAGE));
    },
  };
}
