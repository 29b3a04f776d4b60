import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FolderOpenRegular, HomeRegular } from '@fluentui/react-icons';
import { FindField } from './find/find-field.tsx';
import type { CardKey } from './find/find-entries.ts';
import type { OpenedRoster } from './opened-roster.ts';
import { PickButton } from './pick-button.tsx';
import { listPicked, type Dropped } from './returns/list-dropped.ts';
import { ROSTER_FILES } from './workbook-names.ts';

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
  ways: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  about: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    display: 'flex',
    gap: '2px 16px',
    '@media (max-width: 960px)': { flexBasis: 'auto', flexWrap: 'wrap' },
  },
  title: { minWidth: '8em' },
  name: {
    color: tokens.colorNeutralForeground2,
    // Cut off, the names of two copies look alike.
    overflowWrap: 'anywhere',
    minWidth: '8em',
  },
});

interface PageHeaderProps {
  readonly opened: OpenedRoster | null;
  readonly isBusy: boolean;
  /** Goes back to the start. */
  readonly onClose: () => void;
  readonly onArrive: (picked: Dropped) => void;
  readonly onFind: (card: CardKey) => void;
}

/** Which roster is open, and the way to another. */
export function PageHeader({ opened, isBusy, onClose, onArrive, onFind }: PageHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <Text as="h1" size={500} weight="semibold" className={styles.heading}>
        评优台
      </Text>
      <div className={styles.about}>
        {opened && (
          <>
            <Text weight="semibold" className={styles.title}>
              {opened.report.schemeTitle}
            </Text>
            {opened.ownScheme !== '' && <Badge appearance="tint">{opened.ownScheme}</Badge>}
            <Text className={styles.name} title={opened.fileName}>
              {opened.fileName}
            </Text>
          </>
        )}
      </div>
      {opened && <FindField key={opened.fileName} entries={opened.entries} onOpen={onFind} />}
      {opened && (
        <div className={styles.ways}>
          <PickButton
            icon={<FolderOpenRegular />}
            disabledFocusable={isBusy}
            label="另一份总名册"
            picks="file"
            accept={ROSTER_FILES}
            onPick={(files) => {
              onArrive(listPicked(files));
            }}
          >
            换一份总名册
          </PickButton>
          <Button icon={<HomeRegular />} disabledFocusable={isBusy} onClick={onClose}>
            开始页
          </Button>
        </div>
      )}
    </header>
  );
}
