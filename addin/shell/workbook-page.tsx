import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { DeskClient } from '../desk/desk.ts';
import { FileHost } from '../host/file/file-host.ts';
import type { WorkbookAbout, WorkbookHost } from '../host/port.ts';
import { FaultBar } from './fault-bar.tsx';
import { Header } from './header.tsx';
import { Progress } from './progress.tsx';
import { recognise, type Recognised } from './recognise.ts';
import { UnknownWorkbook } from './unknown-workbook.tsx';

// What a kind of workbook needs comes when one is open.
const RosterPage = lazy(() => import('../roster/roster-page.tsx'));
const ScorePage = lazy(() => import('../panels/score/score-page.tsx'));
const FileGrid = lazy(() => import('./file-grid.tsx'));

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(360px, 480px) minmax(0, 1fr)' },
  },
  alone: { flexGrow: 1, width: '100%', maxWidth: '900px', margin: '0 auto' },
  faults: { padding: '8px 12px', display: 'grid', gap: '8px' },
  panel: { minWidth: 0, paddingBottom: '24px' },
  grid: {
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 900px)': {
      position: 'sticky',
      top: '48px',
      alignSelf: 'start',
      height: 'calc(100vh - 48px)',
      borderTop: 'none',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
});

export interface WorkbookPageProps {
  readonly host: WorkbookHost;
  readonly desk: DeskClient;
  /** Where another file can be chosen. */
  readonly onClose: (() => void) | undefined;
}

/** An open workbook: what it is, its panels, and in the browser the sheet beside them. */
export function WorkbookPage({ host, desk, onClose }: WorkbookPageProps) {
  const styles = useStyles();
  const [about, setAbout] = useState<WorkbookAbout | null>(null);
  const [recognised, setRecognised] = useState<Recognised | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  /** Counts up with every new look at the workbook, so that panels begin anew. */
  const [look, setLook] = useState(0);

  const read = useCallback(async () => {
    setFault(null);
    try {
      const found = await host.describe();
      setAbout(found);
      setRecognised(await recognise(host, desk, found));
      setLook((before) => before + 1);
    } catch (error) {
      setRecognised(null);
      setFault(error);
    }
  }, [host, desk]);

  useEffect(() => {
    void read();
  }, [read]);

  const panel = () => {
    if (recognised === null) {
      return fault === null && <Progress label="正在读取工作簿……" hint={host.kind === 'excel' ? EDITING : undefined} />;
    }
    switch (recognised.kind) {
      case 'roster':
        return <RosterPage key={look} host={host} desk={desk} onFault={setFault} />;
      case 'score-sheets':
        return <ScorePage key={look} host={host} desk={desk} found={recognised.found} onFault={setFault} />;
      case 'unknown':
        return about && <UnknownWorkbook about={about} onReread={() => void read()} onClose={onClose} />;
    }
  };

  return (
    <>
      <Header
        host={host}
        fileName={about?.fileName ?? ''}
        onReread={() => void read()}
        onClose={onClose}
        onFault={setFault}
      />
      {fault !== null && (
        <div className={styles.faults}>
          <FaultBar
            fault={fault}
            onDismiss={() => {
              setFault(null);
            }}
            action={{ label: '重新读取', run: () => void read() }}
          />
          {recognised === null && onClose && <Button onClick={onClose}>打开其他文件</Button>}
        </div>
      )}
      <Suspense fallback={<Progress label="正在载入……" />}>
        {host instanceof FileHost && recognised !== null && recognised.kind !== 'unknown' ? (
          <div className={styles.body}>
            <main className={styles.panel}>{panel()}</main>
            <aside className={styles.grid} aria-label="工作表">
              {about && <FileGrid host={host} about={about} />}
            </aside>
          </div>
        ) : (
          <main className={styles.alone}>{panel()}</main>
        )}
      </Suspense>
    </>
  );
}

const EDITING = '如果有单元格正在编辑，请按回车结束';
