import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, FolderOpenRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { DropZone } from './drop-zone.tsx';
import { keepOffline } from './keep-offline.ts';
import { PageLink } from './page-link.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '560px', margin: '0 auto', padding: '24px 16px', display: 'grid', gap: '16px' },
  zone: { justifyItems: 'center', padding: '32px 16px', textAlign: 'center' },
  heading: { margin: 0 },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  facts: { display: 'grid', gap: '8px', margin: '0', padding: '0', listStyleType: 'none' },
  fact: { display: 'flex', gap: '8px', alignItems: 'start', color: tokens.colorNeutralForeground2 },
});

interface FileStartProps {
  readonly onFile: (file: File) => void;
}

/** Where a workbook is chosen when there is no Excel around the page. */
export function FileStart({ onFile }: FileStartProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const headingId = useId();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    void keepOffline().then(setKept);
  }, []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <main className={styles.page}>
      <DropZone className={styles.zone} labelledBy={headingId} onDrop={drop}>
        <DocumentTableRegular className={styles.icon} aria-hidden />
        <Title3 as="h1" id={headingId} className={styles.heading}>
          打开评分表或总名册
        </Title3>
        <Text>选一个 .xlsx 文件，或把文件拖到这里。</Text>
        <label htmlFor={inputId} hidden>
          选择 .xlsx 文件
        </label>
        <input
          ref={input}
          id={inputId}
          type="file"
          hidden
          accept=".xlsx,.xls,.xlsb,.ods,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onFile(file);
            target.value = '';
          }}
        />
        <Button appearance="primary" icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
          打开文件
        </Button>
      </DropZone>
      <ul className={styles.facts}>
        <li className={styles.fact}>
          <LockClosedRegular fontSize={20} aria-hidden />
          <Text>文件只在这台电脑上打开，不上传到任何地方{isKept ? '；断网也能用。' : '。'}</Text>
        </li>
        <li className={styles.fact}>
          <DocumentTableRegular fontSize={20} aria-hidden />
          <Text>原文件不会改动；填好以后用“保存副本”存成新文件。</Text>
        </li>
        <li className={styles.fact}>
          <DocumentTableRegular fontSize={20} aria-hidden />
          <PageLink />
        </li>
      </ul>
    </main>
  );
}
