import { makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { columnLetters, readAddress } from '../../ooxml/read/cell-address.ts';
import type { FileHost } from '../host/file/file-host.ts';
import type { WorkbookAbout } from '../host/port.ts';
import { FileGridRow, GRID_ROW_HEIGHT, useCellStyles } from './file-grid-row.tsx';
import { useGridRows } from './use-grid-rows.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: '320px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 12px' },
  scroll: { flexGrow: 1, overflow: 'auto', height: '320px', '@media (min-width: 900px)': { height: 'auto' } },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200, tableLayout: 'fixed' },
  sticky: { position: 'sticky', top: 0, zIndex: 1 },
});

export interface FileGridProps {
  readonly host: FileHost;
  readonly about: WorkbookAbout;
}

/** The sheet as plain rows, so that a jump shows its cell. To read only: what is typed is typed in the panels. */
export default function FileGrid({ host, about }: FileGridProps) {
  const styles = useStyles();
  const cellStyles = useCellStyles();
  const view = useSyncExternalStore(host.subscribeView, host.getView);
  const { selection, version } = view;
  // Deferred: colouring all rows may wait, the button that was pressed may not.
  const marks = useDeferredValue(view.marks);
  const visible = about.sheets.filter((sheet) => sheet.isVisible || sheet.name === selection?.sheet);
  const [chosen, setChosen] = useState(() => visible[0]?.name ?? '');
  const [seen, setSeen] = useState(selection);
  if (seen !== selection) {
    setSeen(selection);
    if (selection) setChosen(selection.sheet);
  }
  const sheet = chosen;
  const { size, rows, setSight, top } = useGridRows(host, sheet, version);
  const scroller = useRef<HTMLDivElement>(null);
  const place = selection?.sheet === sheet ? readAddress(selection.address) : undefined;
  const { row, column } = place ?? { row: 0, column: 0 };

  useEffect(() => {
    const element = scroller.current;
    if (row === 0 || !element || size === null) return;
    const wanted = Math.max(0, (row - 1) * GRID_ROW_HEIGHT - element.clientHeight / 3);
    element.scrollTo({ top: wanted, left: Math.max(0, (column - 2) * 120) });
    // The size comes with the rows of another sheet; a jump within one scrolls by its place alone.
  }, [row, column, sheet, size]);

  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    setSight(Math.floor(scrollTop / GRID_ROW_HEIGHT), Math.ceil(clientHeight / GRID_ROW_HEIGHT));
  }, [setSight]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [look]);

  const marked = useMemo(
    () => new Map(marks.filter((mark) => mark.sheet === sheet).map((mark) => [mark.address, mark])),
    [marks, sheet],
  );
  const columns = size?.columns ?? 0;
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Select
          size="small"
          aria-label="工作表"
          value={sheet}
          onChange={(_, { value }) => {
            setChosen(value);
          }}
        >
          {visible.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
        <Text size={200}>{size ? `${size.rows} 行，只供查看` : ''}</Text>
      </div>
      <div
        ref={scroller}
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={`工作表 ${sheet} 的内容`}
        onScroll={look}
      >
        <table className={styles.table} aria-rowcount={size?.rows ?? 0}>
          <thead className={styles.sticky}>
            <tr>
              <th className={mergeClasses(cellStyles.cell, cellStyles.label)} scope="col">
                行
              </th>
              {Array.from({ length: columns }, (_, index) => (
                <th key={index} scope="col" className={mergeClasses(cellStyles.cell, cellStyles.label)}>
                  {columnLetters(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden style={{ height: top * GRID_ROW_HEIGHT }} />
            {rows.map((row) => (
              <FileGridRow
                key={row.number}
                row={row}
                marked={marked}
                selectedColumn={row.number === place?.row ? place.column : null}
              />
            ))}
            <tr aria-hidden style={{ height: Math.max(0, (size?.rows ?? 0) - top - rows.length) * GRID_ROW_HEIGHT }} />
          </tbody>
        </table>
      </div>
    </div>
  );
}
