import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Busy } from './workshop-keeper.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '6px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  track: { gridColumn: '1 / -1' },
  // To glide from one width to the next lays the page out sixty times a second, which the work itself then goes without.
  still: { transitionProperty: 'none' },
});

interface BusyBarProps {
  readonly busy: Busy;
  /** Null where it is the browser that does it, which does not let itself be stopped. */
  readonly onCancel: (() => void) | null;
}

/** What is being done, how far it has come, and the way to stop it. */
export function BusyBar({ busy: { label, sign }, onCancel }: BusyBarProps) {
  const styles = useStyles();
  const progress = useSyncExternalStore(sign.subscribe, sign.read);
  const stop = useKeptPlace();
  const words = progress ? `${progress.label} ${progress.done}/${progress.total}` : `${label}……`;
  return (
    <div className={styles.bar}>
      <Text role="status">{words}</Text>
      {onCancel && (
        <Button ref={stop} size="small" onClick={onCancel}>
          取消
        </Button>
      )}
      <ProgressBar
        className={styles.track}
        aria-label={label}
        bar={{ className: styles.still }}
        {...(progress ? { value: progress.done, max: progress.total } : {})}
      />
    </div>
  );
}

/** Whoever presses the button, which goes with the work, is given back where the keyboard was before. */
function useKeptPlace() {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const [before, stop] = [document.activeElement, button.current];
    return () => {
      if (document.activeElement === stop && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return button;
}
