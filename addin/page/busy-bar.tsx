import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Busy } from './use-workshop.tsx';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: '52px',
    zIndex: 2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '6px 16px',
    padding: '10px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px), (max-height: 480px)': { top: 0 },
  },
  track: { gridColumn: '1 / -1' },
});

/** What is being done, how far it has come, and the way to stop it. */
export function BusyBar({ busy: { label, sign }, onCancel }: { readonly busy: Busy; readonly onCancel: () => void }) {
  const styles = useStyles();
  const progress = useSyncExternalStore(sign.subscribe, sign.read);
  const words = progress ? `${progress.label} ${progress.done}/${progress.total}` : `${label}……`;
  return (
    <div className={styles.bar}>
      <Text role="status">{words}</Text>
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
      <ProgressBar
        className={styles.track}
        aria-label={label}
        {...(progress ? { value: progress.done, max: progress.total } : {})}
      />
    </div>
  );
}
