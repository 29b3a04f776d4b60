import { useCallback, useState } from 'react';
import { saveCopy } from '../shell/save-copy.ts';
import type { Place } from './job-runner.ts';
import type { Made } from './made.ts';
import type { Choices, OutputView } from './outputs.ts';
import type { PrintedOutput } from './print-view.tsx';
import type { WorkshopUse } from './use-workshop.tsx';

/** What is made of the open roster: saved or written, and said so; or laid out, to be looked at. */
export function useOutputs(run: WorkshopUse['run'], onFault: (fault: unknown) => void) {
  const [made, setMade] = useState<Made | null>(null);
  const [printed, setPrinted] = useState<PrintedOutput | null>(null);
  /** Nothing that was said before holds on. */
  const begin = () => {
    onFault(null);
    setMade(null);
  };
  /** Saves what was made, and says so; false when the user thought better of it, or it could not be saved. */
  const keep = async (output: Made): Promise<boolean> => {
    try {
      const isKept = !output.bytes || (await saveCopy(output.bytes, output.name));
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
    if (output) await keep(output);
  };
  const look = async (output: OutputView, choices: Choices): Promise<void> => {
    begin();
    const single = { ...choices, copies: 1 };
    const laid = await run(`正在生成${output.title}`, (workshop) => workshop.lay(output.id, output.title, single));
    const copies = choices.copies > 1 ? choices.copies : (output.prints ?? 1);
    if (laid) setPrinted({ output, laid, copies });
  };
  const closePrinted = useCallback(() => {
    setPrinted(null);
  }, []);
  return { made, say: setMade, begin, keep, make, printed, look, closePrinted };
}

export type OutputsUse = ReturnType<typeof useOutputs>;
