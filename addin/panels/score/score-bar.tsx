import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '8px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText', forcedColorAdjust: 'none' },
  },
  fill: {
    height: '100%',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  reached: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  missed: { backgroundColor: tokens.colorPaletteRedBackground3 },
  line: {
    position: 'absolute',
    top: '-4px',
    bottom: '-4px',
    width: '2px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
});

interface ScoreBarProps {
  /** Steps, all three. */
  readonly points: number;
  readonly maximum: number;
  readonly line?: number;
  readonly look?: 'reached' | 'missed' | 'open';
}

/** A bar of points against their maximum. The figures stand beside it, so it is only for the eye. */
export function ScoreBar({ points, maximum, line, look = 'open' }: ScoreBarProps) {
  const styles = useStyles();
  const share = (steps: number) => `${(100 * Math.min(Math.max(steps, 0), maximum)) / maximum}%`;
  return (
    <div className={styles.track} aria-hidden>
      <div
        className={mergeClasses(styles.fill, look === 'reached' && styles.reached, look === 'missed' && styles.missed)}
        style={{ width: share(points) }}
      />
      {line !== undefined && <div className={styles.line} style={{ left: share(line) }} />}
    </div>
  );
}
