import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { keepOffline } from '../shell/keep-offline.ts';
import type { CertificatesUse } from './certificates/use-certificates.ts';
import { VerifyView } from './certificates/verify-view.tsx';
import { DropZone } from '../shell/drop-zone.tsx';
import { SchemeSection } from './own-schemes/scheme-section.tsx';
import type { OwnSchemesUse } from './own-schemes/use-own-schemes.ts';
import { PickButton } from './pick-button.tsx';
import { FolderButton } from './returns/folder-button.tsx';
import { listPicked, type Dropped } from './returns/list-dropped.ts';
import { useBeginHere } from './use-begin-here.ts';
import { ROSTER_FILES } from './workbook-names.ts';
import type { InventedKind, SchemeView } from './workshop.ts';

const useStyles = makeStyles({
  page: {
    maxWidth: '880px',
    width: '100%',
    margin: '0 auto',
    padding: '32px 24px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '24px',
    boxSizing: 'border-box',
  },
  zone: { justifyItems: 'center', padding: '40px 16px', textAlign: 'center' },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  heading: { margin: 0 },
  steps: { margin: 0, paddingLeft: '1.4em', display: 'grid', gap: '8px' },
  more: { cursor: 'pointer', marginBottom: '8px' },
  fact: { display: 'flex', gap: '8px', alignItems: 'start', color: tokens.colorNeutralForeground2 },
});

interface StartViewProps {
  /** Nothing was open before. */
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly own: OwnSchemesUse;
  readonly certificates: CertificatesUse;
  readonly onArrive: (picked: Dropped) => void;
  readonly onInvent: (scheme: SchemeView, kind: InventedKind) => void;
  readonly onFault: (fault: unknown) => void;
}

/** What to drop here, and what will come out. */
export function StartView({ isFirst, isBusy, own, certificates, onArrive, onInvent, onFault }: StartViewProps) {
  const styles = useStyles();
  const begin = useBeginHere<HTMLButtonElement>(isFirst);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    void keepOffline().then(setKept);
  }, []);
  const take = (files: readonly File[]) => {
    onArrive(listPicked(files));
  };
  return (
    <main className={styles.page}>
      <DropZone className={styles.zone} labelledBy="start">
        <DocumentTableRegular className={styles.icon} aria-hidden />
        <Title3 as="h2" id="start" className={styles.heading}>
          把总名册拖到这里
        </Title3>
        <Text>Excel、WPS 存的一个 .xlsx 文件；或一个文件夹，里面有总名册和收到的评分表。</Text>
        <div className={styles.buttons}>
          <PickButton
            ref={begin}
            appearance="primary"
            size="large"
            icon={<DocumentTableRegular />}
            disabledFocusable={isBusy}
            label="选择总名册"
            picks="file"
            accept={ROSTER_FILES}
            onPick={take}
          >
            选择总名册
          </PickButton>
          <FolderButton
            size="large"
            disabledFocusable={isBusy}
            label="总名册和评分表所在的文件夹"
            onPick={onArrive}
            onFault={onFault}
          />
        </div>
      </DropZone>
      <ol className={styles.steps}>
        <li>
          <Text>拖入总名册：会员单位、评分和推荐名单各在一张表里。</Text>
        </li>
        <li>
          <Text>看审查结果：哪些通过，哪些有问题，依据哪一条，怎样改。</Text>
        </li>
        <li>
          <Text>取走评选办法要用的表，例如审批表、名册、公示名单，可以直接打印。</Text>
        </li>
      </ol>
      <SchemeSection isBusy={isBusy} own={own} onInvent={onInvent} onFault={onFault} />
      <details>
        <summary className={styles.more}>核对证书</summary>
        <VerifyView certificates={certificates} isBusy={isBusy} hasRoster={false} />
      </details>
      <div className={styles.fact}>
        <LockClosedRegular fontSize={20} aria-hidden />
        <Text>文件只在这台电脑上打开，不上传到任何地方{isKept ? '；断网也能用' : ''}；原文件不会改动。</Text>
      </div>
    </main>
  );
}
