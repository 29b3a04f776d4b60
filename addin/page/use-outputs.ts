import { useCallback, useEffect, useRef, useState } from 'react';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { saveCopy, type Saved } from '../shell/save-copy.ts';
import type { Choices } from './choices.ts';
import type { Place } from './job-runner.ts';
import { ProgressSign } from './progress-sign.ts';
import type { Made } from './made.ts';
import type { OutputView } from './outputs.ts';
import type { FolderPreview, Outcome } from './preview/folder-desk.ts';
import type { PrintedOutput } from './print-view.tsx';
import { sayCutShort, sayMade, type Said } from './said.ts';
import type { WorkshopUse } from './use-workshop.ts';
import type { WorkshopClient } from './workshop.ts';
import type { Busy } from './workshop-keeper.ts';

/** What would become of a folder, and what follows once it is written. */
interface Waiting {
  readonly preview: FolderPreview;
  readonly onKept: () => void;
}

/** What is made of the open roster: saved or written, and said so, once it was looked at where that is due; or laid out as pages. */
export function useOutputs({ run, ask }: Pick<WorkshopUse, 'run' | 'ask'>, onFault: (fault: unknown) => void) {
  const [said, setSaid] = useState<Said | null>(null);
  /** While it is being looked at. */
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  /** What is being saved, which may take as long as a disk is slow: nothing else is to be begun meanwhile. */
  const [saving, setSaving] = useState<Busy | null>(null);
  const [printed, setPrinted] = useState<PrintedOutput | null>(null);
  /** What the user had pressed when something was begun. */
  const pressed = useRef<Element | null>(null);
  /** Where the keyboard goes on, once the panel that it was in is gone. */
  const [goOn, setGoOn] = useState<Element | null>(null);
  useEffect(() => {
    if (goOn instanceof HTMLElement) goOn.focus({ preventScroll: true });
  }, [goOn]);
  /** Nothing that was said before holds on. */
  const begin = () => {
    pressed.current = document.activeElement;
    setGoOn(null);
    onFault(null);
    setSaid(null);
    setWaiting(null);
  };
  /** Saves what was made, and says so under the name that it has then; null when the user thought better of it, or it could not be saved. */
  const keep = async (output: Made): Promise<Saved | null> => {
    try {
      const { name, file } = output;
      setSaving({ label: `正在保存${name}`, sign: new ProgressSign() });
      const saved = file ? await saveCopy(file, name) : { name, isCertain: true };
      if (saved) setSaid(sayMade({ ...output, name: saved.name }, saved.isCertain));
      return saved;
    } catch (error) {
      onFault(error);
      return null;
    } finally {
      setSaving(null);
    }
  };
  /** @param place null where nothing is written: what was being made is gone, and no harm done */
  const whenCutShort = (place: Place) => () => {
    if (place) setSaid(sayCutShort(place.handle.name));
  };
  const make = async ({ id, title }: OutputView, choices: Choices, place: Place): Promise<void> => {
    begin();
    const work = (workshop: WorkshopClient) => workshop.make(id, title, choices, place);
    const output = await run(`正在生成${title}`, work, whenCutShort(place));
    if (output) await settle(output);
  };
  /** Makes one file and saves it. */
  const takeMade = async (label: string, work: (workshop: WorkshopClient) => Promise<Made>): Promise<void> => {
    begin();
    const made = await run(label, work);
    if (made) await keep(made);
  };
  /** Shows what is to be looked at before it is written. @param onKept once it is saved or written, all of it */
  const settle = async (outcome: Outcome, onKept: () => void = () => undefined): Promise<void> => {
    if ('preview' in outcome) setWaiting({ preview: outcome.preview, onKept });
    else if (await keep(outcome.made)) onKept();
  };
  const write = async (): Promise<void> => {
    if (!waiting) return;
    const { preview, onKept } = waiting;
    const before = pressed.current;
    begin();
    const work = (workshop: WorkshopClient) => workshop.writeFolder();
    const written = await run('正在写入文件夹', work, () => {
      setSaid(sayCutShort(preview.name));
    });
    if (written) setSaid(sayMade(written));
    if (written?.inFolder?.left === 0) onKept();
    setGoOn(before);
  };
  const forget = (): void => {
    const before = pressed.current;
    begin();
    setGoOn(before);
    void ask((workshop) => workshop.forgetFolder());
  };
  const look = async (output: OutputView, choices: Choices, place: Place): Promise<void> => {
    begin();
    const single = { ...choices, copies: 1 };
    const { id, title } = output;
    const laid = await run(`正在生成${title}`, (workshop) => workshop.lay(id, title, single, place));
    if (laid) setPrinted({ output, laid, copies: choices.copies });
  };
  const closePrinted = useCallback(() => {
    setPrinted(null);
    setGoOn(pressed.current);
  }, []);
  /** The workshop that had laid the pages was ended. */
  const losePrinted = useCallback(() => {
    closePrinted();
    onFault(new UnusableInput('要打印的内容已经不在了，请再点一次“查看与打印”。'));
  }, [closePrinted, onFault]);
  const shown = { printed, look, closePrinted, losePrinted };
  const preview = waiting && waiting.preview;
  return {
    said,
    say: setSaid,
    preview,
    saving,
    write,
    forget,
    begin,
    keep,
    settle,
    whenCutShort,
    make,
    takeMade,
    ...shown,
  };
}

export type OutputsUse = ReturnType<typeof useOutputs>;
