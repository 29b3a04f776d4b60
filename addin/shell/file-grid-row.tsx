import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import type { GridRow } from '../desk/grid-view.ts';
import type { Mark } from '../host/port.ts';

/** In pixels; every row has the same, so that its place is known without drawing it. */
export const GRID_ROW_HEIGHT = 26;

export const useCellStyles = makeStyles({
  cell: {
    boxSizing: 'border-box',
    height: `${GRID_ROW_HEIGHT}px`,
    width: '120px',
    maxWidth: '120px',
    padding: '0 6px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: {
    width: '52px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  violation: { backgroundColor: tokens.colorPaletteRedBackground2 },
  question: { backgroundColor: tokens.colorPaletteYellowBackground2 },
  selectedRow: { backgroundColor: tokens.colorBrandBackground2 },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
});

interface FileGridRowProps {
  readonly row: GridRow;
  readonly marked: ReadonlyMap<string, Mark>;
  readonly selectedColumn: number | null;
}

/** A row of the sheet, with its marks and the selected cell. */
export const FileGridRow = memo(function FileGridRow({
  row: { number, texts },
  marked,
  selectedColumn,
}: FileGridRowProps) {
  const styles = useCellStyles();
  return (
    <tr aria-rowindex={number} className={selectedColumn === null ? undefined : styles.selectedRow}>
      <th scope="row" className={mergeClasses(styles.cell, styles.label)}>
        {number}
      </th>
      {texts.map((text, index) => {
        const mark = marked.get(columnLetters(index + 1) + String(number));
        const isSelected = selectedColumn === index + 1;
        return (
          <td
            key={index}
            title={mark?.note ?? text}
            className={
              mark || isSelected
                ? mergeClasses(styles.cell, mark && styles[mark.severity], isSelected && styles.selected)
                : styles.cell
            }
          >
            {text}
          </td>
        );
      })}
    </tr>
  );
});
