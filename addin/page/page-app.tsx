import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type DragEvent } from 'react';
import { FaultBar } from '../shell/fault-bar.tsx';
import { useTheme } from '../shell/use-theme.ts';
import { ChooseRoster } from './arrive/choose-roster.tsx';
import { useArrival } from './arrive/use-arrival.ts';
import { BusyBar } from './busy-bar.tsx';
import { SubjectCard } from './find/subject-card.tsx';
import { useCard } from './find/use-card.ts';
import { IntoView } from './into-view.tsx';
import { useOwnSchemes } from './own-schemes/use-own-schemes.ts';
import { PageHeader } from './page-header.tsx';
import { PreviewPanel } from './preview/preview-panel.tsx';
import { PrintView } from './print-view.tsx';
import { listDropped } from './returns/list-dropped.ts';
import { useReturns } from './returns/use-returns.ts';
import { RosterView } from './roster-view.tsx';
import { StartView } from './start-view.tsx';
import { useOutputs } from './use-outputs.ts';
import { useRoster } from './use-roster.ts';
import { useWorkshop } from './use-workshop.tsx';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  faults: { padding: '12px 24px 0', maxWidth: '1200px', width: '100%', margin: '0 auto', boxSizing: 'border-box' },
});

/** The clerk's page: a master roster in, every list and form out. */
export function PageApp() {
  const styles = useStyles();
  const theme = useTheme(null);
  const [fault, setFault] = useState<unknown>(null);
  const workshop = useWorkshop(setFault);
  const { busy, open, run, ask, cancel } = workshop;
  const { card, find, close: closeCard, renew } = useCard({ busy, run, ask });
  const outputs = useOutputs({ run, ask }, setFault);
  const { begin, settle, preview } = outputs;
  const returns = useReturns({ begin, run, settle, renew });
  const onAnother = () => {
    closeCard();
    returns.clear();
  };
  const roster = useRoster({ open, run, outputs, onAnother });
  const { opened, readFile } = roster;
  const own = useOwnSchemes({ ...workshop, begin, onFault: setFault });
  const { bring } = own;
  const arrival = useArrival({ run, opened, begin, bring, readFile, receive: returns.receive, onFault: setFault });
  const { made, printed } = outputs;
  const isBusy = busy !== null;
  /** Anywhere on the page: a file dropped beside the place for it would take the page's place in the browser. */
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (!isBusy) void arrival.arrive(listDropped(event.dataTransfer));
  };

  return (
    <FluentProvider
      theme={theme}
      className={styles.root}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={drop}
    >
      {!printed && (
        <PageHeader opened={opened} isBusy={isBusy} onClose={roster.close} onFind={(key) => void find(key)} />
      )}
      {!printed && card && <SubjectCard key={`${card.title} ${card.about}`} card={card} onClose={closeCard} />}
      {fault !== null && (
        <div className={styles.faults}>
          <IntoView role="alert">
            <FaultBar
              fault={fault}
              title="没有做成"
              onDismiss={() => {
                setFault(null);
              }}
            />
          </IntoView>
        </div>
      )}
      {busy && <BusyBar busy={busy} onCancel={cancel} />}
      {arrival.choice && <ChooseRoster choice={arrival.choice} onChoose={arrival.choose} />}
      {printed && <PrintView printed={printed} ask={ask} onClose={outputs.closePrinted} />}
      {opened ? (
        // It stays as it is while its pages are looked at.
        <div hidden={printed !== null}>
          <RosterView
            // Nothing chosen for one roster, such as to write over files, holds for another.
            key={roster.turn}
            opened={opened}
            made={made}
            isBusy={isBusy}
            preview={
              preview && (
                <PreviewPanel preview={preview} onWrite={() => void outputs.write()} onForget={outputs.forget} />
              )
            }
            run={run}
            returns={returns}
            onMend={(places) => void roster.mend(places)}
            onUndo={roster.undo}
            onMake={(output, choices, place) => void outputs.make(output, choices, place)}
            onLook={(output, choices, place) => void outputs.look(output, choices, place)}
            onFault={setFault}
          />
        </div>
      ) : (
        <StartView
          isBusy={isBusy}
          made={made}
          own={own}
          onArrive={(picked) => void arrival.arrive(Promise.resolve(picked))}
          onInvent={(scheme, kind) => void roster.invent(scheme, kind)}
          onFault={setFault}
        />
      )}
    </FluentProvider>
  );
}
