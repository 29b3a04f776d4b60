import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { VoidFile } from '../../../jobs/preview-changes.ts';
import { FigureRow } from '../figure-row.tsx';
import { PagedList } from '../paged-list.tsx';
import { ToldLines } from '../told-lines.tsx';
import { FOLDER_KINDS, FOLDER_WORDS } from './folder-words.ts';
import type { FolderPreview } from './folder-desk.ts';

const useStyles = makeStyles({
  panel: {
    outlineStyle: 'none',
    display: 'grid',
    gap: '12px',
    padding: '16px 20px',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, overflowWrap: 'anywhere' },
  danger: { color: tokens.colorStatusDangerForeground1 },
  names: { maxHeight: '40vh', overflowY: 'auto' },
  place: { color: tokens.colorNeutralForeground2, marginLeft: '1em' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface PreviewPanelProps {
  readonly preview: FolderPreview;
  readonly onWrite: () => void;
  readonly onForget: () => void;
}

/** What would become of the folder, file by file; nothing is written before it is said so. */
export function PreviewPanel({ preview: { name, changes, told }, onWrite, onForget }: PreviewPanelProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(() => FOLDER_KINDS.find((kind) => changes[kind].length > 0) ?? 'same');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const lines = useMemo(() => {
    const files: readonly (VoidFile | string)[] = changes[shown];
    return files.map(asLine);
  }, [changes, shown]);
  const figures = FOLDER_KINDS.filter((kind) => kind !== 'overwritten' || changes[kind].length > 0).map((kind) => ({
    label: FOLDER_WORDS[kind].ahead,
    value: changes[kind].length,
    tone: kind === 'overwritten' ? styles.danger : undefined,
    isChosen: shown === kind,
    ...(changes[kind].length > 0 && {
      onOpen: () => {
        setShown(kind);
      },
    }),
  }));
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-labelledby="preview">
      <Title3 as="h2" id="preview" className={styles.heading}>
        还没有写入文件夹“{name}”，请先看一遍
      </Title3>
      <FigureRow label="文件夹里会怎样" figures={figures} />
      <Text>{FOLDER_WORDS[shown].about}</Text>
      <div className={styles.names} role="group" aria-label={FOLDER_WORDS[shown].ahead}>
        <PagedList
          key={shown}
          items={lines}
          placeholder="查找文件"
          label={`查找${FOLDER_WORDS[shown].ahead}文件`}
          textOf={textOf}
          keyOf={textOf}
        >
          {({ file, place }) => (
            <>
              {file}
              {place !== '' && <span className={styles.place}>{place}</span>}
            </>
          )}
        </PagedList>
      </div>
      <ToldLines told={told} />
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onWrite}>
          {changes.overwritten.length > 0 ? `写入，并覆盖 ${changes.overwritten.length} 个文件` : '写入'}
        </Button>
        <Button onClick={onForget}>不写</Button>
      </div>
    </section>
  );
}

interface Line {
  readonly file: string;
  /** Where it goes; empty where it stays. */
  readonly place: string;
}

function asLine(file: VoidFile | string): Line {
  if (typeof file === 'string') return { file, place: '' };
  return { file: file.name, place: file.isReplaced ? `原来的一份留在 ${file.place}` : `移到 ${file.place}` };
}

const textOf = ({ file, place }: Line) => `${file} ${place}`;
