import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type DragEvent } from 'react';
import { FaultBar } from '../shell/fault-bar.tsx';
import { useTabGuard } from '../shell/use-tab-guard.ts';
import { useTheme } from '../shell/use-theme.ts';
import { holdsFiles, isForField } from '../shell/dragged.ts';
import { tooEarly } from './arrive/too-early.ts';
import { ChooseRoster } from './arrive/choose-roster.tsx';
import { useArrival } from './arrive/use-arrival.ts';
import { BusyBar } from './busy-bar.tsx';
import { useCertificates } from './certificates/use-certificates.ts';
import { NO_NOTICE_CHOICES, type NoticeChoices } from './choices.ts';
import { Dock } from './dock.tsx';
import { SubjectCard } from './find/subject-card.tsx';
import { useCard } from './find/use-card.ts';
import { LeaveReturns } from './leave-returns.tsx';
import { useOwnSchemes } from './own-schemes/use-own-schemes.ts';
import { PageHeader } from './page-header.tsx';
import { PreviewPanel } from './preview/preview-panel.tsx';
import { PrintView } from './print-view.tsx';
import { listDropped, type Dropped } from './returns/list-dropped.ts';
import { useReturns } from './returns/use-returns.ts';
import { RosterView } from './roster-view.tsx';
import { SaidBar } from './said-bar.tsx';
import { StartView } from './start-view.tsx';
import { useEscape } from './use-escape.ts';
import { useLeave } from './use-leave.ts';
import { useLook } from './use-look.ts';
import { useOutputs } from './use-outputs.ts';
import { useRoster } from './use-roster.ts';
import { useWorkshop } from './use-workshop.ts';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface KeptDays {
  readonly schemeId: string;
  readonly days: NoticeChoices;
}

/** The clerk's page: a master roster in, every list and form out. */
export function PageApp() {
  const styles = useStyles();
  const theme = useTheme(null);
  const [fault, setFault] = useState<unknown>(null);
  const workshop = useWorkshop(setFault);
  const { busy, run, ask, cancel } = workshop;
  const { card, find, close: closeCard, renew } = useCard({ busy, run, ask });
  const outputs = useOutputs({ run, ask }, setFault);
  const { begin, keep, preview, saving } = outputs;
  /** Of the notice, and for which scheme: that of a mended roster hangs out as the one before. */
  const [kept, keepDays] = useState<KeptDays>({ schemeId: '', days: NO_NOTICE_CHOICES });
  const certificates = useCertificates({ run, begin, keep });
  const returns = useReturns({ run, outputs, renew });
  const leave = useLeave(returns.board);
  const onAnother = () => {
    closeCard();
    returns.clear();
    certificates.verify.forget();
  };
  const roster = useRoster({ ...workshop, outputs, mayLeave: leave.mayLeave, onAnother });
  const { opened, readFile } = roster;
  const looking = useLook(opened, roster.turn);
  const own = useOwnSchemes({ ...workshop, begin, onFault: setFault });
  const { bring } = own;
  const arrival = useArrival({
    run,
    opened,
    begin,
    bring,
    whenReady: own.whenReady,
    readFile,
    returns,
    onFault: setFault,
  });
  const { said, printed } = outputs;
  const isWorking = busy !== null || saving !== null;
  const isBusy = isWorking || arrival.question !== null || leave.question !== null;
  const isListing = own.listing === 'begun';
  // What is being made, received or written would be half done; what people have chosen would have to be chosen again.
  useTabGuard((isBusy && !isListing) || returns.isUnsaved);
  useEscape(busy && cancel);
  const arrive = (picked: Dropped) => void arrival.arrive(Promise.resolve(picked));
  /** Anywhere on the page: a file dropped beside the place for it would take the page's place in the browser. */
  const drop = (event: DragEvent) => {
    takeFromBrowser(event);
    if (!holdsFiles(event.dataTransfer)) return;
    if (isWorking && !isListing) {
      setFault(tooEarly());
      return;
    }
    // Whoever drops something else instead of an answer means that: nothing of the earlier was read.
    const isAsked = arrival.question !== null || leave.question !== null;
    arrival.question?.answer(null);
    leave.question?.answer(false);
    void arrival.arrive(listDropped(event.dataTransfer), isAsked);
  };

  return (
    // What the provider itself wears, every dialog wears too.
    <FluentProvider theme={theme}>
      <div className={styles.root} onDragOver={takeFromBrowser} onDrop={drop}>
        {!printed && (
          <PageHeader
            opened={opened}
            isBusy={isBusy}
            onClose={() => void roster.close()}
            onArrive={arrive}
            onFind={(key) => void find(key)}
          />
        )}
        {!printed && card && <SubjectCard key={`${card.title} ${card.about}`} card={card} onClose={closeCard} />}
        {arrival.question && <ChooseRoster {...arrival.question} />}
        {leave.question && <LeaveReturns {...leave.question} />}
        {printed && (
          <PrintView printed={printed} ask={ask} onClose={outputs.closePrinted} onLost={outputs.losePrinted} />
        )}
        {opened ? (
          // It stays as it is while its pages are looked at.
          <div hidden={printed !== null}>
            <RosterView
              // Nothing chosen for one roster, such as to write over files, holds for another.
              key={roster.turn}
              opened={opened}
              looking={looking}
              isBusy={isBusy}
              preview={
                preview && (
                  <PreviewPanel preview={preview} onWrite={() => void outputs.write()} onForget={outputs.forget} />
                )
              }
              run={run}
              returns={returns}
              certificates={certificates}
              noticeChoices={kept.schemeId === opened.report.schemeId ? kept.days : NO_NOTICE_CHOICES}
              onNoticeChoices={(days) => {
                keepDays({ schemeId: opened.report.schemeId, days });
              }}
              onMend={(places) => void roster.mend(places)}
              onJoin={(given) => void roster.joinLists(given)}
              onJoinReport={(given) => {
                void outputs.takeMade('正在写并入明细', (workshop) => workshop.takeLists('report', given));
              }}
              onUndo={roster.undo && (() => void roster.undo?.())}
              onMake={(output, choices, place) => void outputs.make(output, choices, place)}
              onLook={(output, choices, place) => void outputs.look(output, choices, place)}
              onFind={(key) => void find(key)}
              onFault={setFault}
            />
          </div>
        ) : (
          <StartView
            isFirst={roster.turn === 0}
            isBusy={isBusy}
            own={own}
            certificates={certificates}
            onArrive={arrive}
            onInvent={(scheme, kind) => void roster.invent(scheme, kind)}
            onFault={setFault}
          />
        )}
        <Dock>
          {fault !== null && (
            <div role="alert">
              <FaultBar
                fault={fault}
                title="没有做成"
                onDismiss={() => {
                  setFault(null);
                }}
              />
            </div>
          )}
          {said && (
            <SaidBar
              said={said}
              onSee={opened && looking.see}
              onDismiss={() => {
                outputs.say(null);
              }}
            />
          )}
          {busy && <BusyBar busy={busy} onCancel={cancel} />}
          {!busy && saving && <BusyBar busy={saving} onCancel={null} />}
        </Dock>
      </div>
    </FluentProvider>
  );
}

/** A link too would take the page's place. */
function takeFromBrowser(event: DragEvent): void {
  if (!isForField(event.dataTransfer, event.target)) event.preventDefault();
}
