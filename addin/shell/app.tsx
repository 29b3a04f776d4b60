import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { tellUserFault } from '../../workbook/user-fault.ts';
import { startDesk } from '../desk/start-desk.ts';
import type { DeskClient } from '../desk/desk.ts';
import type { OfficeLibrary } from '../host/excel/excel-context.ts';
import { ExcelHost } from '../host/excel/excel-host.ts';
import { FileHost } from '../host/file/file-host.ts';
import type { WorkbookHost } from '../host/port.ts';
import { FaultBar } from './fault-bar.tsx';
import { FileStart } from './file-start.tsx';
import { isInsideOffice, readPageTraces } from './find-office.ts';
import { loadOffice } from './load-office.ts';
import { Progress } from './progress.tsx';
import { useTheme } from './use-theme.ts';

/** What an open workbook needs comes while it is opened; the start page is there before. */
const loadWorkbookPage = () => import('./workbook-page.tsx');
const WorkbookPage = lazy(loadWorkbookPage);

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  faults: { padding: '8px 12px', display: 'grid', gap: '8px' },
});

type Stage = 'connecting' | 'no-office' | 'choosing' | 'opening' | 'open';

/** The whole pane: finds out where it runs, and opens a workbook. */
export function App() {
  const styles = useStyles();
  const [stage, setStage] = useState<Stage>(() => (isInsideOffice(readPageTraces(window)) ? 'connecting' : 'choosing'));
  const [library, setLibrary] = useState<OfficeLibrary | null>(null);
  const [opened, setOpened] = useState<{ host: WorkbookHost; desk: DeskClient } | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  /** One for all files: opening one drops the last. */
  const desk = useRef<DeskClient>(null);
  const theme = useTheme(library?.Office ?? null);

  useEffect(() => {
    if (stage !== 'connecting') return;
    Promise.all([loadOffice(), loadWorkbookPage()]).then(
      ([office]) => {
        desk.current ??= startDesk();
        setLibrary(office);
        setOpened({ desk: desk.current, host: new ExcelHost(office, desk.current) });
        setStage('open');
      },
      (error: unknown) => {
        setFault(error);
        setStage('no-office');
      },
    );
  }, [stage]);

  const open = async (file: File) => {
    setFault(null);
    setStage('opening');
    try {
      desk.current ??= startDesk();
      const opening = FileHost.open(desk.current, new Uint8Array(await file.arrayBuffer()), file.name);
      const [host] = await Promise.all([opening, loadWorkbookPage()]);
      setOpened({ desk: desk.current, host });
      setStage('open');
    } catch (error) {
      // A worker that has failed answers nothing more.
      if (tellUserFault(error) === null) desk.current = null;
      setFault(error);
      setStage('choosing');
    }
  };

  const retry = () => {
    setFault(null);
    setStage('connecting');
  };

  return (
    // What the provider itself wears, every tooltip and dialog wears too.
    <FluentProvider theme={theme}>
      <div className={styles.root}>
        {fault !== null && (
          <div className={styles.faults}>
            <FaultBar
              fault={fault}
              action={stage === 'no-office' ? { label: '重试', run: retry } : undefined}
              onDismiss={() => {
                setFault(null);
              }}
            />
          </div>
        )}
        {stage === 'connecting' && <Progress label="正在连接 Excel……" />}
        {stage === 'opening' && <Progress label="正在打开文件……" />}
        {(stage === 'choosing' || stage === 'no-office') && <FileStart onFile={(file) => void open(file)} />}
        {stage === 'open' && opened && (
          <Suspense>
            <WorkbookPage
              host={opened.host}
              desk={opened.desk}
              onClose={
                opened.host.kind === 'file'
                  ? () => {
                      setOpened(null);
                      setStage('choosing');
                    }
                  : undefined
              }
            />
          </Suspense>
        )}
      </div>
    </FluentProvider>
  );
}
