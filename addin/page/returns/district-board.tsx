import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { GROUP_WORDS, GROUPS, useGroupBar, useGroupText } from './group-looks.ts';
import type { GroupCounts, ReturnGroup, ReturnsBoard } from './returns-board.ts';

/** What a list shows: a kind of unit, of one district or of all. */
export interface Opened {
  readonly group: ReturnGroup | 'refused' | 'ignored';
  readonly district: string | null;
}

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
  },
  heading: { padding: '8px 4px', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  name: { padding: '2px 4px 2px 12px', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: '2px 4px', textAlign: 'center' },
  track: { width: '32%', padding: '2px 8px', '@media (max-width: 640px)': { display: 'none' } },
  bar: { display: 'flex', height: '10px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden', gap: '1px' },
  part: { minWidth: '2px', forcedColorAdjust: 'none' },
  number: { minWidth: '40px', padding: '0 4px', fontVariantNumeric: 'tabular-nums' },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  none: { color: tokens.colorNeutralForeground3 },
});

interface DistrictBoardProps {
  readonly board: ReturnsBoard;
  readonly opened: Opened;
  readonly onOpen: (opened: Opened) => void;
}

/** Each district with a bar; each number opens the units that it counts. */
export function DistrictBoard({ board, opened, onOpen }: DistrictBoardProps) {
  const styles = useStyles();
  const texts = useGroupText();
  const rows = board.districts.filter(({ counts }) => sum(counts) > 0);
  return (
    <table className={styles.table} aria-label="各区收件情况">
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.heading, styles.name)}>
            所属
          </th>
          <td className={mergeClasses(styles.heading, styles.track)} />
          {GROUPS.map((group) => (
            <th key={group} scope="col" className={styles.heading}>
              {GROUP_WORDS[group]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name} className={styles.row}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td className={styles.track}>
              <Bar counts={counts} />
            </td>
            {GROUPS.map((group) => (
              <td key={group} className={styles.cell}>
                {counts[group] === 0 ? (
                  <span className={styles.none}>0</span>
                ) : (
                  <Button
                    appearance="transparent"
                    size="small"
                    className={mergeClasses(
                      styles.number,
                      texts[group],
                      opened.group === group && opened.district === name && styles.chosen,
                    )}
                    aria-label={`${name}${GROUP_WORDS[group]} ${counts[group]} 家`}
                    onClick={() => {
                      onOpen({ group, district: name });
                    }}
                  >
                    {counts[group]}
                  </Button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ counts }: { readonly counts: GroupCounts }) {
  const styles = useStyles();
  const bars = useGroupBar();
  return (
    <div className={styles.bar} aria-hidden>
      {GROUPS.filter((group) => counts[group] > 0).map((group) => (
        <div key={group} className={mergeClasses(styles.part, bars[group])} style={{ flexGrow: counts[group] }} />
      ))}
    </div>
  );
}

function sum(counts: GroupCounts): number {
  return GROUPS.reduce((total, group) => total + counts[group], 0);
}
