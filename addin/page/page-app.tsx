import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState, type DragEvent } from 'react';
import { FaultBar } from '../shell/fault-bar.tsx';
import { saveCopy } from '../shell/save-copy.ts';
import { useTheme } from '../shell/use-theme.ts';
import { BusyBar } from './busy-bar.tsx';
import { SubjectCard } from './find/subject-card.tsx';
import { useCard } from './find/use-card.ts';
import { IntoView } from './into-view.tsx';
import type { Choices, OutputView } from './outputs.ts';
import { PageHeader } from './page-header.tsx';
import { PrintView, type PrintedOutput } from './print-view.tsx';
import { RosterView } from './roster-view.tsx';
import { StartView } from './start-view.tsx';
import { useWorkshop } from './use-workshop.tsx';
import type { InventedKind, SchemeView } from './workshop.ts';
import type { Made } from './made.ts';
import type { OpenedRoster } from './opened-roster.ts';
import type { Place } from './job-runner.ts';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  faults: { padding: '12px 24px 0', maxWidth: '1200px', width: '100%', margin: '0 auto', boxSizing: 'border-box' },
});

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The clerk's page: a master roster in, every list and form out. */
export function PageApp() {
  const styles = useStyles();
  const theme = useTheme(null);
  const [fault, setFault] = useState<unknown>(null);
  const [opened, setOpened] = useState<OpenedRoster | null>(null);
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<Made | null>(null);
  const [printed, setPrinted] = useState<PrintedOutput | null>(null);
  /** The roster that is open, and those before each mending, the last one last. */
  const [source, setSource] = useState<Source | null>(null);
  const [earlier, setEarlier] = useState<readonly Source[]>([]);
  const { busy, open, run, ask, cancel } = useWorkshop(setFault);
  const { card, find, close: closeCard, renew } = useCard({ busy, run, ask });

  const begin = () => {
    setFault(null);
    setMade(null);
  };
  const read = async (name: string, bytes: () => Promise<Uint8Array>, before: readonly Source[] = []) => {
    begin();
    let held = new Uint8Array();
    const roster = await open(name, async () => {
      held = new Uint8Array(await bytes());
      return held;
    });
    if (!roster) return;
    setSource({ name, bytes: held });
    setEarlier(before);
    setOpened(roster);
    setPrinted(null);
    closeCard();
    setTurn((before) => before + 1);
  };
  const readFile = (file: File) => read(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  /** Anywhere on the page: a file dropped beside the place for it would take the page's place in the browser. */
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file && !busy) void readFile(file);
  };
  const invent = async ({ id }: SchemeView, kind: InventedKind) => {
    begin();
    const roster = await run('正在编写虚构的总名册', (workshop) => workshop.invent(id, kind));
    if (!roster) return;
    const { name, bytes } = roster;
    if (kind === 'empty' || !bytes) await keep(roster);
    else await read(name, () => Promise.resolve(bytes));
  };
  const make = async ({ id, title }: OutputView, choices: Choices, place: Place) => {
    begin();
    const output = await run(`正在生成${title}`, (workshop) => workshop.make(id, title, choices, place));
    if (output) await keep(output);
  };
  const look = async (output: OutputView, choices: Choices) => {
    begin();
    const single = { ...choices, copies: 1 };
    const laid = await run(`正在生成${output.title}`, (workshop) => workshop.lay(output.id, output.title, single));
    const copies = choices.copies > 1 ? choices.copies : (output.prints ?? 1);
    if (laid) setPrinted({ output, laid, copies });
  };
  const closePrinted = useCallback(() => {
    setPrinted(null);
  }, []);
  const keep = async (output: Made) => {
    try {
      const isKept = !output.bytes || (await saveCopy(output.bytes, output.name));
      if (isKept) setMade(output);
      return isKept;
    } catch (error) {
      setFault(error);
      return false;
    }
  };
  /** What was mended is saved, and is the open roster from then on. */
  const mend = async (places: readonly string[]) => {
    begin();
    const mended = await run('正在代改', (workshop) => workshop.mend(places));
    const { bytes } = mended ?? {};
    if (!mended || !bytes || !source || !(await keep(mended))) return;
    await read(mended.name, () => Promise.resolve(bytes), [...earlier, source]);
    setMade(mended);
  };
  const undo = () => {
    const last = earlier.at(-1);
    if (last) void read(last.name, () => Promise.resolve(last.bytes), earlier.slice(0, -1));
  };
  const listSchemes = useCallback(() => run('正在打开', (workshop) => workshop.listSchemes()), [run]);

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
        <PageHeader
          opened={opened}
          onClose={() => {
            begin();
            setOpened(null);
            closeCard();
          }}
          onFind={(key) => void find(key)}
        />
      )}
      {!printed && card && <SubjectCard key={`${card.title} ${card.about}`} card={card} onClose={closeCard} />}
      {fault !== null && (
        <div className={styles.faults}>
          <IntoView role="alert">
            <FaultBar
              fault={fault}
              onDismiss={() => {
                setFault(null);
              }}
            />
          </IntoView>
        </div>
      )}
      {busy && <BusyBar busy={busy} onCancel={cancel} />}
      {printed && <PrintView printed={printed} ask={ask} onClose={closePrinted} />}
      {opened ? (
        // It stays as it is while its pages are looked at.
        <div hidden={printed !== null}>
          <RosterView
            // Nothing chosen for one roster, such as to write over files, holds for another.
            key={turn}
            opened={opened}
            made={made}
            isBusy={busy !== null}
            work={{ begin, run, keep, renew }}
            onMend={(places) => void mend(places)}
            onUndo={earlier.length > 0 ? undo : null}
            onMake={(output, choices, place) => void make(output, choices, place)}
            onLook={(output, choices) => void look(output, choices)}
            onFault={setFault}
          />
        </div>
      ) : (
        <StartView
          isBusy={busy !== null}
          made={made}
          listSchemes={listSchemes}
          onFile={(file) => void readFile(file)}
          onInvent={(scheme, kind) => void invent(scheme, kind)}
        />
      )}
    </FluentProvider>
  );
}
