import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import type { OpenedRoster } from './workshop.ts';

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    minHeight: '52px',
    padding: '0 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // Enlarged, it would cover half of what there is to read.
    '@media (max-width: 480px), (max-height: 480px)': { position: 'static' },
  },
  heading: { margin: 0, whiteSpace: 'nowrap' },
  about: { flexGrow: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: '2px 16px' },
  name: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

interface PageHeaderProps {
  readonly opened: OpenedRoster | null;
  readonly onClose: () => void;
}

/** Which roster is open, and the way to another. */
export function PageHeader({ opened, onClose }: PageHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <Text as="h1" size={500} weight="semibold" className={styles.heading}>
        评优台
      </Text>
      <div className={styles.about}>
        {opened && (
          <>
            <Text weight="semibold">{opened.report.schemeTitle}</Text>
            <Text className={styles.name}>{opened.fileName}</Text>
          </>
        )}
      </div>
      {opened && (
        <Button icon={<FolderOpenRegular />} onClick={onClose}>
          换一份总名册
        </Button>
      )}
    </header>
  );
}
