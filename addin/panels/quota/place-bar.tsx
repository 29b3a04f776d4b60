import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PlaceView } from '../../desk/roster-report.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) 84px',
    alignItems: 'center',
    gap: '8px',
  },
  figures: { display: 'flex', justifyContent: 'space-between', gap: '4px', fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  track: {
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { border: '1px solid CanvasText', forcedColorAdjust: 'none' },
  },
  used: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  excess: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'Mark' },
  },
});

interface PlaceBarProps {
  readonly place: PlaceView;
  /** The award in a few characters. */
  readonly name: string;
}

/** How many places of an award are used, and how many there are; that some are free is known only of a district that the roster holds. */
export function PlaceBar({ place: { places, isHeld, nominees, override }, name }: PlaceBarProps) {
  const styles = useStyles();
  const used = nominees.length;
  const isOver = used > places;
  const whole = Math.max(used, places, 1);
  const left = isOver ? `超出 ${used - places}` : used === places ? '已满' : isHeld ? `余 ${places - used}` : '';
  return (
    <div className={styles.bar}>
      <Text size={200}>
        {name}
        {override !== null && <span title={`名额由人工调整：${override}`}>＊</span>}
      </Text>
      <div className={styles.track} aria-hidden>
        <div className={styles.used} style={{ width: `${(100 * Math.min(used, places)) / whole}%` }} />
        {isOver && <div className={styles.excess} style={{ width: `${(100 * (used - places)) / whole}%` }} />}
      </div>
      <Text size={200} className={mergeClasses(styles.figures, isOver && styles.over)}>
        <span>
          {used}/{places}
        </span>
        <span>{left}</span>
      </Text>
    </div>
  );
}
