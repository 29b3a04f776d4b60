import { Badge, Button, makeStyles } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import type { FileHost } from '../host/file/file-host.ts';
import { useSave } from './use-save.ts';
import { useTabGuard } from './use-tab-guard.ts';

const useStyles = makeStyles({
  save: { flexShrink: 0, whiteSpace: 'nowrap' },
});

interface FileStateProps {
  readonly host: FileHost;
}

/** Whether the changes of an open file are saved. */
export function SavedBadge({ host }: FileStateProps) {
  const { changes } = useSyncExternalStore(host.subscribeView, host.getView);
  useTabGuard(changes === 'unsaved');
  return (
    <span role="status">
      {changes !== 'none' && (
        <Badge
          size="small"
          appearance="tint"
          color={changes === 'unsaved' ? 'warning' : 'success'}
          title={changes === 'unsaved' ? '有改动还没有存成副本' : '改动都已存成副本'}
        >
          {changes === 'unsaved' ? '未保存' : '已保存'}
        </Badge>
      )}
    </span>
  );
}

interface SaveButtonProps extends FileStateProps {
  readonly fileName: string;
  readonly onFault: (fault: unknown) => void;
}

/** Saves the copy; it stands out while there is something to save. */
export function SaveButton({ host, fileName, onFault }: SaveButtonProps) {
  const { changes } = useSyncExternalStore(host.subscribeView, host.getView);
  const styles = useStyles();
  const { isSaving, save } = useSave(host, fileName, onFault);
  return (
    <Button
      appearance={changes === 'unsaved' ? 'primary' : 'secondary'}
      size="small"
      className={styles.save}
      icon={<SaveRegular />}
      disabled={isSaving}
      onClick={() => void save()}
    >
      保存副本
    </Button>
  );
}
