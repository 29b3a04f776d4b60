import { useState } from 'react';
import type { NamedBytes } from '../../../jobs/folder.ts';
import { today } from '../../../jobs/today.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import { orStopped } from '../or-stopped.ts';
import { readGiven } from '../read-given.ts';
import type { OutputsUse } from '../use-outputs.ts';
import type { WorkshopUse } from '../use-workshop.ts';

/** A key file is one line; whatever is longer is none, and need not be read. */
const MOST_BYTES = 1_000;

interface KeyWork extends Pick<WorkshopUse, 'run'>, Pick<OutputsUse, 'begin' | 'keep'> {}

/**
 * The key file of certificates. It is kept nowhere but here, as long as the page is open: the workshop is handed it with whatever needs it, and
 * nothing stores it.
 */
export function useKey({ run, begin, keep }: KeyWork) {
  const [file, setFile] = useState<NamedBytes | null>(null);
  /** The name of a new one that the browser was handed for downloads, until one is chosen. */
  const [handed, setHanded] = useState<string | null>(null);
  const choose = async (picked: File): Promise<void> => {
    begin();
    const read = await run('正在读取密钥', async (workshop, signal) => {
      const chosen = {
        name: picked.name,
        bytes: await orStopped(readGiven(picked.slice(0, MOST_BYTES), quoteForUser(picked.name)), signal),
      };
      await workshop.checkKey(chosen);
      return chosen;
    });
    if (!read) return;
    setFile(read);
    setHanded(null);
  };
  /**
   * Hands over a new one to be saved, which is then in use.
   * @returns false where it is not known to be saved: what a key signs that exists nowhere can never be verified
   */
  const make = async (): Promise<boolean> => {
    begin();
    const made = await run('正在生成密钥', (workshop) => workshop.makeKey(today()));
    if (!made?.file) return false;
    const saved = await keep(made);
    setHanded(saved && !saved.isCertain ? saved.name : null);
    if (!saved?.isCertain) return false;
    setFile({ name: saved.name, bytes: new Uint8Array(await made.file.arrayBuffer()) });
    return true;
  };
  return { file, handed, choose, make };
}

export type KeyUse = ReturnType<typeof useKey>;
