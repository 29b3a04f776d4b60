import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { DeskClient } from '../desk/desk.ts';
import { FileHost } from '../host/file/file-host.ts';
import type { WorkbookAbout, WorkbookHost } from '../host/port.ts';
import { NOTHING_CHOSEN } from '../panels/score/score-choice.ts';
import { FaultBar } from './fault-bar.tsx';
import { Header } from './header.tsx';
import { LeaveDialog, type LeftThing } from './leave-dialog.tsx';
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
  // Below the header: what went wrong there is seen wherever the page is scrolled to.
  faults: {
    position: 'sticky',
    top: '48px',
    zIndex: 2,
    padding: '8px 12px',
    display: 'grid',
    gap: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
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

interface Look {
  readonly about: WorkbookAbout;
  readonly recognised: Recognised;
  /** Panels begin anew with each look. */
  readonly attempt: number;
}

async function lookAt(host: WorkbookHost, desk: DeskClient, attempt: number): Promise<Look> {
  const about = await host.describe();
  return { about, recognised: await recognise(host, desk, about), attempt };
}

export interface WorkbookPageProps {
  readonly host: WorkbookHost;
  readonly desk: DeskClient;
  /** Where another file can be chosen. */
  readonly onClose: (() => void) | undefined;
}

/** An open workbook: what it is, its panels, and in the browser the sheet beside them. */
export default function WorkbookPage({ host, desk, onClose }: WorkbookPageProps) {
  const styles = useStyles();
  const [seen, setSeen] = useState<Look | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [choice, setChoice] = useState(NOTHING_CHOSEN);
  const [leaving, setLeaving] = useState<{ what: LeftThing; go: () => void } | null>(null);

  useEffect(() => {
    let isStale = false;
    lookAt(host, desk, attempt).then(
      (look) => {
        if (!isStale) setSeen(look);
      },
      (error: unknown) => {
        if (isStale) return;
        setSeen(null);
        setFault(error);
      },
    );
    return () => {
      isStale = true;
    };
  }, [host, desk, attempt]);

  /** What is shown was there before, until the workbook has been looked at again. */
  const isLooking = fault === null && seen?.attempt !== attempt;
  const reread = () => {
    setFault(null);
    setAttempt(attempt + 1);
  };
  /** Goes on at once, or after the user has said what becomes of unsaved changes. */
  const leave = (what: LeftThing, go: () => void) => {
    if (host instanceof FileHost && host.getView().changes === 'unsaved') setLeaving({ what, go });
    else go();
  };
  const close =
    onClose &&
    (() => {
      leave('file', onClose);
    });
  const panel = () => {
    if (seen === null) {
      return fault === null && <Progress label="正在读取工作簿……" hint={host.kind === 'excel' ? EDITING : undefined} />;
    }
    const { about, recognised } = seen;
    switch (recognised.kind) {
      case 'roster':
        return <RosterPage key={seen.attempt} host={host} desk={desk} onFault={setFault} />;
      case 'score-sheets':
        return (
          <ScorePage
            key={seen.attempt}
            host={host}
            found={recognised.found}
            choice={choice}
            onChoose={(next) => {
              if (choice.sheet === null || next.sheet === choice.sheet) setChoice(next);
              else {
                leave('sheet', () => {
                  setChoice(next);
                });
              }
            }}
            onFault={setFault}
          />
        );
      case 'unknown':
        return <UnknownWorkbook about={about} onReread={reread} onClose={close} />;
    }
  };

  return (
    <>
      <Header host={host} fileName={seen?.about.fileName ?? ''} onReread={reread} onClose={close} onFault={setFault} />
      {fault !== null && (
        <div className={styles.faults}>
          <FaultBar
            fault={fault}
            onDismiss={() => {
              setFault(null);
            }}
            action={{ label: '重新读取', run: reread }}
          />
          {seen === null && close && <Button onClick={close}>打开其他文件</Button>}
        </div>
      )}
      {leaving !== null && host instanceof FileHost && (
        <LeaveDialog
          host={host}
          fileName={seen?.about.fileName ?? ''}
          what={leaving.what}
          onLeave={() => {
            setLeaving(null);
            leaving.go();
          }}
          onStay={() => {
            setLeaving(null);
          }}
        />
      )}
      <Suspense fallback={<Progress label="正在载入……" />}>
        {host instanceof FileHost && seen !== null && seen.recognised.kind !== 'unknown' ? (
          <div className={styles.body}>
            <main className={styles.panel} aria-busy={isLooking}>
              {panel()}
            </main>
            <aside className={styles.grid} aria-label="工作表">
              <FileGrid host={host} about={seen.about} />
            </aside>
          </div>
        ) : (
          <main className={styles.alone} aria-busy={isLooking}>
            {panel()}
          </main>
        )}
      </Suspense>
    </>
  );
}

const EDITING = '如果有单元格正在编辑，请按回车结束';
