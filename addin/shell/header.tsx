import { Button, Text, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { FileHost } from '../host/file/file-host.ts';
import type { WorkbookHost } from '../host/port.ts';
import { SaveButton, SavedBadge } from './file-state.tsx';

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '48px',
    padding: '0 8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap' },
  heading: { margin: 0 },
  title: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
});

interface HeaderProps {
  readonly host: WorkbookHost;
  readonly fileName: string;
  readonly onReread: () => void;
  readonly onClose: (() => void) | undefined;
  readonly onFault: (fault: unknown) => void;
}

/** The name of the file and what can be done with it as a whole. */
export function Header({ host, fileName, onReread, onClose, onFault }: HeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <div className={styles.line}>
          <Text as="h1" weight="semibold" className={styles.heading}>
            评优台
          </Text>
          {host instanceof FileHost && <SavedBadge host={host} />}
        </div>
        <Text size={200} className={styles.name} title={fileName}>
          {fileName}
        </Text>
      </div>
      {host instanceof FileHost && <SaveButton host={host} fileName={fileName} onFault={onFault} />}
      {onClose && (
        <Tooltip content="打开其他文件" relationship="label">
          <Button appearance="subtle" icon={<FolderOpenRegular />} onClick={onClose} />
        </Tooltip>
      )}
      <Tooltip content="重新读取" relationship="label">
        <Button appearance="subtle" icon={<ArrowSyncRegular />} onClick={onReread} />
      </Tooltip>
    </header>
  );
}
