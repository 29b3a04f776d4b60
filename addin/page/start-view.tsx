import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, FolderOpenRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { keepOffline } from '../shell/keep-offline.ts';
import { MadeBar } from './made-bar.tsx';
import { SchemeSection } from './own-schemes/scheme-section.tsx';
import type { OwnSchemesUse } from './own-schemes/use-own-schemes.ts';
import { listPicked, type Dropped } from './returns/list-dropped.ts';
import type { InventedKind, SchemeView } from './workshop.ts';
import type { Made } from './made.ts';

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
  zone: {
    display: 'grid',
    justifyItems: 'center',
    gap: '12px',
    padding: '40px 16px',
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  heading: { margin: 0 },
  steps: { margin: 0, paddingLeft: '1.4em', display: 'grid', gap: '8px' },
  fact: { display: 'flex', gap: '8px', alignItems: 'start', color: tokens.colorNeutralForeground2 },
});

interface StartViewProps {
  readonly isBusy: boolean;
  readonly made: Made | null;
  readonly own: OwnSchemesUse;
  readonly onArrive: (picked: Dropped) => void;
  readonly onInvent: (scheme: SchemeView, kind: InventedKind) => void;
  readonly onFault: (fault: unknown) => void;
}

/** What to drop here, and what will come out. */
export function StartView({ isBusy, made, own, onArrive, onInvent, onFault }: StartViewProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    void keepOffline().then(setKept);
  }, []);
  const take = ({ target }: { readonly target: HTMLInputElement }) => {
    const picked = listPicked(target.files ?? []);
    if (picked.files.length > 0) onArrive(picked);
    target.value = '';
  };
  return (
    <main className={styles.page}>
      {made && <MadeBar made={made} />}
      <div
        className={mergeClasses(styles.zone, isOver && styles.over)}
        onDragOver={() => {
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={() => {
          setOver(false);
        }}
      >
        <DocumentTableRegular className={styles.icon} aria-hidden />
        <Title3 as="h2" className={styles.heading}>
          把总名册拖到这里
        </Title3>
        <Text>Excel、WPS 存的一个 .xlsx 文件；或一个文件夹，里面有总名册和收到的评分表。</Text>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="选择总名册"
          accept=".xlsx,.xls,.xlsb,.ods,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={take}
        />
        <input
          ref={folder}
          type="file"
          hidden
          aria-label="总名册和评分表所在的文件夹"
          {...{ webkitdirectory: '' }}
          onChange={take}
        />
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            size="large"
            icon={<DocumentTableRegular />}
            disabled={isBusy}
            onClick={() => input.current?.click()}
          >
            选择总名册
          </Button>
          <Button size="large" icon={<FolderOpenRegular />} disabled={isBusy} onClick={() => folder.current?.click()}>
            选文件夹
          </Button>
        </div>
      </div>
      <ol className={styles.steps}>
        <li>
          <Text>拖入总名册：会员单位、评分和推荐名单各在一张表里。</Text>
        </li>
        <li>
          <Text>看审查结果：哪些通过，哪些有问题，依据哪一条，怎样改。</Text>
        </li>
        <li>
          <Text>取走要用的表：名额分配表、审批表、名册、公示名单、奖金发放表，可以直接打印。</Text>
        </li>
      </ol>
      <SchemeSection isBusy={isBusy} own={own} onInvent={onInvent} onFault={onFault} />
      <div className={styles.fact}>
        <LockClosedRegular fontSize={20} aria-hidden />
        <Text>文件只在这台电脑上打开，不上传到任何地方{isKept ? '；断网也能用' : ''}；原文件不会改动。</Text>
      </div>
    </main>
  );
}
