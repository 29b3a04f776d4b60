import { useCallback, useEffect, useRef, useState } from 'react';
import { saveCopy } from '../shell/save-copy.ts';
import type { Place } from './job-runner.ts';
import type { Made } from './made.ts';
import type { Choices, OutputView } from './outputs.ts';
import type { FolderPreview, Outcome } from './preview/folder-desk.ts';
import type { PrintedOutput } from './print-view.tsx';
import type { WorkshopUse } from './use-workshop.tsx';

/** What is made of the open roster: saved or written, and said so, once it was looked at where that is due; or laid out as pages. */
export function useOutputs({ run, ask }: Pick<WorkshopUse, 'run' | 'ask'>, onFault: (fault: unknown) => void) {
  const [made, setMade] = useState<Made | null>(null);
  /** What would become of the folder, while it is being looked at. */
  const [preview, setPreview] = useState<FolderPreview | null>(null);
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
    setMade(null);
    setPreview(null);
  };
  /** Saves what was made, and says so; false when the user thought better of it, or it could not be saved. */
  const keep = async (output: Made): Promise<boolean> => {
    try {
      const isKept = !output.file || (await saveCopy(output.file, output.name));
      if (isKept) setMade(output);
      return isKept;
    } catch (error) {
      onFault(error);
      return false;
    }
  };
  const make = async ({ id, title }: OutputView, choices: Choices, place: Place): Promise<void> => {
    begin();
    const output = await run(`正在生成${title}`, (workshop) => workshop.make(id, title, choices, place));
    if (output) await settle(output);
  };
  /** Shows what is to be looked at before it is written. */
  const settle = async (outcome: Outcome): Promise<void> => {
    if ('made' in outcome) await keep(outcome.made);
    else setPreview(outcome.preview);
  };
  const write = async (): Promise<void> => {
    const before = pressed.current;
    begin();
    const written = await run('正在写入文件夹', (workshop) => workshop.writeFolder());
    if (written) setMade(written);
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
    const copies = choices.copies > 1 ? choices.copies : (output.prints ?? 1);
    if (laid) setPrinted({ output, laid, copies });
  };
  const closePrinted = useCallback(() => {
    setPrinted(null);
  }, []);
  return { made, say: setMade, preview, write, forget, begin, keep, settle, make, printed, look, closePrinted };
}

export type OutputsUse = ReturnType<typeof useOutputs>;
