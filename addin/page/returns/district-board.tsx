import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { GROUP_TONES, type ReturnGroup } from '../../desk/state-tones.ts';
import { useToneBar, useToneInk } from '../../shell/state-looks.tsx';
import { GROUP_WORDS, GROUPS } from './group-looks.ts';
import type { GroupCounts, ReturnsBoard } from './returns-board.ts';

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
  heading: {
    padding: '8px 12px 8px 4px',
    textAlign: 'right',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  corner: { paddingLeft: '12px', textAlign: 'left' },
  name: { padding: '2px 4px 2px 12px', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  // Figures stand one below the other, by their last digit.
  cell: { padding: '2px 4px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  track: { width: '32%', padding: '2px 8px', '@media (max-width: 640px)': { display: 'none' } },
  bar: { display: 'flex', height: '10px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden', gap: '1px' },
  // Nothing else keeps the parts apart.
  part: { minWidth: '2px', forcedColorAdjust: 'none' },
  number: { minWidth: '40px', padding: '0 8px', justifyContent: 'end', fontSize: 'inherit' },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  none: { padding: '0 9px', color: tokens.colorNeutralForeground3 },
});

interface DistrictBoardProps {
  readonly board: ReturnsBoard;
  readonly opened: Opened;
  readonly onOpen: (opened: Opened) => void;
}

/** Each district with a bar; each number opens the units that it counts. */
export function DistrictBoard({ board, opened, onOpen }: DistrictBoardProps) {
  const styles = useStyles();
  const inks = useToneInk();
  const rows = board.districts.filter(({ counts }) => sum(counts) > 0);
  return (
    <table className={styles.table} aria-label="各区收件情况">
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.heading, styles.corner)}>
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
                      inks[GROUP_TONES[group]],
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
  const bars = useToneBar();
  return (
    <div className={styles.bar} aria-hidden>
      {GROUPS.filter((group) => counts[group] > 0).map((group) => (
        <div
          key={group}
          className={mergeClasses(styles.part, bars[GROUP_TONES[group]])}
          style={{ flexGrow: counts[group] }}
        />
      ))}
    </div>
  );
}

function sum(counts: GroupCounts): number {
  return GROUPS.reduce((total, group) => total + counts[group], 0);
}
